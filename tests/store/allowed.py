"""The queries that look at all of a growing table, each with its reason; and those put together at run time.

A part of the query's text names it. Whoever adds one here says why it is not, or cannot be, an index.
"""

# What a text with gaps becomes, as examples that can be prepared.
BUILT = [
    ("DELETE FROM {} WHERE NOT EXISTS (SELECT 1 FROM {} AS parent WHERE {})",
     ["DELETE FROM fact WHERE NOT EXISTS (SELECT 1 FROM person AS parent WHERE parent.id = fact.person)"]),
    ("INSERT OR IGNORE INTO {}({}) VALUES({})", ["INSERT OR IGNORE INTO setting(key, value) VALUES(?, ?)"]),
    ("INSERT {} INTO {} VALUES", ["INSERT OR IGNORE INTO name_typo VALUES(?, ?),(?, ?)"]),
    ("SELECT {}, {} FROM {} ORDER BY {}", ["SELECT key, value, key FROM setting ORDER BY key"]),
    ("SELECT {} FROM {} WHERE {} = ?1", ["SELECT name FROM person WHERE id = ?1"]),
    ("SELECT sqlcipher_export('encrypted')", []),  # SQLCipher's own: copies a whole database
]

_REASONS = {
    "export and other sweeps tell of every one": [
        "FROM fact f JOIN person p ON p.id = f.person ORDER BY f.uid",
        "FROM follow_up f JOIN person p ON p.id = f.person ORDER BY f.uid",
        "FROM interaction i ORDER BY i.uid",
        "LEFT JOIN person v ON v.id = l.via ORDER BY l.uid",
        "FROM merged_person m JOIN person p ON p.id = m.person ORDER BY m.uid",
        "FROM distinct_people d JOIN person a ON a.id = d.a JOIN person b ON b.id = d.b ORDER BY",
        "p.updated_at FROM person p ORDER BY p.uid",
        "p.created_at, (SELECT d.date FROM participant d WHERE d.person = p.id AND d.date <= ?1 "
        "AND NOT EXISTS(SELECT 1 FROM interaction WHERE id + 0 = +d.interaction AND unanswered = 1) "
        "ORDER BY d.date DESC LIMIT 1) FROM person p ORDER BY p.uid"],
    "a list in an order that only a look at everybody gives; read to its limit": [
        "FROM person p ORDER BY p.created_at DESC, p.id DESC",
        "AS seen FROM person p ORDER BY seen DESC NULLS LAST, p.uid",
        "AS seen, NULL FROM person p WHERE (?2 IS NULL OR p.archived = ?2) ORDER BY"],
    "the first row will do": [
        "SELECT 1 FROM interaction WHERE unanswered = 1 LIMIT 1",
        "SELECT 1 FROM person LIMIT 1"],
    "the map, paths, doubles and the review look at the whole network": [
        "SELECT interaction, date, person FROM participant INDEXED BY participant_interaction",
        "SELECT a, b, kind, since_year, since_month, since_day, via, created_at FROM link ORDER BY id",
        "SELECT person, x, y, region, community FROM map_dot ORDER BY person",
        "birthday_year, birthday_month, birthday_day FROM person ORDER BY id",
        "to_year, to_month, to_day, person FROM membership ORDER BY person, position",
        "SELECT person, nickname FROM nickname ORDER BY person",
        "SELECT person, kind, value, label FROM contact_point ORDER BY person",
        "SELECT person, org, title, from_year, from_month, from_day, to_year, to_month, to_day FROM membership",
        "SELECT person, tag FROM person_tag ORDER BY person",
        "p.birthday_day, p.timezone FROM person p ORDER BY p.id",
        "coalesce(to_year, to_month, to_day) IS NULL FROM membership WHERE org <> ''"],
    "every introduction, by an index of those alone": [
        "FROM interaction i CROSS JOIN participant p ON p.interaction = i.id WHERE i.kind = 'intro'"],
    "the two indexes are made anew from everything": [
        "SELECT id, text || ' ' || place || ' ' FROM interaction ORDER BY id",
        "SELECT id, text || ' ' FROM fact ORDER BY id",
        "SELECT id, text || ' ' FROM follow_up ORDER BY id",
        "INSERT INTO rhythm SELECT * FROM rhythm_now",
        "SELECT id FROM person ORDER BY id"],
    "a count for stats, doctor, a backup or an import": [
        "(SELECT count(*) FROM person), (SELECT count(*) FROM interaction)",
        "(SELECT count(*) FROM person), (SELECT count(*) FROM person WHERE archived = 1)",
        "SELECT count(*) FROM person"],
    "the doctor looks at everything": [
        "SELECT count(*) FROM search_person WHERE person NOT IN (SELECT id FROM person)",
        "SELECT (SELECT count(DISTINCT person) FROM name_key WHERE person NOT IN (SELECT id FROM person))",
        "WITH wanted AS ( SELECT coalesce(circle, '') AS circle",
        "SELECT uid FROM person UNION ALL SELECT uid FROM interaction UNION ALL SELECT uid FROM fact",
        "SELECT id FROM change WHERE undone IS NULL ORDER BY id DESC LIMIT 1000",
        "SELECT count(*) FROM change WHERE at > ?1"],
    "repair and salvage look at everything": [
        "DELETE FROM nickname WHERE person NOT IN", "DELETE FROM contact_point WHERE person NOT IN",
        "DELETE FROM membership WHERE person NOT IN", "DELETE FROM person_tag WHERE person NOT IN",
        "DELETE FROM participant WHERE person NOT IN", "DELETE FROM mention WHERE person NOT IN",
        "DELETE FROM interaction_tag WHERE interaction NOT IN", "DELETE FROM fact WHERE person NOT IN",
        "DELETE FROM follow_up WHERE person NOT IN", "UPDATE link SET via = NULL WHERE via NOT IN",
        "DELETE FROM link WHERE a NOT IN", "DELETE FROM origin WHERE person NOT IN",
        "DELETE FROM fact WHERE NOT EXISTS (SELECT 1 FROM person AS parent"],
    "the newest number: the last row of the table's own order": [
        "SELECT coalesce(max(id), 0) + 1 FROM link",
        "SELECT coalesce(max(id), 0) FROM person",
        "SELECT max(coalesce((SELECT max(id) FROM interaction), 0)",
        "SELECT max(id) FROM change WHERE undone IS NULL",
        "SELECT (SELECT coalesce(max(id), 0) FROM change)"],
    "the newest changes, from the last row back": [
        "SELECT id, at, label, undone FROM change ORDER BY id DESC LIMIT ?1",
        "FROM change WHERE undone IS NULL ORDER BY id DESC LIMIT"],
    "people who turned out to be one, or were said not to be, are few": [
        "FROM merged_person WHERE person = ?1",
        "FROM distinct_people d JOIN person p ON p.id = CASE WHEN",
        "DELETE FROM distinct_people WHERE a = ?1 OR b = ?1"],
}
SWEEPS = {part: reason for reason, parts in _REASONS.items() for part in parts}
