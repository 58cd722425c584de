"""What is measured: each command of kith, and beside it the SQL that gives the same answer.

The SQL goes through the same indexes and is written as somebody would who knows them; it ranks, words and
checks nothing that the answer does not hold. Where there is no fair counterpart, there is none.
"""
import sqlite3
import subprocess

TODAY = 20532  # 2026-03-20
LAST = 3  # interactions on a card
PLANTED = "Ottoline Vexborough"  # of whose name no other is near, among however many


def plant(kith, around):
    """Adds the one who is looked up by a part of her name and by a misspelt one."""
    subprocess.run([kith, "-q", "add", PLANTED, "--email", "ottoline@vexborough.example"], env=around, check=True)
    subprocess.run([kith, "-q", "log", f"lunch with {PLANTED}"], env=around, check=True)


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def after(prefix):
    """The first text behind all that begin with `prefix`."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)


class Known:
    """Somebody and something to ask for, found in the data, the same each time."""

    def __init__(self, path):
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)

        def first(sql, *values):
            return database.execute(sql, values).fetchone()

        # Seen now and then: neither the dearest nor a stranger, and alone in being called so.
        people = first("SELECT count(*) FROM person")[0]
        self.people = people
        self.interactions = first("SELECT count(*) FROM interaction")[0]
        middle = min(people // 3, 300)
        self.id, self.name, self.key = first(
            "SELECT p.id, p.name, k.key FROM person p JOIN name_key k ON k.person = p.id AND k.kind = 0 WHERE p.id >= ? "
            "AND (SELECT count(*) FROM name_key WHERE kind = 0 AND key = k.key) = 1 "
            "AND k.key NOT GLOB '*[^a-z ]*' ORDER BY p.id LIMIT 1", middle)
        self.word = PLANTED.split()[1].lower()
        self.prefix = self.word[:7]
        self.typo = self.word[:4] + "q" + self.word[5:]  # a letter that is another
        self.family = "smith"
        self.start = "ann"
        self.mail = first("SELECT value FROM contact_point WHERE kind = 'email' AND person >= ? ORDER BY person LIMIT 1",
                          middle)[0]
        self.words = self.three_words(database)
        self.open = [row[0] for row in database.execute("SELECT id FROM follow_up WHERE status = 'open' ORDER BY id")]
        self.next = first("SELECT max((SELECT max(id) FROM interaction), (SELECT max(id) FROM fact), "
                          "(SELECT max(id) FROM follow_up)) + 1")[0]
        database.close()

    @staticmethod
    def three_words(database):
        """Three that a text in the middle of the log holds, the topic among them."""
        text = database.execute("SELECT text FROM interaction WHERE id >= (SELECT max(id) / 2 FROM interaction) "
                                "AND length(text) > 40 ORDER BY id LIMIT 1").fetchone()[0].split()
        long = sorted(set(text[:-1]), key=lambda word: (-len(word), word))[:2]
        return [text[-1]] + long


PERSON = """
SELECT * FROM person WHERE id = {id};
SELECT nickname FROM nickname WHERE person = {id} ORDER BY position;
SELECT kind, value, label FROM contact_point WHERE person = {id} ORDER BY position;
SELECT org, title, from_year, to_year FROM membership WHERE person = {id} ORDER BY position;
SELECT tag FROM person_tag WHERE person = {id} ORDER BY position;
SELECT id, kind, text, date FROM fact WHERE person = {id} ORDER BY id;
SELECT id, text, due FROM follow_up WHERE person = {id} AND status = 'open' ORDER BY due;
SELECT l.kind, a.name, b.name FROM link l JOIN person a ON a.id = l.a JOIN person b ON b.id = l.b
  WHERE l.a = {id} OR l.b = {id};
"""
LOG = """
SELECT i.id, date(i.date * 86400, 'unixepoch'), i.kind, i.place, i.text,
    (SELECT group_concat(p.name, ', ') FROM participant x JOIN person p ON p.id = x.person WHERE x.interaction = i.id)
  FROM interaction i ORDER BY i.date DESC, i.time DESC NULLS LAST, i.id DESC {limit}
