# What keeps kith fast: every query by an index, and the instructions of the commands within their budgets.
if(Python3_FOUND)
  add_test(NAME "queries: none looks at all of a table that grows, but those that are to"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/store/query_plans.py $<TARGET_FILE:kith>
            ${PROJECT_SOURCE_DIR}/src)
endif()

# A budget belongs to one kind of build and compiler; under others the test says so and is skipped.
if(Python3_FOUND)
  set(kind "$<CONFIG>")
  foreach(option KITH_STATIC KITH_LTO KITH_SQLCIPHER KITH_FUZZ)
    if(${option})
      string(APPEND kind " ${option}")
    endif()
  endforeach()
  if("-static-pie" IN_LIST KITH_LINK_OPTIONS)
    string(APPEND kind ", libc static")
  endif()
  if(NOT KITH_SLIM)
    string(APPEND kind " not slim")
  endif()
  if(KITH_SANITIZE)
    string(APPEND kind " ${KITH_SANITIZE}")
  endif()
  string(REGEX MATCH "^[0-9]+" compiler "${CMAKE_CXX_COMPILER_VERSION}")
  set(count_instructions Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/bench/instructions.py $<TARGET_FILE:kith>
    --build "${kind}" --compiler "${CMAKE_CXX_COMPILER_ID} ${compiler}")
  add_test(NAME "instructions: no command takes a tenth more than it did" COMMAND ${count_instructions})
  set_tests_properties("instructions: no command takes a tenth more than it did" PROPERTIES SKIP_RETURN_CODE 77)
  add_custom_target(record_instructions COMMAND ${count_instructions} --record VERBATIM
    COMMENT "Recording what each command takes")
endif()
