# Makes one .cpp of a text file: a function of no arguments that returns it.
# cmake -DIN=docs/kith.schema.json -DOUT=schema_text.cpp -DHEADER=cli/schema_text.hpp
#   -DFUNCTION=schema_text -P EmbedText.cmake
file(READ ${IN} text)
get_filename_component(name ${IN} NAME)

# In pieces: compilers need not take string literals of more than 65,536 characters.
set(pieces "")
string(LENGTH "${text}" length)
set(at 0)
while(at LESS length)
  string(SUBSTRING "${text}" ${at} 16000 piece)
  string(APPEND pieces "    R\"kith(${piece})kith\",\n")
  math(EXPR at "${at} + 16000")
endwhile()
file(WRITE ${OUT} "// Made by EmbedText.cmake of ${name}: change that.
#include \"${HEADER}\"

#include <string_view>

namespace kith::cli {
namespace {

constexpr std::string_view kPieces[] = {
${pieces}};

}  // namespace

std::string ${FUNCTION}() {
  std::string all;
  for (const std::string_view piece : kPieces) {
    all += piece;
  }
  return all;
}

}  // namespace kith::cli
")
