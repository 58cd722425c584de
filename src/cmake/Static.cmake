# KITH_STATIC: every library has to be there in its static form, or the reason why it cannot be.
foreach(other KITH_SANITIZE KITH_SQLCIPHER)
  if(${other})
    message(FATAL_ERROR "KITH_STATIC and ${other} do not go together")
  endif()
endforeach()
if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux")
  message(FATAL_ERROR "KITH_STATIC: only Linux promises programs that bring their own libc to run on")
endif()
set(KITH_SLIM ON)  # it prefers what is static, and this insists on it
foreach(library sqlite3 utf8proc)
  find_library(KITH_STATIC_${library} lib${library}.a)
  if(NOT KITH_STATIC_${library})
    message(FATAL_ERROR "KITH_STATIC: there is no lib${library}.a here; Debian has it in lib${library}-dev")
  endif()
endforeach()

include(CheckCXXSourceCompiles)
set(CMAKE_REQUIRED_LINK_OPTIONS -static-pie)
check_cxx_source_compiles("#include <string>
int main(int argc, char**) { return std::string(argc, 'x').empty(); }" KITH_STATIC_LIBC)
unset(CMAKE_REQUIRED_LINK_OPTIONS)
if(NOT KITH_STATIC_LIBC)
  message(FATAL_ERROR "KITH_STATIC: this compiler cannot link libc and libstdc++ "
    "statically into a position-independent program (-static-pie)")
endif()
