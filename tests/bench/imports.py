#!/usr/bin/env python3
"""Times `kith import` of many people beside two yardsticks, whole processes, in turn.

imports.py KITH [--people 30000] [--runs 5]

Cards: beside python3-vobject, which reads the same file and keeps nothing. LinkedIn's connections: beside sqlite3,
which brings the same rows in with .import and fills the same tables and their indexes of a database that kith made
(people, contact points, memberships, origins, name and typo keys, full text), with nothing looked up, compared,
journalled, or reported.
Prints the medians of wall and processor time with the least and the most, the peak memory, and the ratios.
"""
import argparse
import csv
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from invented_people import Inventor

NOTE = 'Notes:\n"When exporting your connection data, you may notice that some of the addresses are missing."\n\n'
HEADER = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
VOBJECT = """
import sys, vobject
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    print(sum(1 for card in vobject.readComponents(file) if card.fn.value))
"""
# What kith keeps of a connection, by plain SQL. Kinds of name keys: see src/store/name_keys.hpp.
FILL = """
PRAGMA synchronous = FULL;
PRAGMA temp_store = MEMORY;
.import --csv --skip 4 --schema memory {file} raw
BEGIN IMMEDIATE;
INSERT INTO person(id, uid, name, met, met_year, created_at, updated_at)
  SELECT rowid, randomblob(16), "first" || ' ' || "last", 'LinkedIn',
    CAST(substr("on", 8) AS INTEGER), 1774000000, 1774000000 FROM raw;
INSERT INTO contact_point(person, kind, value, label, position)
  SELECT rowid, 'url', url, 'linkedin', 1 FROM raw;
INSERT INTO contact_point(person, kind, value, position)
  SELECT rowid, 'email', email, 0 FROM raw WHERE email <> '';
INSERT INTO membership(person, position, org, title) SELECT rowid, 0, org, title FROM raw WHERE org || title <> '';
INSERT INTO origin(source, key, person, said)
  SELECT 'linkedin', substr(url, 13), rowid,
    json_object('name', "first" || ' ' || "last", 'employment', org || title, 'met', 'LinkedIn', 'met_on', "on",
                'emails', email, 'urls', url) FROM raw;
INSERT OR IGNORE INTO name_key(kind, key, person)
  SELECT 0, lower("first" || ' ' || "last"), rowid FROM raw
  UNION ALL SELECT 2, lower("first"), rowid FROM raw
  UNION ALL SELECT 2, lower("last"), rowid FROM raw
  UNION ALL SELECT 3, lower(substr("first", 1, 1) || substr("last", 1, 1)), rowid FROM raw
  UNION ALL SELECT 6, lower(substr(url, 13)), rowid FROM raw
  UNION ALL SELECT 4, lower(email), rowid FROM raw WHERE email <> '';
WITH RECURSIVE word(word) AS (SELECT DISTINCT key FROM name_key WHERE kind = 2 AND length(key) BETWEEN 4 AND 40),
  typo(word, key, at) AS (
    SELECT word, word, 0 FROM word
    UNION ALL SELECT word, substr(word, 1, at) || substr(word, at + 2), at + 1 FROM typo WHERE at < length(word))
INSERT OR IGNORE INTO name_typo(key, word) SELECT key, word FROM typo;
INSERT INTO search_person(person, body)
  SELECT rowid, lower("first" || ' ' || "last" || ' ' || org || ' ' || title || ' ' || url || ' ' || email)
  FROM raw;
INSERT INTO search(rowid, body) SELECT -person, body FROM search_person ORDER BY person DESC;
COMMIT;
SELECT count(*) FROM person;
"""


def write_cards(people, path):
    with open(path, "w", encoding="utf-8", newline="") as out:
        for number, person in enumerate(people):
            lines = ["BEGIN:VCARD", "VERSION:3.0", f"UID:card-{number}", f"N:{person['family']};{person['given']};;;",
                     f"FN:{person['name']}"]
            lines += [f"EMAIL;TYPE=WORK:{email}" for email in person["emails"]]
            lines += [f"TEL;TYPE=CELL:{phone}" for phone in person["phones"]]
            if person["org"]:
                lines.append(f"ORG:{person['org']}")
            if person["title"]:
                lines.append(f"TITLE:{person['title']}")
            if person["birthday"]:
                lines.append(f"BDAY:{person['birthday']}")
            if person["city"]:
                lines.append(f"ADR;TYPE=HOME:;;{number} Long Street;{person['city']};;12345;Nowhere")
            out.write("\r\n".join(lines + ["END:VCARD", ""]))


