#!/usr/bin/env python3
"""Plants hostile text wherever kith keeps text, and looks at what every command then shows.

usage: hostile.py KITH

The text comes in as a person would bring it (typed, by the editor, from JSON, CSV and LinkedIn), and
once more past kith, written into the database by another program. Whatever it is and whatever the
command: what comes out is UTF-8, steers no terminal, forges no line, stays text in a picture and no
formula in a table.
"""
import csv
import io
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree

TEXTS = {
    "a colour of 256": "Mal\x1b[38;5;199mpink",
    "screen": "Mal\x1b[2J\x1b[Hhome",
    "title": "Mal\x1b]0;title\x07",
    "link": "Mal\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "Mal\x1b]52;c;ZXZpbA==\x07",
    "lone escape": "Mal\x1b",
    "C1": "Mal\x9b31m\x9d0;title\x9c\x90q\x84",
    "bell and back": "Mal\x07\x08\x08\x7f\x0b\x0c",
    "override": "Mal\u202egnp.exe\u202c",
    "isolate": "Mal\u2066\u2067\u2068x\u2069\u061c\u200e\u200f",
    "zero width": "M\u200ba\u2060l\ufeff\u00ad\u180e",
    "line ends": "Mal\nFORGED one\r\nFORGED two\rFORGED\u2028FORGED\u2029FORGED\x85FORGED",
    "marks": "Mal" + "\u0301\u0323" * 500,
    "wildcards": "Mal %_*?\"'( NEAR -x AND OR NOT ^ : { }",
    "SQL": "Mal'); DROP TABLE person; --",
    "script": "Mal</script><script>alert(1)</script>",
    "markup": "Mal\"><svg onload=alert(1)> & ]]> <!-- x --> &lt;",
    "formula": "=HYPERLINK(\"http://evil.example\";\"Mal\")",
    "formula, at": "@SUM(1+9)*cmd|' /C calc'!A0 Mal",
    "formula, plus": "+1+1 Mal",
    "formula, minus": "-1+1 Mal",
    "option": "--help",
    "short option": "-q",
    "two dashes": "--",
    "path": "../../Mal",
    "format": "Mal %s %n {} {0} \\n \\x1b[31m $(id) `id` $HOME",
    "dot": "Mal\\\" -- { } ; graph [label=\"x\"]",
}
OUR_COLOURS = re.compile("\x1b\\[[0-9]*m")
CODES = {0, 3, 4}  # done, nobody fits, more than one fits


def is_steering(c):
    return c != "\n" and (unicodedata.category(c) in ("Cc", "Zl", "Zp")
                          or "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u206f"
                          or c in "\u061c\u200b\u200e\u200f\u2060\ufeff\u00ad\u180e")


class Kith:
    def __init__(self, binary, folder):
        self.binary = binary
        self.env = {"HOME": str(folder), "PATH": os.environ["PATH"], "KITH_NOW": "2026-03-20T10:00:00",
                    "TZ": "UTC", "LC_ALL": "C.UTF-8", "TMPDIR": str(folder)}
        self.folder = folder
        self.failures = []
        self.looked = 0

    def run(self, *words, stdin="", **env):
        done = subprocess.run([self.binary, *words], cwd=self.folder, env={**self.env, **env},
                              input=stdin.encode(), capture_output=True, timeout=60, check=False)
        return done.returncode, done.stdout, done.stderr

    def must(self, *words, **more):
        code, _, err = self.run(*words, **more)
        if code != 0:
            sys.exit(f"kith {words}: {code}: {err.decode(errors='replace')}")

    def look(self, *words, **more):
        """Runs a command that shows something, and returns what it showed."""
        self.looked += 1
        code, out, err = self.run(*words, **more)
        said = []
        if code not in CODES:
            said.append(f"exit code {code}")
        for name, stream in (("stdout", out), ("stderr", err)):
            try:
                text = stream.decode()
            except UnicodeDecodeError as wrong:
                said.append(f"{name} is not UTF-8: {wrong}")
                continue
            if "--color=always" in words:
                text = OUR_COLOURS.sub("", text)
            steering = sorted({f"U+{ord(c):04X}" for c in text if is_steering(c)})
            if steering:
                said.append(f"{name} has {' '.join(steering)}")
            if any(line.lstrip(" |>").startswith("FORGED") for line in text.splitlines()
                   ) and words[0] not in ("show", "export"):
                said.append(f"{name} has a line that data made")
        if said:
            self.failures.append(f"kith {' '.join(map(ascii, words))}: {'; '.join(said)}")
        return out.decode(errors="replace")

    def wrong(self, what):
        self.failures.append(what)


