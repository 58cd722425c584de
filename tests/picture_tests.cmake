# Pictures of invented maps: to look at, to open with other programs, and to try in a browser.
add_executable(kith_sample_map support/sample_map.cpp support/planted_map.cpp)
target_include_directories(kith_sample_map PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(kith_sample_map PRIVATE kith_invented_networks kith_core kith_warnings kith_sanitizers)

find_package(Python3 COMPONENTS Interpreter)
if(Python3_FOUND)
  add_test(NAME "pictures: other programs can read them"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/support/check_pictures.py
            $<TARGET_FILE:kith_sample_map> ${PROJECT_SOURCE_DIR}/docs/kith.schema.json)
  set_tests_properties("pictures: other programs can read them" PROPERTIES SKIP_RETURN_CODE 77)
endif()
