# The page of `kith map`, in the order in which its files are put together; made into one .cpp.
set(page_styles map.css,panels.css)
set(page_scripts data.js,state.js,curves.js,paint.js,labels.js,screen.js,card.js,search.js,legend.js,time.js,input.js)
set(page_folder ${CMAKE_CURRENT_LIST_DIR})
string(REPLACE "," ";" page_files "map.html,${page_styles},${page_scripts}")
list(TRANSFORM page_files PREPEND ${page_folder}/)
add_custom_command(OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/page.cpp
  COMMAND ${CMAKE_COMMAND} -DOUT=${CMAKE_CURRENT_BINARY_DIR}/page.cpp -DFOLDER=${page_folder}
    -DSTYLES=${page_styles} -DSCRIPTS=${page_scripts}
    -P ${PROJECT_SOURCE_DIR}/src/cmake/EmbedPage.cmake
  DEPENDS ${page_files} ${PROJECT_SOURCE_DIR}/src/cmake/EmbedPage.cmake
    ${PROJECT_SOURCE_DIR}/src/cmake/TextSource.cmake
  COMMENT "Putting the map's page together"
  VERBATIM)
target_sources(kith_core PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/page.cpp)