"""
PEOPLE = """
SELECT p.name, p.city, p.circle,
    (SELECT title || ', ' || org FROM membership WHERE person = p.id ORDER BY position LIMIT 1),
    (SELECT group_concat(tag) FROM person_tag WHERE person = p.id),
    (SELECT date(d.date * 86400, 'unixepoch') FROM participant d WHERE d.person = p.id AND d.date <= 20532
       AND NOT EXISTS(SELECT 1 FROM interaction WHERE id + 0 = +d.interaction AND unanswered = 1)
     ORDER BY d.date DESC LIMIT 1)
  FROM name_key k CROSS JOIN person p ON p.id = k.person WHERE k.kind = 0 AND p.archived = 0 ORDER BY k.key, p.uid {limit}
"""
# Rhythms that are out, each group of one cadence by its range of the index; what is promised; birthdays of a week.
REASONS = """
WITH due(person, late, why, said) AS (
  SELECT person, 20532 - last - 7, 'check-in', last FROM rhythm WHERE circle = 'inner' AND cadence = 0 AND last <= 20525
  UNION ALL SELECT person, 20532 - last - 30, 'check-in', last FROM rhythm
    WHERE circle = 'close' AND cadence = 0 AND last <= 20502
  UNION ALL SELECT person, 20532 - last - 91, 'check-in', last FROM rhythm
    WHERE circle = 'friend' AND cadence = 0 AND last <= 20441
  UNION ALL SELECT person, 20532 - last - 365, 'check-in', last FROM rhythm
    WHERE circle = 'wider' AND cadence = 0 AND last <= 20167
  UNION ALL SELECT person, 20532 - due, 'promised', text FROM follow_up WHERE status = 'open' AND due <= 20532
  UNION ALL SELECT id, 0, 'birthday', birthday_day FROM person
    WHERE (circle IS NOT NULL OR cadence_days IS NOT NULL) IN (0, 1) AND birthday_month = 3 AND birthday_day BETWEEN 20 AND 27
      AND archived = 0 AND standing = 'active'
  UNION ALL SELECT person, 20532 - date, 'success', text FROM fact
    WHERE date BETWEEN 20501 AND 20532 AND kind = 'success'
      AND NOT EXISTS(SELECT 1 FROM participant d WHERE d.person = fact.person AND d.date >= fact.date))
"""
FOUND = """
SELECT p.name, s.body FROM (SELECT rowid AS at FROM search WHERE search MATCH {words} AND rowid < 0 ORDER BY rowid LIMIT 50)
  JOIN person p ON p.id = -at JOIN search_person s ON s.person = p.id;
SELECT at, i.date, i.kind, i.text, f.text, u.text, (SELECT group_concat(p.name, ', ') FROM participant x
    JOIN person p ON p.id = x.person WHERE x.interaction = at), coalesce(fp.name, up.name)
  FROM (SELECT rowid AS at FROM search WHERE search MATCH {words} AND rowid > 0 ORDER BY rowid DESC LIMIT 50)
  LEFT JOIN interaction i ON i.id = at LEFT JOIN fact f ON f.id = at LEFT JOIN person fp ON fp.id = f.person
  LEFT JOIN follow_up u ON u.id = at LEFT JOIN person up ON up.id = u.person ORDER BY at DESC;
"""
ONE_OF = """
SELECT i.id, date(i.date * 86400, 'unixepoch'), i.kind, i.place, i.text,
    (SELECT group_concat(p.name, ', ') FROM participant x JOIN person p ON p.id = x.person WHERE x.interaction = i.id)
  FROM participant d CROSS JOIN interaction i ON i.id = d.interaction
  WHERE d.person = ({who}) AND d.date <= 20532 ORDER BY d.date DESC, d.interaction DESC LIMIT {limit}
