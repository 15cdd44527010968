// Runs the command lines of tests/scenarios/*.txt in folders of their own and compares what they
// print.
//
//   -- file NAME          what follows, up to the next "-- ", is that file's text
//   -- run COMMAND        run by sh, with the programs in PATH
//   -- out                what must stand on standard output (default: nothing)
//   -- err                what must stand on standard error (default: nothing)
//   -- exit N             the exit code (default: 0)
//
// "\$" at the end of a file's last line takes its line end away.
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

namespace fs = std::filesystem;

struct Step {
  std::string command;
  std::string out;
  std::string err;
  int exit_code = 0;
};

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, std::string text) {
  if (text.ends_with("\\$\n")) text.resize(text.size() - 3);
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::vector<fs::path> scenarios() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(PROCLINT_PROJECT_DIR "/tests/scenarios")) {
    if (entry.path().extension() == ".txt") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "proclint-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
    fs::create_directory(path_ / "work");
    fs::create_directory(path_ / "work/.git");  // no configuration from outside
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path work() const { return path_ / "work"; }

  int run(const std::string& command, std::string& out, std::string& err) const {
    const std::string line = "cd '" + work().string() +
                             "' && PATH='" PROCLINT_BIN_DIR
                             "':$PATH; export PATH; unset NO_COLOR; { " +
                             command + "\n} >../out 2>../err </dev/null";
    const int status = std::system(line.c_str());
    out = read(path_ / "out");
    err = read(path_ / "err");
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  fs::path path_;
};

void check(const Folder& folder, const Step& step) {
  if (step.command.empty()) return;
  std::string out;
  std::string err;
  const int exit_code = folder.run(step.command, out, err);
  BOOST_TEST(out == step.out, step.command << "\nprinted\n" << out << "instead of\n" << step.out);
  BOOST_TEST(err == step.err, step.command << "\nsaid\n" << err << "instead of\n" << step.err);
  BOOST_TEST(exit_code == step.exit_code, step.command << "\nended with " << exit_code);
}

void play(const fs::path& scenario) {
  const Folder folder;
  std::ifstream in(scenario);
  Step step;
  std::string file;
  std::string file_name;
  std::string ignored;
  std::string* target = &ignored;
  const auto finish_file = [&] {
    if (!file_name.empty()) write(folder.work() / file_name, file);
    file_name.clear();
    file.clear();
  };
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("-- ")) {
      *target += line + "\n";
      continue;
    }
    finish_file();
    std::istringstream words(line.substr(3));
    std::string word;
    words >> word >> std::ws;
    std::string rest;
    std::getline(words, rest);
    if (word == "file") {
      check(folder, step);
      step = {};
      file_name = rest;
      target = &file;
    } else if (word == "run") {
      check(folder, step);
      step = {rest, "", "", 0};
      target = &ignored;
    } else if (word == "out") {
      target = &step.out;
    } else if (word == "err") {
      target = &step.err;
    } else if (word == "exit") {
      step.exit_code = std::stoi(rest);
      target = &ignored;
    } else {
      BOOST_FAIL("unknown line in " << scenario << ": " << line);
    }
  }
  finish_file();
  check(folder, step);
}

}  // namespace

BOOST_DATA_TEST_CASE(a_scenario_prints_what_it_says, boost::unit_test::data::make(scenarios()),
                     scenario) {
  play(scenario);
}

BOOST_AUTO_TEST_CASE(the_page_about_the_rules_is_fresh) {
  const Folder folder;
  std::string out;
  std::string err;
  BOOST_TEST(folder.run("proclint rules list --format markdown", out, err) == 0);
  BOOST_TEST((out == read(PROCLINT_PROJECT_DIR "/rules/README.md")),
             "stale: proclint rules list --format markdown > rules/README.md");
}

BOOST_AUTO_TEST_CASE(the_readme_shows_what_is_printed) {
  const std::string readme = read(PROCLINT_PROJECT_DIR "/README.md");
  const std::string fence = "```console\n$ ";
  const std::size_t begin = readme.find(fence) + fence.size();
  const std::size_t line_end = readme.find('\n', begin);
  const std::string expected =
      readme.substr(line_end + 1, readme.find("```", line_end) - line_end - 1);
  const Folder folder;
  std::filesystem::create_symlink(PROCLINT_PROJECT_DIR "/sample-data",
                                  folder.work() / "sample-data");
  std::string out;
  std::string err;
  folder.run(readme.substr(begin, line_end - begin), out, err);
  BOOST_TEST(out == expected);
}
