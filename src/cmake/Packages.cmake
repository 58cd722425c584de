# The libraries kith stands on: the system's packages first, pinned sources where they are missing.
include(FetchContent)

if(KITH_SQLCIPHER)
  include(SQLCipher)
endif()

# A static SQLite where there is one: start-up is a quarter of the all-dynamic one (docs/adr/0002).
if(KITH_SLIM AND NOT SQLite3_LIBRARY)
  find_library(KITH_SQLITE_STATIC libsqlite3.a)
  if(KITH_SQLITE_STATIC)
    set(SQLite3_LIBRARY ${KITH_SQLITE_STATIC} CACHE FILEPATH "SQLite" FORCE)
  endif()
endif()
find_package(SQLite3 3.38 REQUIRED)
if(KITH_SQLCIPHER)
  target_link_libraries(SQLite::SQLite3 INTERFACE ${KITH_SQLCIPHER_LIBRARIES})
endif()

FetchContent_Declare(SQLiteCpp SYSTEM
  GIT_REPOSITORY https://github.com/SRombauts/SQLiteCpp GIT_TAG 3.2.1
  FIND_PACKAGE_ARGS 3.2 CONFIG)
FetchContent_Declare(fmt SYSTEM
  GIT_REPOSITORY https://github.com/fmtlib/fmt GIT_TAG 9.1.0
  FIND_PACKAGE_ARGS 9.1 CONFIG)
FetchContent_Declare(nlohmann_json SYSTEM
  GIT_REPOSITORY https://github.com/nlohmann/json GIT_TAG v3.11.2
  FIND_PACKAGE_ARGS 3.11 CONFIG)
FetchContent_Declare(CLI11 SYSTEM
  GIT_REPOSITORY https://github.com/CLIUtils/CLI11 GIT_TAG v2.1.2
  FIND_PACKAGE_ARGS 2.1 CONFIG)
FetchContent_Declare(tomlplusplus SYSTEM
  GIT_REPOSITORY https://github.com/marzer/tomlplusplus GIT_TAG v3.3.0
  FIND_PACKAGE_ARGS 3.3 CONFIG)
FetchContent_Declare(Catch2 SYSTEM
  GIT_REPOSITORY https://github.com/catchorg/Catch2 GIT_TAG v2.13.10
  FIND_PACKAGE_ARGS 2.13 CONFIG)
set(SQLITECPP_INTERNAL_SQLITE OFF CACHE BOOL "" FORCE)
set(SQLITECPP_RUN_CPPLINT OFF CACHE BOOL "" FORCE)
set(SQLITECPP_RUN_CPPCHECK OFF CACHE BOOL "" FORCE)
FetchContent_MakeAvailable(SQLiteCpp fmt nlohmann_json CLI11 tomlplusplus)
if(KITH_TESTS)
  FetchContent_MakeAvailable(Catch2)
endif()

# utf8proc has no CMake config in its package: pkg-config's names, found by hand.
find_path(UTF8PROC_INCLUDE utf8proc.h)
if(KITH_SLIM)
  find_library(UTF8PROC_LIBRARY NAMES libutf8proc.a utf8proc)
else()
  find_library(UTF8PROC_LIBRARY utf8proc)
endif()
if(UTF8PROC_INCLUDE AND UTF8PROC_LIBRARY)
  add_library(kith_utf8proc INTERFACE)
  target_include_directories(kith_utf8proc SYSTEM INTERFACE ${UTF8PROC_INCLUDE})
  target_link_libraries(kith_utf8proc INTERFACE ${UTF8PROC_LIBRARY})
  if(UTF8PROC_LIBRARY MATCHES "\\.a$")
    target_compile_definitions(kith_utf8proc INTERFACE UTF8PROC_STATIC)
  endif()
else()
  FetchContent_Declare(utf8proc SYSTEM GIT_REPOSITORY https://github.com/JuliaStrings/utf8proc GIT_TAG v2.8.0)
  FetchContent_MakeAvailable(utf8proc)
  add_library(kith_utf8proc ALIAS utf8proc)
endif()
