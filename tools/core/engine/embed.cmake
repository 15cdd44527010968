# Writes OUTPUT, a C++ file that holds each of FILES (relative to ROOT) as a string literal.
# usage: cmake -DOUTPUT=... -DROOT=... -DFILES=a;b -P embed.cmake
set(text "#include \"core/engine/embedded.h\"\n\n#include <array>\n#include <cassert>\n#include <utility>\n\n")
string(APPEND text "namespace proclint {\nnamespace {\n\nusing File = std::pair<std::string_view, std::string_view>;\n")
list(LENGTH FILES count)
string(APPEND text "constexpr std::array<File, ${count}> kFiles{{\n")
foreach(file IN LISTS FILES)
  # Read as hexadecimal: CMake would take ; and [ in the text for its own.
  file(READ ${ROOT}/${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" literal "${hex}")
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(APPEND text "    {\"${file}\", std::string_view(\"${literal}\", ${size})},\n")
endforeach()
string(APPEND text "}};\n\n}  // namespace\n\nstd::string_view embedded(std::string_view name) {\n")
string(APPEND text "  for (const File& file : kFiles) {\n    if (file.first == name) return file.second;\n  }\n")
string(APPEND text "  assert(false);\n  return {};\n}\n\n}  // namespace proclint\n")
file(WRITE ${OUTPUT} "${text}")
