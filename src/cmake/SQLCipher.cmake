# SQLCipher in the place of SQLite, or the reason why not. What pkg-config calls its version is SQLite's
# in some packages and SQLCipher's in others, so a small program asks the library itself.
find_package(PkgConfig)
if(NOT PKG_CONFIG_FOUND)
  message(FATAL_ERROR "KITH_SQLCIPHER: pkg-config is not there, and it knows where SQLCipher is")
endif()
pkg_search_module(SQLCIPHER sqlcipher)
if(NOT SQLCIPHER_FOUND)
  message(FATAL_ERROR "KITH_SQLCIPHER: there is no SQLCipher here (pkg-config knows no sqlcipher); "
    "kith needs 4.5 or later. Without the option kith uses SQLite.")
endif()
find_library(KITH_SQLCIPHER_LIBRARY sqlcipher HINTS ${SQLCIPHER_LIBRARY_DIRS} NO_CACHE)
set(KITH_SQLCIPHER_LIBRARIES ${SQLCIPHER_STATIC_LDFLAGS})
list(FILTER KITH_SQLCIPHER_LIBRARIES EXCLUDE REGEX "^-lsqlcipher$")

set(kith_asked ${PROJECT_BINARY_DIR}/CMakeFiles/kith_sqlcipher)
foreach(question version needs)
  try_run(kith_answer kith_built ${kith_asked}/${question}
    ${CMAKE_CURRENT_LIST_DIR}/sqlcipher_${question}.c
    CMAKE_FLAGS "-DINCLUDE_DIRECTORIES=${SQLCIPHER_INCLUDE_DIRS}"
    COMPILE_DEFINITIONS -DSQLITE_HAS_CODEC -DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK
    LINK_LIBRARIES ${KITH_SQLCIPHER_LIBRARY} ${KITH_SQLCIPHER_LIBRARIES}
    COMPILE_OUTPUT_VARIABLE kith_log
    RUN_OUTPUT_VARIABLE kith_said)
  if(NOT kith_built)
    if(question STREQUAL "version")
      message(FATAL_ERROR "KITH_SQLCIPHER: nothing can be built with ${KITH_SQLCIPHER_LIBRARY}:\n${kith_log}")
    endif()
    message(FATAL_ERROR "KITH_SQLCIPHER: ${kith_found} lacks sqlite3_key, the session extension or "
      "sqlite3_deserialize:\n${kith_log}")
  endif()
  if(NOT kith_answer EQUAL 0)
    message(FATAL_ERROR "KITH_SQLCIPHER: ${kith_said}")
  endif()
  if(question STREQUAL "version")
    set(kith_found ${kith_said})
  endif()
  unset(kith_answer CACHE)  # it is asked anew each time: a library may have come or gone
  unset(kith_built CACHE)
endforeach()
message(STATUS "KITH_SQLCIPHER: ${kith_found}")

set(SQLite3_INCLUDE_DIR ${SQLCIPHER_INCLUDE_DIRS} CACHE PATH "SQLCipher's headers" FORCE)
set(SQLite3_LIBRARY ${KITH_SQLCIPHER_LIBRARY} CACHE FILEPATH "SQLCipher" FORCE)
