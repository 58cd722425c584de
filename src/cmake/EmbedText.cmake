# Makes one .cpp of a text file: a function of no arguments that returns it.
# cmake -DIN=docs/kith.schema.json -DOUT=schema_text.cpp -DHEADER=cli/schema_text.hpp
#   -DFUNCTION=schema_text -P EmbedText.cmake
include(${CMAKE_CURRENT_LIST_DIR}/TextSource.cmake)
file(READ ${IN} text)
get_filename_component(name ${IN} NAME)
write_text_source(${OUT} ${HEADER} kith::cli ${FUNCTION} ${name} "${text}")
