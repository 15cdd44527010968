#include "core/engine/inputs.h"

#include <stdlib.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

using namespace proclint;

namespace {

namespace fs = std::filesystem;

// A folder with a repository of its own, which is the working directory for as long as the test
// lasts.
class Repository {
 public:
  Repository() : before_(fs::current_path()) {
    std::string name = (fs::temp_directory_path() / "proclint-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
    fs::current_path(path_);
    fs::create_directory(".git");
  }
  ~Repository() {
    fs::current_path(before_);
    fs::remove_all(path_);
  }
  Repository(const Repository&) = delete;
  Repository& operator=(const Repository&) = delete;

  static void file(const fs::path& path, const std::string& text = "{}") {
    if (path.has_parent_path()) fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }

  // The paths, then the failures' messages, one a line.
  static std::string collect(const std::vector<std::string>& arguments,
                             const std::string& stdin_filename = "", bool allow_empty = false) {
    Configs configs = *Configs::create("");
    const Inputs inputs = collect_inputs(arguments, stdin_filename, allow_empty, configs);
    std::string out;
    for (const Input& input : inputs.documents)
      out += input.path + (input.is_standard_input ? " (stdin)\n" : "\n");
    for (const Unreadable& failure : inputs.failures) out += "! " + failure.message + "\n";
    return out;
  }

 private:
  fs::path before_;
  fs::path path_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(inputs)

BOOST_AUTO_TEST_CASE(a_folder_means_its_documents_sorted_by_name) {
  const Repository repository;
  Repository::file("b.procedure.json");
  Repository::file("a.procedure.txt");
  Repository::file("sub/c.procedure.json");
  Repository::file("notes.txt");
  Repository::file("package.json");
  BOOST_TEST(Repository::collect({"."}) ==
             "a.procedure.txt\nb.procedure.json\nsub/c.procedure.json\n");
  BOOST_TEST(Repository::collect({"sub/"}) == "sub/c.procedure.json\n");
}

BOOST_AUTO_TEST_CASE(a_file_is_a_document_whatever_its_name) {
  const Repository repository;
  Repository::file("notes.txt");
  BOOST_TEST(Repository::collect({"./notes.txt"}) == "notes.txt\n");
}

BOOST_AUTO_TEST_CASE(nothing_is_checked_twice) {
  const Repository repository;
  Repository::file("a.procedure.json");
  BOOST_TEST(Repository::collect({"a.procedure.json", ".", "./a.procedure.json"}) ==
             "a.procedure.json\n");
}

BOOST_AUTO_TEST_CASE(links_below_a_folder_are_not_followed) {
  const Repository repository;
  Repository::file("real/a.procedure.json");
  fs::create_directory_symlink("real", "linked");
  fs::create_directory_symlink(".", "real/loop");
  fs::create_symlink("a.procedure.json", "real/b.procedure.json");
  BOOST_TEST(Repository::collect({"."}) == "real/a.procedure.json\n");
}

BOOST_AUTO_TEST_CASE(hidden_folders_and_node_modules_are_passed_over) {
  const Repository repository;
  Repository::file(".git/a.procedure.json");
  Repository::file(".cache/a.procedure.json");
  Repository::file("node_modules/a.procedure.json");
  Repository::file("z.procedure.json");
  BOOST_TEST(Repository::collect({"."}) == "z.procedure.json\n");
}

BOOST_AUTO_TEST_CASE(a_folder_without_documents_names_the_nearest_and_the_line_to_add) {
  const Repository repository;
  Repository::file("docs/knee.json");
  const std::string said = Repository::collect({"docs"});
  BOOST_TEST(said.find("no documents in docs") != std::string::npos, said);
  BOOST_TEST(said.find("docs/knee.json") != std::string::npos, said);
  BOOST_TEST(said.find("proclint.yaml:\n  documents: [\"docs/**/*.json\"]") != std::string::npos,
             said);
  BOOST_TEST(Repository::collect({"docs"}, "", true).empty());
}

BOOST_AUTO_TEST_CASE(a_missing_file_and_a_dangling_link_are_told_apart) {
  const Repository repository;
  fs::create_symlink("nowhere", "link.json");
  BOOST_TEST(Repository::collect({"missing.json", "link.json"}) ==
             "! cannot read missing.json: No such file or directory\n"
             "! cannot read link.json: the link leads to no file\n");
}

BOOST_AUTO_TEST_CASE(the_nearest_configuration_says_what_a_document_is) {
  const Repository repository;
  Repository::file("proclint.json",
                   R"({"documents": ["docs/**/*.json"], "exclude": ["docs/old/**"]})");
  Repository::file("docs/a.json");
  Repository::file("docs/old/b.json");
  Repository::file("docs/inner/proclint.json", R"({"documents": ["*.txt"]})");
  Repository::file("docs/inner/c.json");
  Repository::file("docs/inner/d.txt");
  Repository::file("e.procedure.json");
  BOOST_TEST(Repository::collect({"."}) == "docs/a.json\ndocs/inner/d.txt\n");
}

BOOST_AUTO_TEST_CASE(an_excluded_file_is_not_checked_even_when_named) {
  const Repository repository;
  Repository::file("proclint.json", R"({"exclude": ["old/"]})");
  Repository::file("old/b.procedure.json");
  BOOST_TEST(Repository::collect({"old/b.procedure.json"}).empty());
  BOOST_TEST(Repository::collect({"-"}, "old/b.procedure.json").empty());
}

BOOST_AUTO_TEST_CASE(standard_input_has_the_name_that_it_is_given) {
  const Repository repository;
  BOOST_TEST(Repository::collect({"-"}, "docs/a.procedure.json") ==
             "docs/a.procedure.json (stdin)\n");
}

BOOST_AUTO_TEST_CASE(a_configuration_outside_the_repository_does_not_apply) {
  const Repository repository;
  Repository::file("proclint.json", R"({"exclude": ["**"]})");
  fs::create_directories("inner/.git");
  Repository::file("inner/a.procedure.json");
  BOOST_TEST(Repository::collect({"inner"}) == "inner/a.procedure.json\n");
  BOOST_TEST(Repository::collect({"inner/a.procedure.json"}) == "inner/a.procedure.json\n");
  BOOST_TEST(Repository::collect({"."}) == "inner/a.procedure.json\n");
}

BOOST_AUTO_TEST_CASE(two_configurations_in_one_folder_are_refused) {
  const Repository repository;
  Repository::file("proclint.json");
  Repository::file("proclint.yaml");
  Repository::file("a.procedure.json");
  BOOST_TEST(
      Repository::collect({"a.procedure.json"}).find("two configuration files in one folder") !=
      std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_yaml_configuration_is_read) {
  const Repository repository;
  Repository::file("proclint.yaml", "exclude: [old/]\n");
  Repository::file("old/a.procedure.json");
  Repository::file("b.procedure.json");
  BOOST_TEST(Repository::collect({"."}) == "b.procedure.json\n");
}

BOOST_AUTO_TEST_SUITE_END()
