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

# The real loop: Radicale, vdirsyncer, khard, todoman and khal. KITH_LOOP=1 runs it.
if(Python3_FOUND)
  add_test(NAME "loop: folder, server and other programs in step"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/interchange/loop.py $<TARGET_FILE:kith>)
  set_tests_properties("loop: folder, server and other programs in step" PROPERTIES
    LABELS loop SKIP_RETURN_CODE 77 TIMEOUT 1800)
endif()

# vCards out of kith, read by other programs. Debian's modules belong to Debian's interpreter.
add_executable(kith_sample_cards support/sample_cards.cpp)
target_include_directories(kith_sample_cards PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(kith_sample_cards PRIVATE kith_core kith_warnings kith_sanitizers)
find_program(KITH_SYSTEM_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
if(KITH_SYSTEM_PYTHON)
  add_test(NAME "vcard: vobject and khard read what kith writes"
    COMMAND ${KITH_SYSTEM_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/support/check_cards.py
            $<TARGET_FILE:kith_sample_cards> 1000)
  set_tests_properties("vcard: vobject and khard read what kith writes"
    PROPERTIES SKIP_RETURN_CODE 77)
  add_test(NAME "real data: vCards say what vobject reads of them"
    COMMAND ${KITH_SYSTEM_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/support/real_cards.py
            $<TARGET_FILE:kith>)
  set_tests_properties("real data: vCards say what vobject reads of them"
    PROPERTIES SKIP_RETURN_CODE 77)
endif()
