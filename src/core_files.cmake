# Every file of kith_core, listed: a forgotten one should fail.
set(core_headers
  error.hpp
  text/fold.hpp text/clean.hpp text/width.hpp
  time/date.hpp time/span.hpp time/words.hpp time/clock.hpp
)
set(core_sources
  error.cpp
  exchange/records.cpp
  text/code_points.cpp text/fold.cpp text/clean.cpp text/width.cpp
  time/date.cpp time/span.cpp time/words.cpp time/clock.cpp
)
list(APPEND core_headers
  exchange/contact_document.hpp exchange/csv_date.hpp exchange/csv_people.hpp
  exchange/csv_reader.hpp exchange/csv_writer.hpp exchange/import_report.hpp
  exchange/importer.hpp exchange/json_export.hpp exchange/json_import.hpp exchange/linkedin.hpp
)
list(APPEND core_sources
  exchange/contact_document.cpp exchange/csv_columns.cpp exchange/csv_date.cpp
  exchange/csv_list.cpp exchange/csv_people_reader.cpp exchange/csv_people_writer.cpp
  exchange/csv_reader.cpp exchange/csv_writer.cpp exchange/importer.cpp
  exchange/json_export.cpp exchange/json_import.cpp exchange/json_records.cpp
  exchange/json_scanner.cpp exchange/linkedin.cpp exchange/three_way.cpp
)
