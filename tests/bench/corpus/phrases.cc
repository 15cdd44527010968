#include "bench/corpus/phrases.h"

namespace proclint::corpus {
namespace {

using Phrases = const std::string_view[];

constexpr Action kActions[] = {
    {"repair", "surgical", "therapeutic", "general"},
    {"biopsy", "percutaneous", "diagnostic", "local"},
    {"scan", "noninvasive", "diagnostic", "none"},
    {"injection", "percutaneous", "therapeutic", "local"},
    {"drainage", "percutaneous", "therapeutic", "local"},
    {"reconstruction", "surgical", "therapeutic", "general"},
    {"screening", "noninvasive", "screening", "none"},
    {"nerve block", "percutaneous", "therapeutic", "local"},
    {"heat treatment", "percutaneous", "therapeutic", "sedation"},
    {"endoscopy", "percutaneous", "diagnostic", "sedation"},
    {"laser treatment", "noninvasive", "therapeutic", "topical"},
    {"stent placement", "percutaneous", "therapeutic", "sedation"},
    {"growth removal", "surgical", "therapeutic", "regional"},
    {"pressure test", "noninvasive", "evaluation", "none"},
    {"catheter change", "percutaneous", "therapeutic", "topical"},
    {"brace fitting", "noninvasive", "palliative", "none"},
};

constexpr Phrases kSites = {
    "ankle",  "arm",    "artery",  "back",        "bladder", "bone",  "bowel",       "breast",
    "calf",   "cheek",  "chest",   "colon",       "cornea",  "ear",   "elbow",       "eyelid",
    "finger", "foot",   "forearm", "gallbladder", "gum",     "hand",  "heart valve", "heel",
    "hip",    "jaw",    "kidney",  "knee",        "lip",     "liver", "lung",        "neck",
    "nose",   "palate", "pelvis",  "rib",         "scalp",   "shin",  "shoulder",    "sinus",
    "skin",   "spleen", "stomach", "tendon",      "thigh",   "thumb", "throat",      "thyroid",
};

constexpr Phrases kManners = {
    "with a camera",         "with ultrasound",       "in one visit",     "in two visits",
    "with a small cut",      "with a thin needle",    "for adults",       "for children",
    "for older adults",      "after an injury",       "with a robot arm", "with cooling",
    "with a contrast drink", "as a repeat treatment",
};

constexpr Phrases kSpecialties = {
    "cardiology",  "dermatology", "family-medicine", "gastroenterology", "neurology",
    "orthopedics", "radiology",   "surgery",         "urology",          "vascular-surgery",
};

constexpr Phrases kSettings = {"outpatient-clinic", "hospital", "office", "surgery-center",
                               "imaging-center"};

constexpr Phrases kPeople = {
    "Aino Salmela",  "Björn Lindqvist", "Carla Mendes",  "Dmitri Volkov",
    "Esi Owusu",     "Farid Haddad",    "Greta Baumann", "Hana Kimura",
    "Iván Robles",   "Joan Whitaker",   "Katrin Vogel",  "Léa Fontaine",
    "Mairead Quinn", "Nikhil Rao",      "Omar Aziz",     "Zoë Lambert",
};

constexpr Phrases kRoles = {"surgeon",     "nurse educator",   "family doctor",
                            "radiologist", "patient advocate", "pharmacist"};

constexpr Phrases kReferences = {
    "A plain guide for people who plan this treatment", "County clinic handbook, third edition",
    "Teaching notes of the day surgery unit",           "Patient stories and numbers from one year",
    "Handout of the regional heart and lung center",
};

// Phrases of two lines are meant to be one.
// NOLINTBEGIN(bugprone-suspicious-missing-comma)

constexpr Phrases kSummary = {
    "A {action} of the {site} is a planned treatment. A trained team works on the {site} and sends "
    "you home with clear advice.",
    "In this visit a doctor looks after a problem of your {site}. The {action} follows a fixed "
    "plan "
    "that the team explains first.",
    "Doctors offer a {action} when the {site} no longer works as it should. You stay with us for a "
    "few hours at most.",
    "This page tells you what happens during a {action} of the {site}. It also tells you how to "
    "get "
    "ready and how you heal.",
    "The {action} helps the {site} in a direct way. Most people go back to their daily tasks "
    "within "
    "{weeks} weeks.",
    "Your doctor suggests a {action} to find or fix trouble in the {site}. The team watches you "
    "from "
    "start to end.",
};

constexpr Phrases kPurpose = {
    "The goal is less pain and better use of the {site}. It also shows whether you need more care.",
    "We want the {site} to move and feel better. The treatment also lowers the chance of new "
    "trouble "
    "later in life.",
    "A sore or weak {site} limits work, sleep and play. The {action} aims to give you back those "
    "parts of your day.",
    "The team wants to learn why your {site} hurts. A clear answer helps you choose the next step.",
    "The aim is to slow a disease of the {site} before it grows. Early care saves time and worry.",
};

constexpr Phrases kIndicationsText = {
    "Doctors advise it in these cases:",
    "It suits you if one of these is true:",
    "People come to us for these reasons:",
    "Common grounds for this treatment:",
};
constexpr Phrases kIndications = {
    "Pain in the {site} for more than {weeks} weeks",
    "Swelling that rest and ice do not help",
    "A lump near the {site} that grows",
    "An injury from sports or a fall",
    "Weakness that makes simple tasks hard",
    "A scan that shows a change in the {site}",
    "Tablets that stopped working after {weeks} months",
    "A family history of trouble with the {site}",
    "Numb skin around the {site} at night",
    "Blood tests that point to the {site}",
};

constexpr Phrases kContraindicationsText = {
    "Tell your team first if one of these fits you:",
    "The treatment is not suitable with:",
    "We wait or choose another way in these cases:",
};
constexpr Phrases kContraindications = {
    "A fever or cough in the last {days} days",
    "An open wound close to the {site}",
    "A known allergy to the numbing medicine",
    "Pregnancy, unless your doctor agrees",
    "A bleeding disorder without a care plan",
    "Metal parts in the {site} from an earlier operation",
    "A heart attack in the last {weeks} months",
};

constexpr Phrases kPreparation = {
    "Bring a list of all your medicines",
    "Ask your doctor whether to pause your blood thinner",
    "Eat nothing for {few} hours before you arrive",
    "Drink clear water until {few} hours before the visit",
    "Wear loose clothes that open at the front",
    "Leave rings and watches at home",
    "Plan a ride home with a friend",
    "Wash the {site} with plain soap that morning",
    "Bring earlier scans of the {site}",
    "Tell us about any new rash or fever",
};
constexpr Phrases kPreparationClosings = {
    "Call the clinic at least {few} days ahead if you cannot come. Another person can then have "
    "your place.",
    "Pack something to read. Waiting rooms are quiet, and the visit starts on time on most days.",
    "A nurse phones you {few} days before the visit. Keep your questions and your list of "
    "medicines "
    "at hand.",
    "Sleep well the night before. Say \"stop\" at any time if you want a break or have a question.",
};

constexpr Phrases kProcedureText = {
    "The team works through these steps:",
    "You can expect this order of events:",
    "These steps follow one another:",
};
constexpr Phrases kSteps = {
    "A nurse checks your name and the {site} with you",
    "You lie down on a padded table",
    "The nurse cleans the skin over the {site}",
    "The doctor numbs the area and waits {few} minutes",
    "The doctor starts the {action} and tells you about each move",
    "A screen shows the {site} during the work",
    "The team counts all tools before the end",
    "A nurse puts a clean dressing on the {site}",
    "You rest in a chair for {some} minutes",
};
constexpr Phrases kProcedureClosings = {
    "The doctor talks with you before you leave. You get a sheet with your next steps.",
    "You stay awake for most of the visit and can talk with the nurse.",
    "Soft music is fine. Bring your own if you like.",
};

constexpr Phrases kDuration = {
    "The {action} takes about {low} to {high} minutes.",
    "Plan for about {low} to {high} minutes on the table.",
    "The work on the {site} lasts about {low} to {high} minutes.",
};

constexpr Phrases kSetting = {
    "You come to a day clinic with its own recovery room.",
    "The visit is in a quiet room of the hospital's day unit.",
    "Our doctors work in the treatment room on the ground floor.",
    "A center near your home offers the {action} twice a week.",
};

constexpr Phrases kPersonnel = {
    "A doctor who performs this treatment each week",
    "A nurse who stays beside you",
    "A technician who runs the screen",
    "A specialist in pain relief",
    "A student who watches, if you agree",
};

constexpr Phrases kAnesthesia = {
    "A numbing gel or shot keeps the {site} free of pain. You feel touch and light pressure.",
    "The team picks the mildest kind of pain relief that works for you. Ask which one it is.",
    "You get medicine against pain before the first step. More is ready if you need it.",
};

constexpr Phrases kRisksText = {
    "These problems occur, most of them mild:",
    "Out of 1,000 people, this many have a problem:",
    "The team watches for these problems:",
};
constexpr Phrases kRisks = {
    "Bruise at the {site} ({some} in 1,000 people)",
    "Sore skin for {days} days ({some} in 1,000 people)",
    "Infection that needs tablets ({rare} in 1,000 people)",
    "Bleeding that needs a stitch ({rare} in 1,000 people)",
    "Numb patch near the {site} ({rare} in 1,000 people)",
    "Scar that stays visible ({some} in 1,000 people)",
    "Need for a second visit ({some} in 1,000 people)",
    "Reaction to the medicine ({rare} in 1,000 people)",
};
constexpr Phrases kRisksClosings = {
    "Serious harm is far less common and strikes fewer than 1 in 1,000 people.",
    "Smoking doubles the chance of slow healing. The nurse can help you quit.",
    "The team knows what to do in each of these cases and acts at once.",
};

constexpr Phrases kSeekHelp = {
    "Call 911 at once if you cannot breathe well or feel pain in your chest. Call the clinic if "
    "the {site} turns red or hot.",
    "Call your doctor the same day if you have a fever above 38 °C. Call 911 if bleeding does not "
    "stop after {some} minutes of firm pressure.",
    "Go to the emergency room if your face or tongue swells. Phone us if pain grows after day "
    "{few}.",
};

constexpr Phrases kBenefits = {
    "Less pain in the {site} within {weeks} weeks",
    "Better sleep on most nights",
    "A clear answer about the cause",
    "Fewer tablets each day",
    "A short stay and a quick return home",
    "More strength for work and sports",
    "Lower risk of a larger operation later",
};

constexpr Phrases kRecovery = {
    "Rest for the first day and keep the {site} dry. Light work is fine after {days} days.",
    "Walk a little each hour on the first day. Lift nothing heavy for {weeks} weeks.",
    "Change the dressing after {few} days. A dull ache fades within the first week.",
    "Drive again after {days} days, once you can move without pain. Swim again after {weeks} "
    "weeks.",
};

constexpr Phrases kFollowUp = {
    "You see the doctor again after {weeks} weeks. Bring your questions and your list of "
    "medicines.",
    "A nurse phones you after {days} days. The clinic sends the results to your family doctor.",
    "Come back after {days} days so that we can look at the {site}. Later visits are once a year.",
};

constexpr Phrases kAlternatives = {
    "Exercises with a therapist for {weeks} weeks, which help about half of all people",
    "Tablets against pain, which act on the whole body",
    "A brace that rests the {site}, which costs you some freedom of movement",
    "A larger operation with a longer stay, which lasts for more years",
    "Watchful waiting with a check every {weeks} months",
    "Warm packs and gentle stretching at home",
};
constexpr Phrases kAlternativesText = {
    "Without treatment the {site} stays as it is or slowly gets worse.",
    "If you choose no treatment, the trouble with your {site} stays and can grow over the years.",
    "Going without treatment is a choice too: {some} in 100 people get better by themselves.",
};

constexpr Phrases kExperience = {
    "You feel a pinch, then slow pressure at the {site}. Breathe out slowly and tell the nurse how "
    "you feel.",
    "The room is cool, so ask for a blanket. Most people say that the wait was harder than the "
    "{action}.",
    "People compare it with a long visit to the dentist. Your {site} feels heavy for {few} hours.",
    "You hear a soft hum from the screen. A nurse holds your hand if you like.",
};

// NOLINTEND(bugprone-suspicious-missing-comma)

constexpr SectionPhrases kSections[] = {
    {"summary", kSummary, "", 0, 0, {}, {}},
    {"purpose", kPurpose, "", 0, 0, {}, {}},
    {"indications", kIndicationsText, "items", 2, 4, kIndications, {}},
    {"contraindications", kContraindicationsText, "items", 2, 3, kContraindications, {}},
    {"preparation", {}, "items", 2, 4, kPreparation, kPreparationClosings},
    {"procedure", kProcedureText, "steps", 3, 5, kSteps, kProcedureClosings},
    {"duration", kDuration, "", 0, 0, {}, {}},
    {"setting", kSetting, "", 0, 0, {}, {}},
    {"personnel", {}, "items", 2, 3, kPersonnel, {}},
    {"anesthesia", kAnesthesia, "", 0, 0, {}, {}, true},
    {"risks", kRisksText, "items", 2, 4, kRisks, kRisksClosings},
    {"when-to-seek-help", kSeekHelp, "", 0, 0, {}, {}},
    {"benefits", {}, "items", 2, 3, kBenefits, {}},
    {"recovery", kRecovery, "", 0, 0, {}, {}},
    {"follow-up", kFollowUp, "", 0, 0, {}, {}},
    {"alternatives", kAlternativesText, "items", 2, 3, kAlternatives, {}},
    {"patient-experience", kExperience, "", 0, 0, {}, {}, true},
};

}  // namespace

std::span<const Action> actions() { return kActions; }
std::span<const std::string_view> sites() { return kSites; }
std::span<const std::string_view> manners() { return kManners; }
std::span<const std::string_view> specialties() { return kSpecialties; }
std::span<const std::string_view> settings() { return kSettings; }
std::span<const std::string_view> people() { return kPeople; }
std::span<const std::string_view> roles() { return kRoles; }
std::span<const std::string_view> references() { return kReferences; }
std::span<const SectionPhrases> section_phrases() { return kSections; }

}  // namespace proclint::corpus
