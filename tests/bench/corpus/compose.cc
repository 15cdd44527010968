#include "bench/corpus/compose.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include "bench/corpus/check_digit.h"
#include "bench/corpus/phrases.h"
#include "bench/corpus/random.h"

namespace proclint::corpus {
namespace {

// What the phrases of one document are filled with.
struct Subject {
  std::string_view action;
  std::string_view site;
  std::size_t low = 0;  ///< minutes
  std::size_t high = 0;
};

std::string number_named(std::string_view slot, const Subject& subject, Random& random) {
  if (slot == "low") return std::to_string(subject.low);
  if (slot == "high") return std::to_string(subject.high);
  if (slot == "few") return std::to_string(random.between(2, 6));
  if (slot == "days") return std::to_string(random.between(2, 9));
  if (slot == "weeks") return std::to_string(random.between(2, 8));
  if (slot == "rare") return std::to_string(random.between(1, 9));
  return std::to_string(random.between(10, 60));
}

std::string filled(std::string_view phrase, const Subject& subject, Random& random) {
  std::string out;
  while (!phrase.empty()) {
    const std::size_t open = phrase.find('{');
    out.append(phrase.substr(0, open));
    if (open == std::string_view::npos) break;
    const std::size_t close = phrase.find('}', open);
    const std::string_view slot = phrase.substr(open + 1, close - open - 1);
    if (slot == "site") {
      out.append(subject.site);
    } else if (slot == "action") {
      out.append(subject.action);
    } else {
      out += number_named(slot, subject, random);
    }
    phrase.remove_prefix(close + 1);
  }
  return out;
}

// `count` different phrases in the order of the list, as steps need it.
std::vector<std::string> some_of(std::span<const std::string_view> phrases, std::size_t count,
                                 const Subject& subject, Random& random) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < phrases.size() && out.size() < count; ++i) {
    const std::size_t wanted = count - out.size();
    const std::size_t left = phrases.size() - i;
    if (random.below(left) < wanted) out.push_back(filled(phrases[i], subject, random));
  }
  return out;
}

std::vector<Section> compose_sections(const Subject& subject, Random& random) {
  std::vector<Section> out;
  const auto text = [&](std::span<const std::string_view> phrases) {
    return Block{"text", {filled(random.any(phrases), subject, random)}};
  };
  for (const SectionPhrases& phrases : section_phrases()) {
    if (phrases.is_optional && random.one_in(2)) continue;
    Section section{std::string(phrases.key), {}};
    if (!phrases.texts.empty()) section.blocks.push_back(text(phrases.texts));
    if (!phrases.list.empty()) {
      const std::size_t count = random.between(phrases.shortest, phrases.longest);
      section.blocks.push_back(
          {std::string(phrases.list), some_of(phrases.items, count, subject, random)});
    }
    if (!phrases.closings.empty() && random.one_in(2))
      section.blocks.push_back(text(phrases.closings));
    out.push_back(std::move(section));
  }
  return out;
}

// 16 actions x 48 sites x 14 manners; the step has no factor in common with that, so that each
// comes once before one comes again, and neighbours differ in all three.
struct Name {
  std::size_t number;
  std::size_t round;  ///< how often all names were used up
  const Action& action;
  std::string_view site;
  std::string_view manner;
};

Name name_of(std::uint64_t seed, std::size_t index) {
  const std::size_t total = actions().size() * sites().size() * manners().size();
  const std::size_t number =
      (index % total * 7919 + static_cast<std::size_t>(seed % total)) % total;
  const std::size_t rest = number / actions().size();
  return {number, index / total, actions()[number % actions().size()],
          sites()[rest % sites().size()], manners()[rest / sites().size()]};
}

std::string id_of(const Name& name) {
  std::string id;
  id.append(name.site).append(" ").append(name.action.noun).append(" ").append(name.manner);
  if (name.round > 0) id += " " + std::to_string(name.round + 1);
  std::replace(id.begin(), id.end(), ' ', '-');
  return id;
}

// A code that no other document has, until all names are used up.
Code primary_code(const Name& name) {
  const std::size_t n = name.number;
  constexpr std::string_view kPcs =
      "0123456789BCDFGH";  // signs of ICD-10-PCS, which has no I and O
  switch (n % 4) {
    case 0:
      return {"cpt", std::to_string(10004 + 5 * n), "primary"};
    case 1:
      return {"hcpcs", "G" + std::to_string(1000 + n / 4), "primary"};
    case 2: {
      std::string value = "0";
      for (unsigned shift = 0; shift < 24; shift += 4) value += kPcs[n >> shift & 15U];
      return {"icd-10-pcs", value, "primary"};
    }
    default: {
      std::string value = std::to_string(100000 + n) + "00";
      value += verhoeff(value);
      return {"snomed-ct", value, "primary"};
    }
  }
}

Code second_code(const Name& name) {
  if (name.action.category == "diagnostic" || name.action.category == "screening") {
    const std::string digits = std::to_string(20000 + name.number);
    return {"loinc", digits + "-" + loinc(digits), "secondary"};
  }
  std::string value = std::to_string(3000000 + name.number) + "00";
  value += verhoeff(value);
  return {"snomed-ct", value, "secondary"};
}

std::string capitalised(std::string text) {
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string date(std::size_t year, Random& random) {
  const std::string month = std::to_string(random.between(10, 12));
  return std::to_string(year) + "-" + month + "-" + std::to_string(random.between(10, 28));
}

}  // namespace

Procedure compose(std::uint64_t seed, std::size_t index, std::size_t count) {
  const Name name = name_of(seed, index);
  Random random(seed * 0x100000001B3U + index);
  const std::size_t low = 5 * random.between(1, 12);
  const Subject subject{name.action.noun, name.site, low, low + 5 * random.between(1, 6)};

  Procedure out;
  out.id = id_of(name);
  out.status = random.one_in(20) ? "draft" : "active";
  const std::string noun(name.action.noun);
  const std::string site(name.site);
  out.title = capitalised(site + " " + noun + " " + std::string(name.manner));
  out.common_names = {capitalised(noun + " of the " + site)};
  out.codes.push_back(primary_code(name));
  if (!random.one_in(3)) out.codes.push_back(second_code(name));
  out.type = name.action.type;
  out.category = name.action.category;
  out.body_site = site;
  out.specialty = random.any(specialties());
  out.anesthesia = name.action.anesthesia;
  out.shortest = "PT" + std::to_string(subject.low) + "M";
  out.longest = "PT" + std::to_string(subject.high) + "M";
  out.setting = random.any(settings());
  out.sections = compose_sections(subject, random);
  // In half of the documents; two neighbours name each other.
  const std::size_t neighbour = index ^ 1U;
  if (neighbour < count && index % 4 < 2) {
    const Name other = name_of(seed, neighbour);
    const Code code = primary_code(other);
    out.similar_codes.push_back({code.system, *code.value, id_of(other)});
  }
  out.author = random.any(people());
  out.reviewer = random.any(people());
  out.reviewer_role = random.any(roles());
  out.created = date(2023, random);
  out.last_reviewed = date(2025, random);
  out.review_due = date(2028, random);
  out.reference = random.any(references());
  return out;
}

}  // namespace proclint::corpus
