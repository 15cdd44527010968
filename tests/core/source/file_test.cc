#include <boost/test/unit_test.hpp>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "core/source/file.h"

namespace proclint {
namespace {

namespace fs = std::filesystem;

// A folder of its own for one test.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "proclint-XXXXXX").string();
    BOOST_TEST_REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(const std::string& name, std::string_view text) const {
    std::ofstream(path / name, std::ios::binary) << text;
    return (path / name).string();
  }

  fs::path path;
};

// The text; "too large"; or the error with "PATH" for the path.
std::string read(const std::string& path, std::size_t max_size = 1000) {
  std::string text = "what was there before";
  const Result<ReadOutcome> outcome = read_file(path, max_size, text);
  if (!outcome) {
    std::string message = outcome.error().message;
    const std::size_t at = message.find(path);
    if (at == std::string::npos) return message;
    return message.replace(at, path.size(), "PATH");
  }
  if (*outcome == ReadOutcome::too_large) return text.empty() ? "too large" : "text is left over";
  return text;
}

BOOST_AUTO_TEST_SUITE(file)

BOOST_AUTO_TEST_CASE(a_file_is_read_as_it_is) {
  const Folder folder;
  const std::string bytes("a\r\n\0\xFF z", 7);
  BOOST_TEST(read(folder.file("a.json", bytes)) == bytes);
  BOOST_TEST(read(folder.file("empty.json", "")) == "");
}

BOOST_AUTO_TEST_CASE(a_file_of_the_largest_size_is_read_and_a_larger_one_is_not) {
  const Folder folder;
  BOOST_TEST(read(folder.file("a", std::string(1000, 'a'))) == std::string(1000, 'a'));
  BOOST_TEST(read(folder.file("b", std::string(1001, 'b'))) == "too large");
}

BOOST_AUTO_TEST_CASE(a_link_is_followed) {
  const Folder folder;
  folder.file("a", "text");
  fs::create_symlink("a", folder.path / "link");
  BOOST_TEST(read((folder.path / "link").string()) == "text");
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_an_error) {
  const Folder folder;
  BOOST_TEST(read((folder.path / "none").string()) ==
             "cannot open PATH: No such file or directory");
}

BOOST_AUTO_TEST_CASE(a_link_to_nothing_is_an_error_of_its_own) {
  const Folder folder;
  fs::create_symlink("none", folder.path / "link");
  BOOST_TEST(read((folder.path / "link").string()) ==
             "cannot open PATH: the link leads to no file");
}

BOOST_AUTO_TEST_CASE(a_link_to_itself_is_an_error) {
  const Folder folder;
  fs::create_symlink("link", folder.path / "link");
  BOOST_TEST(read((folder.path / "link").string()).starts_with("cannot open PATH: "));
}

BOOST_AUTO_TEST_CASE(a_folder_is_an_error) {
  const Folder folder;
  BOOST_TEST(read(folder.path.string()) == "cannot read PATH: it is a folder");
}

BOOST_AUTO_TEST_CASE(a_device_is_an_error) {
  BOOST_TEST(read("/dev/null") == "cannot read PATH: it is a device or a socket, not a file");
  BOOST_TEST(read("/dev/zero") == "cannot read PATH: it is a device or a socket, not a file");
}

BOOST_AUTO_TEST_CASE(a_socket_is_an_error) {
  const Folder folder;
  const std::string path = (folder.path / "socket").string();
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  BOOST_TEST_REQUIRE(path.size() < sizeof address.sun_path);
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
  BOOST_TEST_REQUIRE(descriptor >= 0);
  const int bound = ::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  BOOST_TEST(bound == 0);
  BOOST_TEST(read(path).starts_with("cannot open PATH: "));
  ::close(descriptor);
}

BOOST_AUTO_TEST_CASE(a_pipe_is_read_until_its_writer_closes_it) {
  const Folder folder;
  const std::string path = (folder.path / "pipe").string();
  BOOST_TEST_REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const std::string bytes(200'000, 'x');  // more than a pipe holds
  std::thread writer([&] { std::ofstream(path, std::ios::binary) << bytes; });
  BOOST_TEST(read(path, 1'000'000) == bytes);
  writer.join();
}

BOOST_AUTO_TEST_CASE(a_pipe_with_more_than_the_largest_size_is_too_large) {
  const Folder folder;
  const std::string path = (folder.path / "pipe").string();
  BOOST_TEST_REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  std::thread writer([&] { std::ofstream(path, std::ios::binary) << std::string(2000, 'x'); });
  BOOST_TEST(read(path) == "too large");
  writer.join();
}

// The superuser may read every file.
BOOST_AUTO_TEST_CASE(a_file_that_may_not_be_read_is_an_error) {
  const Folder folder;
  const std::string path = folder.file("closed", "text");
  BOOST_TEST_REQUIRE(::chmod(path.c_str(), 0) == 0);
  const std::string expected = ::geteuid() == 0 ? "text" : "cannot open PATH: Permission denied";
  BOOST_TEST(read(path) == expected);
}

BOOST_AUTO_TEST_CASE(files_that_were_expected_are_read_in_their_order) {
  const Folder folder;
  const std::vector<std::string> paths{folder.file("a", "one"), folder.file("b", "two"),
                                       folder.file("c", "three")};
  FileReader files;
  for (const std::string& path : paths) files.expect(path);
  BOOST_TEST(files.expected() == 3U);
  std::string text;
  BOOST_TEST_REQUIRE(files.read(paths[0], 1000, text).has_value());
  BOOST_TEST(text == "one");
  // The one between is forgotten.
  BOOST_TEST_REQUIRE(files.read(paths[2], 1000, text).has_value());
  BOOST_TEST(text == "three");
  BOOST_TEST(files.expected() == 0U);
  BOOST_TEST_REQUIRE(files.read(paths[1], 1000, text).has_value());
  BOOST_TEST(text == "two");
}

BOOST_AUTO_TEST_CASE(an_expected_file_that_is_not_there_fails_when_it_is_read) {
  const Folder folder;
  const std::string path = (folder.path / "none").string();
  FileReader files;
  files.expect(path);
  std::string text;
  const auto outcome = files.read(path, 1000, text);
  BOOST_TEST_REQUIRE(!outcome.has_value());
  BOOST_TEST(outcome.error().message == "cannot open " + path + ": No such file or directory");
  BOOST_TEST(!files.read(folder.path.string(), 1000, text).has_value());
}

BOOST_AUTO_TEST_CASE(a_file_is_found_whatever_folder_the_one_before_was_in) {
  const Folder folder;
  fs::create_directory(folder.path / "inner");
  FileReader files;
  std::string text;
  for (const std::string name : {"a", "b", "inner/a", "inner/b", "inner/c", "c"}) {
    const std::string path = folder.file(name, name);
    BOOST_TEST_REQUIRE(files.read(path, 1000, text).has_value());
    BOOST_TEST(text == name);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace proclint