"""
BEGUN = """
WITH hit(person) AS (""" + " UNION ".join(f"""
  SELECT person FROM (SELECT person FROM name_key CROSS JOIN person p ON p.id = person
    WHERE kind = {kind} AND key >= {{begun}} AND key < {{after}} AND p.archived = 0 ORDER BY key LIMIT 50)"""
                                          for kind in (0, 1, 2)) + """)
SELECT p.name FROM hit JOIN person p ON p.id = hit.person ORDER BY p.name LIMIT 50
"""
ADDRESSES = """
SELECT c.value, p.name, (SELECT org FROM membership WHERE person = p.id ORDER BY position LIMIT 1),
    (SELECT count(*) FROM (SELECT 1 FROM participant d WHERE d.person = p.id AND d.date <= 20532
                           ORDER BY d.date DESC LIMIT 10)) AS often
  FROM (SELECT DISTINCT person FROM name_key WHERE kind IN (2, 4) AND key >= {begun} AND key < {after}) k
  JOIN person p ON p.id = k.person JOIN contact_point c ON c.person = p.id AND c.kind = 'email'
  WHERE p.standing <> 'dead' ORDER BY often DESC, p.name LIMIT 200
"""
KEYED = "SELECT person FROM name_key WHERE kind = {kind} AND key = {key} LIMIT 1"
STARTED = "SELECT person FROM name_key WHERE kind = 2 AND key >= {begun} AND key < {after} LIMIT 1"
MISSPELT = ("SELECT k.person FROM name_typo t CROSS JOIN name_key k ON k.kind = 2 AND k.key = t.word "
            "WHERE t.key IN ({keys}) LIMIT 1")
EXPORTED = """
SELECT json_object('uid', lower(hex(p.uid)), 'name', p.name, 'city', p.city, 'timezone', p.timezone,
    'birthday', p.birthday_year || '-' || p.birthday_month || '-' || p.birthday_day, 'met', p.met, 'circle', p.circle,
    'cadence_days', p.cadence_days, 'created_at', datetime(p.created_at, 'unixepoch'),
    'nicknames', (SELECT json_group_array(nickname) FROM nickname WHERE person = p.id),
    'contact_points', (SELECT json_group_array(json_object('kind', kind, 'value', value, 'label', label))
                       FROM contact_point WHERE person = p.id),
    'memberships', (SELECT json_group_array(json_object('org', org, 'title', title)) FROM membership WHERE person = p.id),
    'tags', (SELECT json_group_array(tag) FROM person_tag WHERE person = p.id)) FROM person p ORDER BY p.uid;
SELECT json_object('id', i.id, 'uid', lower(hex(i.uid)), 'date', date(i.date * 86400, 'unixepoch'), 'time', i.time,
    'kind', i.kind, 'place', i.place, 'text', i.text, 'duration_minutes', i.duration,
    'created_at', datetime(i.created_at, 'unixepoch'), 'updated_at', datetime(i.updated_at, 'unixepoch'),
    'people', (SELECT json_group_array(json_object('uid', lower(hex(p.uid)), 'name', p.name))
               FROM participant x JOIN person p ON p.id = x.person WHERE x.interaction = i.id),
    'mentions', (SELECT json_group_array(json_object('uid', lower(hex(p.uid)), 'name', p.name))
                 FROM mention x JOIN person p ON p.id = x.person WHERE x.interaction = i.id),
    'tags', (SELECT json_group_array(tag) FROM interaction_tag WHERE interaction = i.id))
  FROM interaction i ORDER BY i.uid;
SELECT json_object('id', f.id, 'uid', lower(hex(f.uid)), 'person', json_object('uid', lower(hex(p.uid)), 'name', p.name),
    'kind', f.kind, 'text', f.text, 'date', date(f.date * 86400, 'unixepoch'))
  FROM fact f JOIN person p ON p.id = f.person ORDER BY f.uid;
