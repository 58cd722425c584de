# The map judged on planted communities: support for the tests, and a program that prints figures.
add_library(kith_invented_networks STATIC network/planted.cpp network/invented.cpp)
target_include_directories(kith_invented_networks PUBLIC ${CMAKE_CURRENT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(kith_invented_networks PUBLIC kith_core PRIVATE kith_warnings kith_sanitizers)

add_executable(kith_map_quality network/quality.cpp)
target_link_libraries(kith_map_quality PRIVATE kith_invented_networks kith_fmt kith_warnings kith_sanitizers)

target_link_libraries(kith_unit_tests PRIVATE kith_invented_networks)
target_link_libraries(kith_property_tests PRIVATE kith_invented_networks)
