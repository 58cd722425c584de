# What keeps kith fast: every query by an index, and the instructions of the commands within their budgets.
if(Python3_FOUND)
  add_test(NAME "queries: none looks at all of a table that grows, but those that are to"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/store/query_plans.py $<TARGET_FILE:kith>
            ${PROJECT_SOURCE_DIR}/src)
endif()
