# What every target of ours shares: warnings, sanitizers, link-time optimisation.
add_library(kith_warnings INTERFACE)
target_compile_options(kith_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:${KITH_WERROR}>:-Werror>
  # g++ 12 sees overlapping copies in "a" + std::to_string(n) where there are none (GCC bug 105651).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)

add_library(kith_sanitizers INTERFACE)
if(KITH_SANITIZE)
  target_compile_options(kith_sanitizers INTERFACE
    -fsanitize=${KITH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(kith_sanitizers INTERFACE -fsanitize=${KITH_SANITIZE})
  target_compile_definitions(kith_sanitizers INTERFACE KITH_SANITIZED)
endif()

# Every file of ours reports its branches to the fuzzer; the targets alone link its main().
if(KITH_FUZZ)
  target_compile_options(kith_sanitizers INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(kith_sanitizers INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(KITH_LTO AND CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT KITH_SANITIZE)
  include(CheckIPOSupported)
  check_ipo_supported(RESULT KITH_IPO OUTPUT KITH_IPO_WHY LANGUAGES CXX)
endif()
