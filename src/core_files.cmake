# Every file of kith_core, listed: a forgotten one should fail.
set(core_headers
  error.hpp
  text/fold.hpp text/clean.hpp text/encoding.hpp text/width.hpp text/release.hpp
  time/date.hpp time/span.hpp time/words.hpp time/clock.hpp
  domain/ids.hpp domain/uid.hpp domain/circle.hpp domain/person.hpp domain/interaction.hpp
  domain/fact.hpp domain/follow_up.hpp domain/link.hpp domain/score.hpp domain/silence.hpp domain/given_names.hpp domain/unite.hpp
  store/store.hpp store/newcomers.hpp store/person_repo.hpp store/interaction_repo.hpp store/fact_repo.hpp
  store/follow_up_repo.hpp store/link_repo.hpp store/setting_repo.hpp store/origin_repo.hpp
  store/journal.hpp store/key.hpp store/engine.hpp store/backups.hpp store/unfinished.hpp store/doctor.hpp store/name_index.hpp store/text_index.hpp store/rhythm_repo.hpp
  agenda/addresses.hpp agenda/agenda.hpp agenda/celebrated.hpp agenda/prep.hpp agenda/rhythms.hpp agenda/without_circle.hpp
  capture/people.hpp capture/capture.hpp
)
set(core_sources
  error.cpp
  text/code_points.cpp text/fold.cpp text/clean.cpp text/encoding.cpp text/width.cpp text/release.cpp
  time/date.cpp time/span.cpp time/clock.cpp time/words.cpp
  time/tokens.cpp time/lexicon.cpp time/phrase.cpp time/relative.cpp time/weekdays.cpp time/hours.cpp
  domain/uid.cpp domain/circle.cpp domain/checks.cpp domain/contact_point.cpp domain/person.cpp
  domain/interaction.cpp domain/fact.cpp domain/follow_up.cpp domain/link.cpp
  domain/score.cpp domain/short_names.cpp domain/spellings.cpp domain/unite.cpp
  store/connection.cpp store/database_file.cpp store/schema.cpp store/records.cpp store/person_repo.cpp
  store/interaction_repo.cpp store/fact_repo.cpp store/follow_up_repo.cpp store/link_repo.cpp
  store/setting_repo.cpp store/origin_repo.cpp store/rhythm_repo.cpp store/changeset.cpp store/newcomers.cpp store/recording.cpp store/scratch_file.cpp store/table_rows.cpp store/encryption.cpp store/engine.cpp
  store/index_keeper.cpp store/name_keys.cpp store/name_index.cpp store/text_index.cpp
  store/journal.cpp store/footprint.cpp store/backups.cpp store/block_pool.cpp store/unfinished.cpp store/replaced.cpp store/doctor.cpp store/doctor_search.cpp store/repair.cpp store/salvage.cpp store/store.cpp
  exchange/records.cpp
  capture/token.cpp capture/vocabulary.cpp capture/kind_words.cpp
  capture/mended.cpp capture/sentence.cpp capture/name_match.cpp capture/name_slot.cpp capture/names.cpp capture/new_names.cpp
  capture/places.cpp capture/when.cpp capture/clauses.cpp capture/openings.cpp capture/parts.cpp capture/pronouns.cpp capture/roles.cpp capture/take_in.cpp capture/decide.cpp capture/explain.cpp
  capture/promises.cpp capture/capture.cpp
  demo/tables.cpp demo/gatherings.cpp demo/demo.cpp
  agenda/addresses.cpp agenda/celebrated.cpp agenda/old_friends.cpp agenda/pool.cpp agenda/prep.cpp agenda/reasons.cpp agenda/rhythms.cpp agenda/why.cpp agenda/who_is_due.cpp agenda/without_circle.cpp
)
list(APPEND core_headers
  exchange/book_csv.hpp exchange/contact_document.hpp exchange/csv_date.hpp exchange/csv_people.hpp
  exchange/csv_reader.hpp exchange/csv_writer.hpp exchange/import_report.hpp
  exchange/importer.hpp exchange/json_export.hpp exchange/json_import.hpp exchange/linkedin.hpp
)
list(APPEND core_sources
  exchange/contact_document.cpp exchange/csv_column_map.cpp exchange/csv_columns.cpp exchange/csv_date.cpp
  exchange/csv_header_words.cpp exchange/csv_headers.cpp exchange/csv_headers_abroad.cpp
  exchange/csv_list.cpp exchange/csv_names.cpp exchange/csv_people_reader.cpp
  exchange/csv_people_writer.cpp exchange/csv_remarks.cpp exchange/csv_row_parts.cpp exchange/csv_row_reader.cpp
  exchange/csv_values.cpp exchange/google_csv_writer.cpp exchange/outlook_csv_writer.cpp
  exchange/csv_reader.cpp exchange/csv_writer.cpp exchange/importer.cpp exchange/importer_match.cpp exchange/importer_log.cpp
  exchange/json_export.cpp exchange/json_import.cpp exchange/json_records.cpp
  exchange/json_scanner.cpp exchange/linkedin.cpp exchange/linkedin_archive.cpp
  exchange/linkedin_messages.cpp exchange/linkedin_notes.cpp exchange/three_way.cpp
)
list(APPEND core_headers exchange/ical.hpp store/sync_repo.hpp sync/sync.hpp)
list(APPEND core_sources
  exchange/ical_file.cpp exchange/ical_todo.cpp store/sync_repo.cpp
  sync/card_file.cpp sync/contacts.cpp sync/contacts_in.cpp sync/contacts_out.cpp sync/layout.cpp
  sync/merge.cpp sync/missing.cpp sync/outgoing_card.cpp sync/sync.cpp sync/tasks.cpp
  sync/tasks_out.cpp sync/todo_words.cpp sync/vdir.cpp
)
list(APPEND core_headers
  network/graph.hpp network/network.hpp network/map.hpp
  network/palette.hpp
  store/map_repo.hpp store/merge_repo.hpp store/totals.hpp
)
list(APPEND core_sources
  network/graph.cpp network/weighted_graph.cpp network/leiden.cpp network/communities.cpp
  network/lasting.cpp network/names.cpp network/bridges.cpp network/palette.cpp
  network/quadtree.cpp network/forces.cpp network/overlaps.cpp network/packing.cpp
  network/layout.cpp network/map.cpp
)
list(APPEND core_headers network/pictures.hpp)
list(APPEND core_sources
  network/community_places.cpp network/graph_files.cpp network/label_places.cpp network/map_json.cpp network/markup.cpp
  network/html.cpp network/page_data.cpp network/svg.cpp network/tie_curve.cpp
)
list(APPEND core_sources
  store/map_repo.cpp store/person_sweep.cpp store/person_list.cpp
  store/hand_over.cpp store/interaction_history.cpp store/merge_record.cpp store/merge_repo.cpp
  network/read_network.cpp network/tie_rules.cpp network/introductions.cpp
  network/chains.cpp network/log_ties.cpp network/reasons.cpp network/joiners.cpp
)
# Other programs' books and logs.
list(APPEND core_headers
  exchange/abook.hpp exchange/address_book.hpp exchange/friends.hpp exchange/ics.hpp exchange/ics_export.hpp
  exchange/jscontact.hpp exchange/mail.hpp exchange/monica.hpp
)
list(APPEND core_sources
  exchange/abook.cpp exchange/address_book.cpp exchange/friends_reader.cpp exchange/friends_text.cpp
  exchange/friends_writer.cpp exchange/ical_component.cpp exchange/ical_recurrence.cpp
  exchange/ical_writer.cpp exchange/ics_export.cpp exchange/ics_reader.cpp exchange/jscontact.cpp
  exchange/line_reader.cpp
  exchange/mail_header.cpp exchange/mail_log.cpp exchange/mailbox.cpp
  exchange/monica.cpp exchange/monica_parts.cpp
)
list(APPEND core_headers exchange/card.hpp exchange/content_line.hpp exchange/vcard.hpp)
list(APPEND core_sources
  exchange/card.cpp exchange/charset.cpp exchange/folder.cpp exchange/content_line.cpp
  exchange/content_line_reader.cpp exchange/content_line_text.cpp
  exchange/jcard.cpp exchange/vcard_contact_points.cpp exchange/vcard_date.cpp
  exchange/vcard_export.cpp exchange/vcard_labels.cpp
  exchange/vcard_names.cpp exchange/vcard_properties.cpp exchange/vcard_reader.cpp
  exchange/vcard_patch.cpp exchange/vcard_related.cpp exchange/vcard_said.cpp exchange/vcard_ties.cpp
  exchange/vcard_wishes.cpp exchange/vcard_words.cpp
)
list(APPEND core_headers doubles/find.hpp doubles/merge.hpp)
list(APPEND core_sources
  doubles/candidates.cpp doubles/find.cpp doubles/merge.cpp doubles/names.cpp doubles/profile.cpp
)
# Moments of a period.
list(APPEND core_headers review/period.hpp review/review.hpp)
list(APPEND core_sources
  review/circles.cpp review/from_log.cpp review/introductions.cpp review/most_telling.cpp review/noted.cpp review/page.cpp review/page_picture.cpp review/page_style.cpp review/period.cpp
  review/review.cpp review/words.cpp
)