def write_connections(people, path):
    with open(path, "w", encoding="utf-8", newline="") as out:
        out.write(NOTE)
        table = csv.writer(out)
        table.writerow(HEADER)
        for number, person in enumerate(people):
            mail = person["emails"][0] if person["emails"] and number % 10 == 0 else ""
            slug = f"{person['given']}-{person['family']}-{number}".lower()
            table.writerow([person["given"], person["family"], f"https://www.linkedin.com/in/{slug}", mail,
                            person["org"], person["title"], f"{number % 28 + 1:02} Mar {2008 + number % 18}"])


def run(command, environment, text=None):
    """Wall and processor seconds, and KiB at the peak, of one process."""
    read, write = os.pipe()
    begin = time.monotonic()
    with tempfile.TemporaryFile() as given:
        given.write((text or "").encode())
        given.seek(0)
        child = subprocess.Popen(command, env=environment, stdin=given, stdout=write, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - begin
    os.close(write)
    with os.fdopen(read, "rb") as out:
        said = out.read()
    if child.returncode != 0:
        sys.exit(f"{command[0]}: ended with {child.returncode}")
    return (wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss), said


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("kith")
    parser.add_argument("--people", type=int, default=30000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    kith = str(pathlib.Path(options.kith).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        environment = {"HOME": name, "PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C.UTF-8",
                       "KITH_NOW": "2026-03-20"}
        inventor = Inventor(5)
        people = [inventor.person(number) for number in range(options.people)]
        write_cards(people, folder / "all.vcf")
        write_connections(people, folder / "Connections.csv")
        script = ("ATTACH ':memory:' AS memory;\n"
                  'CREATE TABLE memory.raw("first", "last", url, email, org, title, "on");\n'
                  + FILL.format(file=folder / "Connections.csv"))
        figures = {word: [] for word in ("vobject", "kith vcard", "sqlite3", "kith linkedin")}

        def fresh(number):
            """An empty database of kith's."""
            path = folder / f"{number}.db"
            subprocess.run([kith, "--db", path, "add", "Nobody", "-q"], env=environment, check=True)
            subprocess.run([kith, "--db", path, "undo", "-q"], env=environment, check=True)
            return path

        for number in range(options.runs):
            figure, said = run(["/usr/bin/python3", "-c", VOBJECT, str(folder / "all.vcf")], environment)
            assert int(said) == options.people, said
            figures["vobject"].append(figure)
            database = fresh(f"c{number}")
            figures["kith vcard"].append(
                run([kith, "--db", database, "import", "vcard", folder / "all.vcf", "-q"], environment)[0])
            database.unlink()
            database = fresh(f"s{number}")
            figure, said = run(["sqlite3", database], environment, script)
            assert int(said.split()[-1]) == options.people, said
            figures["sqlite3"].append(figure)
            database.unlink()
            database = fresh(f"l{number}")
            figures["kith linkedin"].append(
                run([kith, "--db", database, "import", "linkedin", folder / "Connections.csv", "-q"], environment)[0])
            database.unlink()
    middle = {}
    print(f"{options.people} people, {options.runs} runs: median (least to most)")
    for word, runs in figures.items():
        wall, processor, memory = zip(*runs)
        middle[word] = statistics.median(processor)
        print(f"  {word:14} {statistics.median(wall):6.2f} s ({min(wall):.2f} to {max(wall):.2f}), "
              f"processor {middle[word]:6.2f} s ({min(processor):.2f} to {max(processor):.2f}), "
              f"{max(memory) / 1024:6.1f} MiB")
    print(f"  vobject's processor time over kith's: {middle['vobject'] / middle['kith vcard']:.1f}")
    print(f"  kith's over sqlite3's:                {middle['kith linkedin'] / middle['sqlite3']:.1f}")


if __name__ == "__main__":
    main()