def document(texts):
    """What kith export would write, with each text in every place."""
    people, interactions, facts, follow_ups = [], [], [], []
    for text in texts:
        person = {"name": text, "nicknames": [text], "org": text, "title": text, "city": text,
                  "met": text, "tags": ["".join(text.split()) or "x"], "circle": "close",
                  "emails": [{"value": f"mal{len(people)}@example.org", "label": text}],
                  "handles": [{"value": text, "label": text}],
                  "addresses": [{"value": text, "label": text}]}
        person["uid"] = f"0190c8a0-0000-7000-8000-{len(people):012x}"
        person["memberships"] = [{"org": text, "title": text}]
        people.append(person)
        named = [{"uid": person["uid"], "name": text}, {"uid": people[0]["uid"], "name": texts[0]}]
        for tie in range(3):
            interactions.append({"uid": f"0190c8a0-0000-7000-9{tie:03x}-{len(people):012x}",
                                 "date": f"2026-03-{tie + 1:02}", "kind": "coffee",
                                 "people": named[:1] if len(people) == 1 else named,
                                 "mentions": [], "place": text, "tags": [], "text": text})
        facts.append({"uid": f"0190c8a0-0000-7000-a000-{len(people):012x}", "person": named[0],
                      "kind": "hope", "text": text, "date": None})
        follow_ups.append({"uid": f"0190c8a0-0000-7000-b000-{len(people):012x}", "person": named[0],
                           "text": text, "due": "2026-03-19", "owed_by": "me", "status": "open"})
    return json.dumps({"format": "kith", "version": 1, "people": people,
                       "interactions": interactions, "facts": facts, "follow_ups": follow_ups,
                       "links": []})


def table(texts, header):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    for text in texts:
        writer.writerow([text] * len(header))
    return out.getvalue()


def typed(kith):
    for text in TEXTS.values():
        kith.look("add", "--org", text, "--title", text, "--city", text, "--met", text, "--circle",
                  "close", "--namesake", "-q", "--", text)
        kith.look("note", "--", text, text)
        kith.look("remind", "--on", "2026-03-19", "--", text, text)
        kith.look("log", "--with", "Known One", "--at", text, "--on", "2026-03-01", "--new",
                  "--", text + " x")
    kith.look("show", "--", "--help")


def from_json(kith):
    kith.look("import", "json", "-", stdin=document(list(TEXTS.values())))


def from_csv(kith):
    header = ["name", "org", "title", "city", "met", "nicknames", "address"]
    kith.look("import", "csv", "-", stdin=table(TEXTS.values(), header))
    header[-1] = "Mal\x1b[31m\u202e"  # a column of a name that kith does not know
    kith.look("import", "csv", "-", stdin=table(TEXTS.values(), header))


def from_linkedin(kith):
    header = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position",
              "Connected On"]
    kith.look("import", "linkedin", "-", stdin=table(TEXTS.values(), header))


def past_kith(kith):
    """Another program writes into kith's file what kith would have cleaned."""
    kith.must("import", "json", "-",
              stdin=document([f"Person {chr(65 + n)}{n}" for n in range(len(TEXTS))]))
    db = sqlite3.connect(kith.folder / ".local/share/kith/kith.db")
    db.execute("DROP TRIGGER IF EXISTS person_update")
    for n, text in enumerate(TEXTS.values(), 1):
        uid = bytes.fromhex(f"0190c8a0000070008000{n - 1:012x}")
        (person,) = db.execute("SELECT id FROM person WHERE uid = ?", (uid,)).fetchone()
        db.execute("UPDATE person SET name = ?, city = ?, met = ? WHERE id = ?",
                   (text, text, text, person))
        db.execute("UPDATE membership SET org = ?, title = ? WHERE person = ?", (text, text, person))
        db.execute("UPDATE contact_point SET label = ? WHERE person = ?", (text, person))
        db.execute("UPDATE contact_point SET value = ? WHERE person = ? AND kind = 'handle'",
                   (text, person))
        for column in ("nickname", "person_tag"):
            db.execute(f"UPDATE {column} SET {column.removeprefix('person_')} = ? WHERE person = ?",
                       (text, person))
        db.execute("UPDATE fact SET text = ?, kind = ? WHERE person = ?", (text, text, person))
        db.execute("UPDATE follow_up SET text = ? WHERE person = ?", (text, person))
        db.execute("UPDATE interaction SET text = ?, place = ?, kind = ? WHERE id = ?",
                   (text, text, text, n))
        db.execute("INSERT INTO change(at, label, changes) VALUES (0, ?, x'')", (text,))
    db.commit()
    db.close()


