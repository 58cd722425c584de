# Writes a .cpp with a function of no arguments that returns a text.

# write_text_source(OUT HEADER NAMESPACE FUNCTION SOURCE TEXT): SOURCE is what is to be changed
# instead of it.
function(write_text_source out header namespace function source text)
  # In pieces: compilers need not take string literals of more than 65,536 characters.
  set(pieces "")
  string(LENGTH "${text}" length)
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 16000 piece)
    string(APPEND pieces "    R\"kith(${piece})kith\",\n")
    math(EXPR at "${at} + 16000")
  endwhile()
  file(WRITE ${out} "// Made of ${source}: change that.
#include \"${header}\"

#include <string_view>

namespace ${namespace} {
namespace {

constexpr std::string_view kPieces[] = {
${pieces}};

}  // namespace

std::string ${function}() {
  std::string all;
  for (const std::string_view piece : kPieces) {
    all += piece;
  }
  return all;
}

}  // namespace ${namespace}
")
endfunction()