SELECT json_object('id', f.id, 'uid', lower(hex(f.uid)), 'person', json_object('uid', lower(hex(p.uid)), 'name', p.name),
    'text', f.text, 'due', date(f.due * 86400, 'unixepoch'), 'status', f.status, 'owed_by', f.owed_by)
  FROM follow_up f JOIN person p ON p.id = f.person ORDER BY f.uid;
SELECT json_object('kind', kind, 'a', a, 'b', b) FROM link ORDER BY uid;
"""
INSERTED = """
PRAGMA synchronous = FULL;
INSERT INTO interaction(id, uid, date, kind, text, created_at, updated_at)
  VALUES({id}, randomblob(16), 20532, 'coffee', 'about sailing, number {id}', 1773997200, 1773997200)
"""


def begun(words):
    """For FTS5: each word, or what begins with it."""
    return quoted(" ".join(f'"{word}"*' for word in words))


def typo_keys(word):
    return ", ".join(quoted(word[:at] + word[at + 1:]) for at in range(len(word))) + ", " + quoted(word)


def reads(known):
    """{name: (words of kith, SQL or None)}."""
    def between(prefix):
        return {"begun": quoted(prefix), "after": quoted(after(prefix))}

    exact = KEYED.format(kind=0, key=quoted(known.key))
    return {
        "due": (["due"], REASONS + "SELECT p.name, why, said FROM due JOIN person p ON p.id = person "
                "WHERE p.archived = 0 ORDER BY late DESC LIMIT 5"),
        "due --count": (["due", "--count"], REASONS + "SELECT count(DISTINCT person) FROM due"),
        "show": (["show", known.name], PERSON.format(id=f"({exact})") + ONE_OF.format(who=exact, limit=LAST)),
        "look-up, exact": (["timeline", known.name, "--limit", "1"], ONE_OF.format(who=exact, limit=1)),
        "look-up, prefix": (["timeline", known.prefix, "--limit", "1"],
                            ONE_OF.format(who=STARTED.format(**between(known.prefix)), limit=1)),
        "look-up, typo": (["timeline", known.typo, "--limit", "1"],
                          ONE_OF.format(who=MISSPELT.format(keys=typo_keys(known.typo)), limit=1)),
        "list --limit 50": (["list", "--limit", "50"], PEOPLE.format(limit="LIMIT 50")),
        "list, all": (["list"], PEOPLE.format(limit="")),
        "timeline --limit 50": (["timeline", "--limit", "50"], LOG.format(limit="LIMIT 50")),
        "timeline, all": (["timeline"], LOG.format(limit="")),
        "timeline PERSON --limit 50": (["timeline", known.name, "--limit", "50"], ONE_OF.format(who=exact, limit=50)),
        "find, 1 word": (["find", known.words[0]], FOUND.format(words=begun(known.words[:1]))),
        "find, 3 words": (["find", *known.words], FOUND.format(words=begun(known.words))),
        "query, a name": (["query", known.family], ADDRESSES.format(**between(known.family))),
        "query, an address": (["query", known.mail], ADDRESSES.format(**between(known.mail))),
        "completion": (["complete-names", known.start], BEGUN.format(**between(known.start))),
        "path": (["path", known.name], None),
        "review year": (["review", "year"], None),
        "map, html": (["map", "-o", "{out}/map.html", "--force"], None),
        "sync, nothing to do": (["sync", "{out}/cards"], None),
        "doctor": (["doctor"], "PRAGMA integrity_check; PRAGMA foreign_key_check"),
    }


def writes(known):
    """{name: words of kith}: each a change of its own; undo takes back done."""
    return {
        "log": lambda number: ["log", f"coffee with {known.name} about sailing, number {number}"],
        "note": lambda number: ["note", known.name, f"likes sailing, number {number}"],
        "remind": lambda number: ["remind", known.name, f"send the book {number}", "--on", "2026-04-01"],
        "add": lambda number: ["add", f"Zebulon Number{number}", "--email", f"zebulon{number}@example.org"],
        "done": lambda number: ["done", str(known.open[0])],
        "undo": lambda number: ["undo"],
    }