def look_at_lists(kith):
    for words in (["list"], ["due"], ["due", "--all"], ["timeline"], ["history"], ["stats"],
                  ["find", "mal"], ["find", "FORGED"], ["map", "--format", "text"],
                  ["path", "--org", "Mal"], ["import", "csv", "--dry-run", "-"], ["doctor"],
                  ["review", "year"], ["complete-names", "mal"], ["complete-names", "-"], ["complete-names", "="]):
        kith.look(*words, stdin="name\nMal\x1b[31m\n") if words[0] != "doctor" else kith.run(*words)
    for words in (["list"], ["due"], ["timeline"], ["find", "mal"], ["stats"], ["history"],
                  ["show", "known"], ["show", "mal"], ["map", "--format", "text"]):
        kith.look(*words, "--color=always")
    for words in (["list"], ["due"], ["timeline"], ["find", "mal"], ["stats"], ["history"], ["map"],
                  ["export"]):
        json.loads(kith.look(*words, *(["--json"] if words[0] != "export" else [])))


def look_at_people(kith):
    for text in [*TEXTS.values(), "mal", "Mel", "%", "_", "*", "\"", "(", "NEAR", "-", "AND", "x OR y"]:
        for command in ("show", "find", "path", "timeline", "prep"):
            kith.look(command, "--", text)
        kith.look("map", "--format", "text", f"--name={text}", "--", text)
        for command in ("list", "map"):
            for option in ("--tag", "--org", "--city"):
                kith.look(command, f"{option}={text}",
                          *(["--format", "text"] if command == "map" else []))
    for text in TEXTS.values():
        for words in (["note", "--", text, "x"], ["rm", "--yes", "--", text]):
            kith.look(*words)
        kith.run("undo", "-q")


def look_at_pictures(kith):
    for form in ("svg", "graphml"):
        out = kith.look("map", "--format", form)
        try:
            root = xml.etree.ElementTree.fromstring(out)
        except xml.etree.ElementTree.ParseError as wrong:
            kith.wrong(f"map --format {form}: {wrong}")
            continue
        for node in root.iter():
            if node.tag.endswith("script") or any(name.startswith("on") for name in node.attrib):
                kith.wrong(f"map --format {form}: {node.tag} came from data")
    page = kith.look("map", "--format", "html")
    if "<script>alert" in page or "<svg onload" in page or page.count("</script>") != 2:
        kith.wrong("map --format html: data became markup")
    kith.look("map", "--format", "dot")
    review = kith.look("review", "year", "--format", "html")
    if any(bad in review for bad in ("<script", "<svg onload", "<img", "<a ", "href=")):
        kith.wrong("review --format html: data became markup")
    if review.count("</style>") != 1:
        kith.wrong("review --format html: its style has been broken out of")


def look_at_tables(kith, is_cleaned):
    # What another program wrote is given back in a table as it is, but for formulas.
    out = kith.look("export", "csv") if is_cleaned else kith.run("export", "csv")[1].decode()
    rows = list(csv.reader(io.StringIO(out, newline="")))
    if len({len(row) for row in rows}) != 1:
        kith.wrong("export csv: rows of different lengths")
    for row in rows:
        for cell in row:
            if cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
                kith.wrong(f"export csv: {cell!a} is a formula")


def main():
    binary = os.path.abspath(sys.argv[1])
    looked, failures = 0, []
    for way_in in (typed, from_json, from_csv, from_linkedin, past_kith):
        with tempfile.TemporaryDirectory() as name:
            kith = Kith(binary, pathlib.Path(name))
            kith.must("add", "Known One", "-q")
            way_in(kith)
            look_at_lists(kith)
            look_at_pictures(kith)
            look_at_tables(kith, way_in is not past_kith)
            if way_in in (typed, past_kith):
                look_at_people(kith)
            looked += kith.looked
            failures += [f"{way_in.__name__}: {line}" for line in kith.failures]
    for line in failures:
        print(line, file=sys.stderr)
    print(f"{looked} looks, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
