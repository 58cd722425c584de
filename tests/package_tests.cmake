# What is installed: manual pages, and the package.
add_test(NAME "manual: man shows every page without a warning"
  COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/package/manuals.sh ${PROJECT_BINARY_DIR}/src/man
          ${PROJECT_SOURCE_DIR}/docs/manual)
set_tests_properties("manual: man shows every page without a warning" PROPERTIES SKIP_RETURN_CODE 77)

add_test(NAME "package: a .deb comes and goes"
  COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/package/deb.sh ${PROJECT_BINARY_DIR})
set_tests_properties("package: a .deb comes and goes" PROPERTIES
  SKIP_RETURN_CODE 77 LABELS package RUN_SERIAL TRUE)

add_test(NAME "configure: a static kith that cannot be is refused, with the reason"
  COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/configure/static_refused.sh ${PROJECT_SOURCE_DIR})

add_test(NAME "scripts: shellcheck and the shells find nothing"
  COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/package/scripts.sh ${PROJECT_SOURCE_DIR} $<TARGET_FILE:kith>)
set_tests_properties("scripts: shellcheck and the shells find nothing" PROPERTIES SKIP_RETURN_CODE 77)
