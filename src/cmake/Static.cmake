# Whether libc is linked statically too: where it can be had, unless KITH_SLIM is off; KITH_STATIC insists on it, or says
# why it cannot be.
set(KITH_STATIC_WHY "")
foreach(other KITH_SANITIZE KITH_SQLCIPHER)
  if(${other})
    set(KITH_STATIC_WHY "KITH_STATIC and ${other} do not go together")
  endif()
endforeach()
if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux")
  set(KITH_STATIC_WHY "only Linux promises programs that bring their own libc to run on")
endif()
if(KITH_STATIC)
  set(KITH_SLIM ON)  # it prefers what is static, and this insists on it
endif()

if(KITH_SLIM AND NOT KITH_STATIC_WHY)
  foreach(library sqlite3 utf8proc)
    find_library(KITH_STATIC_${library} lib${library}.a)
    if(NOT KITH_STATIC_${library} AND NOT KITH_STATIC_WHY)
      set(KITH_STATIC_WHY "there is no lib${library}.a here; Debian has it in lib${library}-dev")
    endif()
  endforeach()
  include(CheckCXXSourceCompiles)
  set(CMAKE_REQUIRED_LINK_OPTIONS -static-pie)
  check_cxx_source_compiles("#include <string>
int main(int argc, char**) { return std::string(argc, 'x').empty(); }" KITH_STATIC_LIBC)
  unset(CMAKE_REQUIRED_LINK_OPTIONS)
  if(NOT KITH_STATIC_LIBC)
    string(CONCAT KITH_STATIC_WHY "this compiler cannot link libc and libstdc++ "
      "statically into a position-independent program (-static-pie)")
  endif()
endif()
if(KITH_STATIC AND KITH_STATIC_WHY)
  message(FATAL_ERROR "KITH_STATIC: ${KITH_STATIC_WHY}")
endif()

set(KITH_LINK_OPTIONS "")
if(KITH_SLIM AND NOT KITH_STATIC_WHY)
  # Position-independent: a static program that is not finds its first exception by reading all of itself
  # (docs/adr/0002). What the linker says of dlopen is known: of iconv's tables it needs those of its own libc.
  set(KITH_LINK_OPTIONS -static-pie)
  include(CheckLinkerFlag)
  check_linker_flag(CXX -Wl,--no-warnings KITH_QUIET_LINKER)
  if(KITH_QUIET_LINKER)
    list(APPEND KITH_LINK_OPTIONS -Wl,--no-warnings)
  endif()
elseif(KITH_SLIM AND NOT KITH_SANITIZE)
  set(KITH_LINK_OPTIONS -static-libgcc -static-libstdc++ -Wl,--as-needed)
endif()
