# Tests of documents in and out that are neither Catch2 tests nor stories: the JSON Schema, and files
# that other programs wrote.
find_package(Python3 COMPONENTS Interpreter)
if(Python3_FOUND)
  add_test(NAME "schema: what kith writes is what docs/kith.schema.json says"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/support/validate_json.py
            $<TARGET_FILE:kith> ${PROJECT_SOURCE_DIR}/docs/kith.schema.json)
  set_tests_properties("schema: what kith writes is what docs/kith.schema.json says"
    PROPERTIES SKIP_RETURN_CODE 77)
endif()

# Files that other programs wrote and that are not ours to keep: KITH_REAL_DATA names their folder.
add_test(NAME "real data: a LinkedIn export comes in once"
  COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/support/real_data.sh $<TARGET_FILE:kith>)
set_tests_properties("real data: a LinkedIn export comes in once" PROPERTIES SKIP_RETURN_CODE 77)
if(Python3_FOUND)
  add_test(NAME "real data: other programs' CSV is what python reads in it"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/support/real_csv.py $<TARGET_FILE:kith>)
  set_tests_properties("real data: other programs' CSV is what python reads in it"
    PROPERTIES SKIP_RETURN_CODE 77)
endif()

# A second reader of the friends program's file, in another language.
if(Python3_FOUND)
  add_test(NAME "friends: as another reader has it"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/support/friends_count.py $<TARGET_FILE:kith>
            ${CMAKE_CURRENT_SOURCE_DIR}/data/friends/friends.md)
endif()
