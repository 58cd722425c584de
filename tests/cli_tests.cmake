# Tests of the command line: in process, and stories played with the real binary.
set(cli_sources
  unit/architecture_test.cpp
  unit/cli/app_test.cpp unit/cli/arguments_test.cpp unit/cli/person_form_test.cpp unit/cli/render_test.cpp
  unit/cli/settings_test.cpp unit/cli/table_test.cpp unit/cli/texts_test.cpp
  unit/cli/house_rules_test.cpp unit/cli/folded_test.cpp unit/cli/present_test.cpp
  property/person_form_test.cpp property/commands_test.cpp
)
add_executable(kith_cli_tests ${cli_sources})
target_link_libraries(kith_cli_tests PRIVATE kith_cli kith_test_support)
target_compile_definitions(kith_cli_tests PRIVATE KITH_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
catch_discover_tests(kith_cli_tests TEST_PREFIX "cli: ")

add_executable(kith_transcript support/transcript.cpp)
target_compile_features(kith_transcript PRIVATE cxx_std_20)
target_link_libraries(kith_transcript PRIVATE kith_warnings util)

# A story is a CTest entry of its own; so are the console blocks of a page.
function(kith_story name file)
  add_test(NAME "${name}" COMMAND kith_transcript --kith $<TARGET_FILE:kith> ${file})
endfunction()

set(transcripts
  a_week
  add
  add_contact_points
  archive
  backup
  commands
  completion
  completion_shells
  config
  config_set
  database
  dedupe
  dedupe_ask
  dates
  demo
  demo_sizes
  doctor
  done
  drop
  due
  due_json
  edit
  edit_remove
  editor
  exit_codes
  export
  export_books
  export_files
  export_redacted
  find
  follow_ups
  front_door
  global_options
  help
  history
  hopes
  hostile
  hostile_files
  import
  import_books
  import_csv
  import_files
  import_google
  import_json
  import_json_again
  import_linkedin
  import_options
  import_outlook
  import_vcard
  intro
  limits
  link
  linkedin_messages
  list
  list_and_timeline
  log
  map
  mcp
  merge
  names
  note
  pager
  path
  prep
  prompts
  query
  query_aerc
  read_only
  redo
  remarks_and_quiet
  remind
  restore
  review
  rm
  schema
  show
  silence
  snooze
  split
  stats
  sync
  sync_conflicts
  sync_layout
  sync_merge
  sync_tasks
  terminal_width
  ties
  timeline
  triage
  unarchive
  undo
  undo_everything
  unlink
)
if(KITH_SQLCIPHER)
  list(APPEND transcripts locked)
else()
  list(APPEND transcripts no_key)
endif()
foreach(story IN LISTS transcripts)
  kith_story("transcript: ${story}" ${CMAKE_CURRENT_SOURCE_DIR}/cli/transcripts/${story}.transcript)
endforeach()

set(pages
  add
  archive
  backup
  commands
  completion
  config
  dedupe
  demo
  doctor
  done
  drop
  due
  edit
  export
  find
  help
  history
  import
  intro
  kith
  link
  list
  log
  map
  mcp
  merge
  note
  path
  prep
  query
  redo
  remind
  restore
  review
  rm
  schema
  show
  snooze
  split
  stats
  sync
  timeline
  triage
  unarchive
  undo
  unlink
)
foreach(page IN LISTS pages)
  kith_story("manual: ${page}" ${PROJECT_SOURCE_DIR}/docs/manual/${page}.md)
endforeach()
kith_story("daily" ${PROJECT_SOURCE_DIR}/docs/daily.md)
if(EXISTS ${PROJECT_SOURCE_DIR}/docs/tutorial.md)
  kith_story("tutorial" ${PROJECT_SOURCE_DIR}/docs/tutorial.md)
endif()

add_test(NAME "configure: SQLCipher that cannot do is refused, with the reason"
  COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/configure/sqlcipher_refused.sh ${PROJECT_SOURCE_DIR})

# Doubles planted among invented people: the least that must be right and found is what is reached.
find_package(Python3 COMPONENTS Interpreter)
if(Python3_FOUND)
  add_test(NAME "doubles: planted ones are found, and no others"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/bench/dedupe.py $<TARGET_FILE:kith>
            --people 3000 --doubles 150 --seed 7 --least 0.90 0.90)
  add_test(NAME "daily: the prompt, the greeting, the notification and fzf's recipes"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/cli/daily.py $<TARGET_FILE:kith>
            ${PROJECT_SOURCE_DIR}/docs/daily.md)
  add_test(NAME "mail: mutt and neomutt are answered"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/mail/programs.py $<TARGET_FILE:kith>
            ${PROJECT_SOURCE_DIR}/docs/mail.md)
  set_tests_properties("mail: mutt and neomutt are answered" PROPERTIES SKIP_RETURN_CODE 77)
endif()

# Sentences with known answers; the least that must be right is what is reached.
find_package(Python3 COMPONENTS Interpreter)
if(Python3_FOUND)
  add_test(NAME "sentences: as people write them"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/cli/sentences.py $<TARGET_FILE:kith>
            ${CMAKE_CURRENT_SOURCE_DIR}/data/capture/sentences.jsonl --least 150)
  add_test(NAME "sentences: a second round of them"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/cli/sentences.py $<TARGET_FILE:kith>
            ${CMAKE_CURRENT_SOURCE_DIR}/data/capture/second_round.jsonl --least 136)
  add_test(NAME "json: every command answers with one document"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/cli/json_everywhere.py $<TARGET_FILE:kith>
            ${PROJECT_SOURCE_DIR}/docs/kith.schema.json)
  add_test(NAME "widths: lines fit terminals of 40 to 300 columns"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/cli/widths.py $<TARGET_FILE:kith>)
  add_test(NAME "mcp: assistants and others are answered"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/mcp/protocol.py $<TARGET_FILE:kith>)
  add_test(NAME "hooks: they hear what they should, and do no harm"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/cli/hooks.py $<TARGET_FILE:kith>)
  add_test(NAME "hostile: text from anywhere, in whatever shows it"
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/cli/hostile.py $<TARGET_FILE:kith>)
endif()

# The protocol's own client: `sh tests/thorough.sh mcp` installs it.
find_program(KITH_NODE node)
if(KITH_NODE)
  add_test(NAME "mcp: the reference client is content"
    COMMAND ${KITH_NODE} ${CMAKE_CURRENT_SOURCE_DIR}/mcp/reference.mjs $<TARGET_FILE:kith>)
  set_tests_properties("mcp: the reference client is content" PROPERTIES SKIP_RETURN_CODE 77)
endif()


