// The shape of the database, step by step.
// A released step is left as it is: a change of shape is a new step at the end of the list.
#pragma once

#include <array>

namespace kith {

inline constexpr const char* kStep1 = R"sql(
CREATE TABLE person(
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid) = 16),
  name TEXT NOT NULL CHECK(name <> ''),
  city TEXT NOT NULL DEFAULT '',
  timezone TEXT NOT NULL DEFAULT '',
  birthday_year INTEGER,
  birthday_month INTEGER CHECK(birthday_month BETWEEN 1 AND 12),
  birthday_day INTEGER CHECK(birthday_day BETWEEN 1 AND 31),
  met TEXT NOT NULL DEFAULT '',
  met_year INTEGER,
  met_month INTEGER CHECK(met_month BETWEEN 1 AND 12),
  met_day INTEGER CHECK(met_day BETWEEN 1 AND 31),
  circle TEXT CHECK(circle IN ('inner', 'close', 'friend', 'wider')),
  cadence_days INTEGER CHECK(cadence_days BETWEEN 1 AND 36525),
  tracked_since INTEGER,
  standing TEXT NOT NULL DEFAULT 'active'
    CHECK(standing IN ('active', 'paused', 'former', 'dead')),
  snoozed_until INTEGER,
  archived INTEGER NOT NULL DEFAULT 0 CHECK(archived IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX person_birthday ON person(birthday_month, birthday_day)
  WHERE birthday_day IS NOT NULL;

CREATE TABLE nickname(
  person INTEGER NOT NULL REFERENCES person(id),
  nickname TEXT NOT NULL CHECK(nickname <> ''),
  position INTEGER NOT NULL,
  PRIMARY KEY(person, nickname)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_point(
  person INTEGER NOT NULL REFERENCES person(id),
  kind TEXT NOT NULL CHECK(kind IN ('email', 'phone', 'url', 'handle', 'address')),
  value TEXT NOT NULL CHECK(value <> ''),
  label TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL,
  PRIMARY KEY(person, kind, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE membership(
  person INTEGER NOT NULL REFERENCES person(id),
  position INTEGER NOT NULL,
  org TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  from_year INTEGER, from_month INTEGER, from_day INTEGER,
  to_year INTEGER, to_month INTEGER, to_day INTEGER,
  PRIMARY KEY(person, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_tag(
  person INTEGER NOT NULL REFERENCES person(id),
  tag TEXT NOT NULL CHECK(tag <> ''),
  position INTEGER NOT NULL,
  PRIMARY KEY(person, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE interaction(
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid) = 16),
  date INTEGER NOT NULL,
  time INTEGER CHECK(time BETWEEN 0 AND 1439),
  kind TEXT NOT NULL CHECK(kind <> ''),
  place TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  duration INTEGER CHECK(duration > 0),
  unanswered INTEGER NOT NULL DEFAULT 0 CHECK(unanswered IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX interaction_date ON interaction(date, id);

CREATE TABLE participant(
  person INTEGER NOT NULL REFERENCES person(id),
  date INTEGER NOT NULL,
  interaction INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY(person, date, interaction),
  FOREIGN KEY(date, interaction) REFERENCES interaction(date, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX participant_interaction ON participant(interaction);

CREATE TABLE mention(
  interaction INTEGER NOT NULL REFERENCES interaction(id),
  person INTEGER NOT NULL REFERENCES person(id),
  position INTEGER NOT NULL,
  PRIMARY KEY(interaction, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_person ON mention(person);

CREATE TABLE interaction_tag(
  interaction INTEGER NOT NULL REFERENCES interaction(id),
  tag TEXT NOT NULL CHECK(tag <> ''),
  position INTEGER NOT NULL,
  PRIMARY KEY(interaction, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact(
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid) = 16),
  person INTEGER NOT NULL REFERENCES person(id),
  kind TEXT NOT NULL CHECK(kind <> ''),
  text TEXT NOT NULL CHECK(text <> ''),
  date INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX fact_person ON fact(person);
CREATE INDEX fact_date ON fact(date) WHERE date IS NOT NULL;
CREATE INDEX fact_success ON fact(created_at) WHERE kind = 'success' AND date IS NULL;

CREATE TABLE follow_up(
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid) = 16),
  person INTEGER NOT NULL REFERENCES person(id),
  text TEXT NOT NULL CHECK(text <> ''),
  due INTEGER NOT NULL,
  every_months INTEGER NOT NULL DEFAULT 0 CHECK(every_months >= 0),
  every_days INTEGER NOT NULL DEFAULT 0 CHECK(every_days >= 0),
  series_start INTEGER NOT NULL,
  owed_by TEXT NOT NULL CHECK(owed_by IN ('me', 'them')),
  status TEXT NOT NULL CHECK(status IN ('open', 'done', 'dropped')),
  done_on INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX follow_up_open ON follow_up(due) WHERE status = 'open';
CREATE INDEX follow_up_person ON follow_up(person);

CREATE TABLE link(
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK(length(uid) = 16),
  a INTEGER NOT NULL REFERENCES person(id),
  b INTEGER NOT NULL REFERENCES person(id),
  kind TEXT NOT NULL CHECK(kind <> ''),
  since_year INTEGER, since_month INTEGER, since_day INTEGER,
  created_at INTEGER NOT NULL,
  CHECK(a <> b),
  UNIQUE(a, b, kind)
) STRICT;
CREATE INDEX link_b ON link(b);

CREATE TABLE setting(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE origin(
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES person(id),
  said TEXT NOT NULL DEFAULT '{}',
  PRIMARY KEY(source, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX origin_person ON origin(person);

CREATE TABLE change(
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  label TEXT NOT NULL,
  changes BLOB NOT NULL,
  undone INTEGER
) STRICT;

-- From here on: derived. Not journalled, never exported, rebuilt from the tables above.

CREATE TABLE rhythm(
  circle TEXT NOT NULL,
  cadence INTEGER NOT NULL,
  last INTEGER NOT NULL,
  person INTEGER NOT NULL,
  PRIMARY KEY(circle, cadence, last, person)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX rhythm_person ON rhythm(person);

CREATE TRIGGER person_insert AFTER INSERT ON person
WHEN new.archived = 0 AND new.standing = 'active'
  AND (new.circle IS NOT NULL OR new.cadence_days IS NOT NULL)
BEGIN
  INSERT INTO rhythm(circle, cadence, last, person)
  VALUES(coalesce(new.circle, ''), coalesce(new.cadence_days, 0),
    coalesce((SELECT p.date FROM participant p CROSS JOIN interaction i ON i.id = p.interaction
              WHERE p.person = new.id AND i.unanswered = 0 ORDER BY p.date DESC LIMIT 1),
             new.tracked_since, new.created_at / 86400), new.id);
END;
CREATE TRIGGER person_update
AFTER UPDATE OF circle, cadence_days, tracked_since, standing, archived ON person
BEGIN
  DELETE FROM rhythm WHERE person = old.id;
  INSERT INTO rhythm(circle, cadence, last, person)
  SELECT coalesce(new.circle, ''), coalesce(new.cadence_days, 0),
    coalesce((SELECT p.date FROM participant p CROSS JOIN interaction i ON i.id = p.interaction
              WHERE p.person = new.id AND i.unanswered = 0 ORDER BY p.date DESC LIMIT 1),
             new.tracked_since, new.created_at / 86400), new.id
  WHERE new.archived = 0 AND new.standing = 'active'
    AND (new.circle IS NOT NULL OR new.cadence_days IS NOT NULL);
END;
CREATE TRIGGER person_delete AFTER DELETE ON person
BEGIN
  DELETE FROM rhythm WHERE person = old.id;
END;
CREATE TRIGGER participant_insert AFTER INSERT ON participant
BEGIN
  UPDATE rhythm SET last =
    coalesce((SELECT p.date FROM participant p CROSS JOIN interaction i ON i.id = p.interaction
              WHERE p.person = new.person AND i.unanswered = 0 ORDER BY p.date DESC LIMIT 1),
             (SELECT coalesce(tracked_since, created_at / 86400) FROM person
              WHERE id = new.person))
  WHERE person = new.person;
END;
CREATE TRIGGER participant_delete AFTER DELETE ON participant
WHEN EXISTS(SELECT 1 FROM person WHERE id = old.person)
BEGIN
  UPDATE rhythm SET last =
    coalesce((SELECT p.date FROM participant p CROSS JOIN interaction i ON i.id = p.interaction
              WHERE p.person = old.person AND i.unanswered = 0 ORDER BY p.date DESC LIMIT 1),
             (SELECT coalesce(tracked_since, created_at / 86400) FROM person
              WHERE id = old.person))
  WHERE person = old.person;
END;
CREATE TRIGGER interaction_update AFTER UPDATE OF unanswered ON interaction
BEGIN
  UPDATE rhythm SET last =
    coalesce((SELECT p.date FROM participant p CROSS JOIN interaction i ON i.id = p.interaction
              WHERE p.person = rhythm.person AND i.unanswered = 0 ORDER BY p.date DESC LIMIT 1),
             (SELECT coalesce(tracked_since, created_at / 86400) FROM person
              WHERE id = rhythm.person))
  WHERE person IN (SELECT person FROM participant WHERE interaction = new.id);
END;

CREATE TABLE name_key(
  kind INTEGER NOT NULL,
  key TEXT NOT NULL,
  person INTEGER NOT NULL,
  PRIMARY KEY(kind, key, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_key_person ON name_key(person);

CREATE TABLE name_typo(
  key TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY(key, word)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5(body, content='', tokenize='unicode61 remove_diacritics 0');
CREATE TABLE search_person(
  person INTEGER PRIMARY KEY,
  body TEXT NOT NULL
) STRICT;
)sql";

// Who brought two people together, and the map: how it looked last time is derived (a dot goes with
// its person, and comes anew), the names you gave its communities are yours.
inline constexpr const char* kStep2 = R"sql(
ALTER TABLE link ADD COLUMN via INTEGER REFERENCES person(id);
CREATE INDEX link_via ON link(via) WHERE via IS NOT NULL;
CREATE INDEX interaction_intro ON interaction(id) WHERE kind = 'intro';

CREATE TABLE community_name(
  community INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK(name <> '')
) STRICT;

-- Derived.
CREATE TABLE map(
  id INTEGER PRIMARY KEY CHECK(id = 1),
  fingerprint INTEGER NOT NULL,
  next_community INTEGER NOT NULL
) STRICT;
CREATE TABLE map_dot(
  person INTEGER PRIMARY KEY,
  x REAL NOT NULL,
  y REAL NOT NULL,
  region INTEGER NOT NULL,
  community INTEGER NOT NULL
) STRICT;
CREATE TABLE map_community(
  id INTEGER PRIMARY KEY,
  region INTEGER NOT NULL,
  hue INTEGER NOT NULL,
  shade INTEGER NOT NULL
) STRICT;

DROP TRIGGER person_delete;
CREATE TRIGGER person_delete AFTER DELETE ON person
BEGIN
  DELETE FROM rhythm WHERE person = old.id;
  DELETE FROM map_dot WHERE person = old.id;
END;
)sql";

// People who turned out to be one, people who did not, what was deleted and must not come back with
// the next reading of a source, and what a folder and kith last agreed on.
inline constexpr const char* kStep3 = R"sql(
CREATE TABLE merged_person(
  uid BLOB PRIMARY KEY CHECK(length(uid) = 16),
  person INTEGER NOT NULL REFERENCES person(id),
  at INTEGER NOT NULL,
  record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE distinct_people(
  a INTEGER NOT NULL REFERENCES person(id),
  b INTEGER NOT NULL REFERENCES person(id),
  PRIMARY KEY(a, b),
  CHECK(a < b)
) STRICT, WITHOUT ROWID;

CREATE TABLE removed_record(
  uid BLOB PRIMARY KEY CHECK(length(uid) = 16)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_item(
  folder TEXT NOT NULL,
  uid TEXT NOT NULL CHECK(uid <> ''),
  file TEXT NOT NULL,
  stamp TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind <> ''),
  record BLOB CHECK(length(record) = 16),
  state TEXT NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY(folder, uid)
) STRICT, WITHOUT ROWID;

-- Derived.
CREATE TABLE sync_folder(
  folder TEXT PRIMARY KEY,
  seen TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// What became of a hope; and ways to the facts and follow-ups that ended in a period. Columns that
// come late are nullable: of a row that was there before, SQLite 3.40's sessions record NULL as the
// old value, whatever the default, and a change that did could not be undone.
inline constexpr const char* kStep4 = R"sql(
ALTER TABLE fact ADD COLUMN status TEXT
  CHECK(status IS NULL OR (status IN ('fulfilled', 'let_go') AND kind = 'hope'));
ALTER TABLE fact ADD COLUMN done_on INTEGER CHECK(done_on IS NULL OR status IS NOT NULL);
CREATE INDEX fact_done ON fact(done_on) WHERE done_on IS NOT NULL;
CREATE INDEX follow_up_done ON follow_up(done_on) WHERE status = 'done';
)sql";

// Who took part in an interaction, whose birthday comes and whether anybody wants to hear of it,
// and what has been undone, is read from an index alone; so is whether an interaction was left
// unanswered. Few are, and their index is found by `id + 0`: by `id`, SQLite takes the table.
inline constexpr const char* kStep5 = R"sql(
DROP INDEX participant_interaction;
CREATE INDEX participant_interaction ON participant(interaction, person, position);
DROP INDEX person_birthday;
CREATE INDEX person_birthday ON person((circle IS NOT NULL OR cadence_days IS NOT NULL),
    birthday_month, birthday_day, archived, standing, snoozed_until, circle, cadence_days)
  WHERE birthday_day IS NOT NULL;
CREATE INDEX interaction_unanswered ON interaction((id + 0)) WHERE unanswered = 1;
CREATE INDEX change_undone ON change(undone) WHERE undone IS NOT NULL;
)sql";

// SQLite reads the whole schema at each start, and the triggers were two fifths of it: what a
// rhythm is, is said once. What is read of facts for `due`, and whose birthday comes, is in the
// indexes.
inline constexpr const char* kStep6 = R"sql(
CREATE VIEW rhythm_now(circle, cadence, last, person) AS
SELECT coalesce(circle, ''), coalesce(cadence_days, 0),
  coalesce((SELECT p.date FROM participant p CROSS JOIN interaction i ON i.id = p.interaction
            WHERE p.person = person.id AND i.unanswered = 0 ORDER BY p.date DESC LIMIT 1),
           tracked_since, created_at / 86400), id
FROM person
WHERE archived = 0 AND standing = 'active' AND (circle IS NOT NULL OR cadence_days IS NOT NULL);

DROP TRIGGER person_insert;
CREATE TRIGGER person_insert AFTER INSERT ON person
BEGIN
  INSERT INTO rhythm SELECT * FROM rhythm_now WHERE person = new.id;
END;
DROP TRIGGER person_update;
CREATE TRIGGER person_update
AFTER UPDATE OF circle, cadence_days, tracked_since, standing, archived ON person
BEGIN
  DELETE FROM rhythm WHERE person = old.id;
  INSERT INTO rhythm SELECT * FROM rhythm_now WHERE person = new.id;
END;
DROP TRIGGER participant_insert;
CREATE TRIGGER participant_insert AFTER INSERT ON participant
WHEN EXISTS(SELECT 1 FROM rhythm WHERE person = new.person)
BEGIN
  DELETE FROM rhythm WHERE person = new.person;
  INSERT INTO rhythm SELECT * FROM rhythm_now WHERE person = new.person;
END;
DROP TRIGGER participant_delete;
CREATE TRIGGER participant_delete AFTER DELETE ON participant
WHEN EXISTS(SELECT 1 FROM rhythm WHERE person = old.person)
BEGIN
  DELETE FROM rhythm WHERE person = old.person;
  INSERT INTO rhythm SELECT * FROM rhythm_now WHERE person = old.person;
END;
DROP TRIGGER interaction_update;
CREATE TRIGGER interaction_update AFTER UPDATE OF unanswered ON interaction
BEGIN
  DELETE FROM rhythm WHERE person IN (SELECT person FROM participant WHERE interaction = new.id);
  INSERT INTO rhythm SELECT * FROM rhythm_now
  WHERE person IN (SELECT person FROM participant WHERE interaction = new.id);
END;

DROP INDEX fact_date;
CREATE INDEX fact_date ON fact(date, kind, person, created_at) WHERE date IS NOT NULL;
DROP INDEX fact_success;
CREATE INDEX fact_success ON fact(created_at, person) WHERE kind = 'success' AND date IS NULL;
DROP INDEX person_birthday;
CREATE INDEX person_birthday ON person((circle IS NOT NULL OR cadence_days IS NOT NULL),
    birthday_month, birthday_day, snoozed_until, circle, cadence_days)
  WHERE birthday_day IS NOT NULL AND archived = 0 AND standing = 'active';
)sql";

inline constexpr std::array kSteps{kStep1, kStep2, kStep3, kStep4, kStep5, kStep6};

}  // namespace kith
