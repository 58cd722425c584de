# Every file of the test programs, listed: a forgotten one should fail.
set(unit_sources
  unit/domain/score_test.cpp unit/domain/words_test.cpp unit/domain/limits_test.cpp
  support/reading.cpp
  unit/capture/people_test.cpp unit/capture/company_test.cpp unit/capture/word_names_test.cpp
  unit/capture/days_test.cpp unit/capture/kinds_test.cpp unit/capture/promises_test.cpp unit/capture/decide_test.cpp
  unit/capture/sentence_test.cpp unit/capture/token_test.cpp unit/demo/demo_test.cpp
  unit/agenda/prep_test.cpp unit/agenda/who_is_due_test.cpp unit/agenda/why_test.cpp
  unit/text/fold_test.cpp unit/text/clean_test.cpp unit/text/width_test.cpp
  unit/domain/person_test.cpp unit/domain/records_test.cpp
  unit/store/person_repo_test.cpp unit/store/record_repos_test.cpp unit/store/rhythm_test.cpp
  unit/store/doctor_test.cpp unit/store/undo_test.cpp unit/store/newcomers_test.cpp unit/store/file_test.cpp unit/store/name_scripts_test.cpp unit/store/text_index_test.cpp
  unit/store/name_index_test.cpp unit/store/journal_test.cpp unit/store/repos_test.cpp unit/store/open_test.cpp
  unit/time/date_test.cpp unit/time/span_test.cpp unit/time/clock_test.cpp
  unit/time/words_test.cpp unit/time/match_test.cpp unit/time/parts_test.cpp
)
set(property_sources
  property/agenda_test.cpp
  support/reading.cpp
  property/capture_test.cpp property/capture_reading_test.cpp
  property/date_test.cpp
  property/text_test.cpp property/person_test.cpp property/laws_test.cpp
  property/journal_test.cpp property/map_test.cpp
)
list(APPEND unit_sources
  unit/exchange/csv_date_test.cpp unit/exchange/csv_people_test.cpp
  unit/exchange/csv_reader_test.cpp unit/exchange/csv_writer_test.cpp
  unit/exchange/json_export_test.cpp unit/exchange/json_import_test.cpp
  unit/exchange/linkedin_test.cpp unit/exchange/linkedin_files_test.cpp
  unit/exchange/linkedin_again_test.cpp
  unit/exchange/csv_hard_files_test.cpp unit/exchange/csv_columns_test.cpp
  unit/exchange/csv_rows_test.cpp unit/exchange/csv_files_test.cpp unit/exchange/csv_again_test.cpp
  unit/exchange/csv_abroad_test.cpp unit/exchange/book_csv_test.cpp
  unit/exchange/linkedin_messages_test.cpp unit/text/encoding_test.cpp
  unit/exchange/json_fields_test.cpp unit/exchange/json_refusals_test.cpp
  unit/exchange/json_merge_test.cpp
  unit/demo/demo_sense_test.cpp
)
list(APPEND property_sources property/exchange_test.cpp property/book_csv_test.cpp)
list(APPEND unit_sources
  unit/network/palette_test.cpp unit/network/communities_test.cpp unit/network/lasting_test.cpp
  unit/network/names_test.cpp unit/network/bridges_test.cpp unit/network/layout_test.cpp
  unit/network/map_test.cpp
)
list(APPEND unit_sources
  support/planted_map.cpp support/xml.cpp
  unit/network/pictures_test.cpp unit/network/graph_files_test.cpp
  unit/network/picture_parts_test.cpp
)
list(APPEND unit_sources
  unit/store/migration_test.cpp unit/store/map_repo_test.cpp
  unit/network/read_network_test.cpp unit/network/introductions_test.cpp
  unit/network/chains_test.cpp unit/network/reasons_test.cpp unit/store/sweep_test.cpp
)
list(APPEND property_sources property/chains_test.cpp)
list(APPEND unit_sources
  unit/exchange/importer_log_test.cpp unit/exchange/friends_test.cpp
  unit/exchange/monica_test.cpp
  unit/exchange/records_test.cpp unit/exchange/mail_test.cpp unit/exchange/ics_test.cpp
  unit/exchange/books_test.cpp
)
list(APPEND property_sources property/books_test.cpp)
list(APPEND unit_sources
  unit/doubles/find_test.cpp unit/doubles/merge_test.cpp unit/agenda/addresses_test.cpp unit/agenda/rhythms_test.cpp unit/agenda/without_circle_test.cpp
)
list(APPEND property_sources property/merge_test.cpp)
list(APPEND unit_sources
  unit/exchange/ical_test.cpp
)
list(APPEND unit_sources
  unit/sync/settled_test.cpp unit/sync/card_file_test.cpp unit/sync/contacts_test.cpp unit/sync/departures_test.cpp
  unit/sync/layout_test.cpp unit/sync/tasks_test.cpp
)
list(APPEND property_sources property/sync_test.cpp)
list(APPEND unit_sources
  unit/exchange/content_line_test.cpp unit/exchange/vcard_writers_test.cpp
  unit/exchange/vcard_patch_test.cpp unit/exchange/vcard_reader_test.cpp
)
list(APPEND property_sources property/vcard_test.cpp)
list(APPEND unit_sources
  support/planted_moments.cpp
  unit/review/review_test.cpp
)
