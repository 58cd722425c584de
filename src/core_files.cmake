# Every file of kith_core, listed: a forgotten one should fail.
set(core_headers
  error.hpp
  text/fold.hpp text/clean.hpp text/width.hpp
  time/date.hpp time/span.hpp time/words.hpp time/clock.hpp
)
set(core_sources
  error.cpp
  text/code_points.cpp text/fold.cpp text/clean.cpp text/width.cpp
  time/date.cpp time/span.cpp time/words.cpp time/clock.cpp
)
