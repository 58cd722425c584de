# Makes one .cpp of the page of `kith map`: the template with its style and its scripts put in, and
# the hashes of both in its content security policy.
# cmake -DOUT=page.cpp -DFOLDER=src/network/page
#   -DSTYLES=a.css,b.css -DSCRIPTS=a.js,b.js -P EmbedPage.cmake

# Base64 of bytes given in hex: what a policy wants, and CMake does not have.
function(base64_of_hex hex result)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  string(LENGTH "${hex}" length)
  set(text "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${hex}" ${at} 6 group)  # three bytes make four characters
    string(LENGTH "${group}" digits)
    set(padded "${group}000000")
    string(SUBSTRING "${padded}" 0 6 padded)
    foreach(shift 18 12 6 0)
      math(EXPR place "(0x${padded} >> ${shift}) & 63")
      string(SUBSTRING "${alphabet}" ${place} 1 character)
      string(APPEND text "${character}")
    endforeach()
    if(digits LESS 6)
      string(LENGTH "${text}" end)
      math(EXPR kept "${end} - (6 - ${digits}) / 2")
      string(SUBSTRING "${text}" 0 ${kept} text)
      math(EXPR missing "(6 - ${digits}) / 2")
      string(REPEAT "=" ${missing} padding)
      string(APPEND text "${padding}")
    endif()
    math(EXPR at "${at} + 6")
  endwhile()
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

function(policy_hash text result)
  string(SHA256 hex "${text}")
  base64_of_hex("${hex}" base64)
  set(${result} "sha256-${base64}" PARENT_SCOPE)
endfunction()

file(READ ${FOLDER}/map.html page)
function(joined names result)
  string(REPLACE "," ";" list "${names}")
  set(all "\n")
  foreach(name IN LISTS list)
    file(READ ${FOLDER}/${name} text)
    string(APPEND all "${text}")
  endforeach()
  set(${result} "${all}" PARENT_SCOPE)
endfunction()
joined("${STYLES}" style)
joined("${SCRIPTS}" script)
policy_hash("${style}" style_hash)
policy_hash("${script}" script_hash)
string(REPLACE "@@STYLE_HASH@@" "${style_hash}" page "${page}")
string(REPLACE "@@SCRIPT_HASH@@" "${script_hash}" page "${page}")
string(REPLACE "@@STYLE@@" "${style}" page "${page}")
string(REPLACE "@@SCRIPT@@" "${script}" page "${page}")

# In pieces: compilers need not take string literals of more than 65,536 characters.
set(pieces "")
string(LENGTH "${page}" length)
set(at 0)
while(at LESS length)
  string(SUBSTRING "${page}" ${at} 16000 piece)
  string(APPEND pieces "    R\"kith(${piece})kith\",\n")
  math(EXPR at "${at} + 16000")
endwhile()
file(WRITE ${OUT} "// Made by EmbedPage.cmake of the files in src/network/page: change those.
#include \"network/page.hpp\"

namespace kith::network {
namespace {

constexpr std::string_view kPieces[] = {
${pieces}};

}  // namespace

std::string page() {
  std::string all;
  for (const std::string_view piece : kPieces) {
    all += piece;
  }
  return all;
}

}  // namespace kith::network
")
