#!/usr/bin/env python3
"""Every query in the sources goes through an index, or is one of those that are there to show or sweep all.

query_plans.py KITH SOURCE_FOLDER [--list]

The SQL is read out of the sources (string literals, macros resolved) and explained on a database that kith made,
so a new query cannot be forgotten: what is SQL and cannot be prepared is an error, and so is a full scan of a
table that grows, unless SWEEPS names the query and says why.
"""
import argparse
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

from allowed import BUILT, SWEEPS
from literals import literals

# As many rows as there are settings, folders, communities; everything else grows with the years.
SMALL = {"setting", "map", "map_community", "community_name", "sync_folder", "sqlite_schema"}
STATEMENT = re.compile(r"\s*(SELECT|WITH|INSERT|UPDATE|DELETE|REPLACE)\b")
TEMPORARY = re.compile(r"\s*CREATE\s+(TEMP\b|(VIRTUAL )?TABLE (IF NOT EXISTS )?temp\.)")
SQL_WORDS = re.compile(r"\bSELECT\b.*\bFROM\b|\b(FROM|JOIN|INTO) [a-z_]+\b.*\b(WHERE|ORDER BY|SELECT|VALUES)\b|"
                       r"\bORDER BY [a-z]|\bWHERE [a-z.]+ ?(=|<|>|IN\b|IS\b|BETWEEN\b)", re.DOTALL)
NAMED = re.compile(r"\b(?:FROM|JOIN|UPDATE|INTO)\s+(?:(?:temp|main)\.)?(\w+)(?:\s+(?:AS\s+)?(?!CROSS|LEFT|JOIN|WHERE|ORDER|GROUP"
                   r"|ON|SET|VALUES|LIMIT|UNION|EXCEPT|SELECT|DEFAULT|INDEXED|NOT|USING)(\w+))?", re.IGNORECASE)
# A SEARCH through no index is how SQLite says that max() or min() reads the table in its own order, or all of it.
SCAN = re.compile(r"(?:SCAN (\w+)(.*)|SEARCH (\w+))$")
MATCHED = re.compile(r"VIRTUAL TABLE INDEX \d+:M")


def plain(sql):
    return " ".join(sql.split())


def statements(text):
    """The statements of one literal; a `;` inside quotes or a trigger does not occur in a query."""
    return [one for one in text.split(";") if STATEMENT.match(one)]


class Plans:
    def __init__(self, database):
        self.database = database
        self.growing = {row[0] for row in database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search!_%' ESCAPE '!' "
            "OR name = 'search_person'")} - SMALL
        self.faults, self.seen, self.used = [], 0, set()
        self.unfinished, self.swept = [], []

    def look(self, where, text):
        built = [one for one in BUILT if one[0] in plain(text)]
        if built:
            self.used.update(one[0] for one in built)
            for _, examples in built:
                for example in examples:
                    self.explain(where, example)
        elif STATEMENT.match(text):
            for sql in statements(text):
                self.explain(where, sql)
        elif TEMPORARY.match(text):
            self.database.executescript(text)
        elif SQL_WORDS.search(text) and not text.lstrip().startswith(("CREATE", "ALTER", "DROP", "PRAGMA")):
            self.faults.append(f"{where}: a part of a query; say in BUILT what it becomes\n    {plain(text)}")

    def explain(self, where, sql):
        self.seen += 1
        highest = max([int(number) for number in re.findall(r"\?(\d+)", sql)], default=sql.count("?"))
        try:
            plan = [row[3] for row in self.database.execute("EXPLAIN QUERY PLAN " + sql, [1] * highest)]
        except sqlite3.Error as error:
            self.faults.append(f"{where}: cannot be prepared ({error}); say in BUILT what it becomes\n    {plain(sql)}")
            return
        called = {alias or table: table for table, alias in NAMED.findall(sql)}
        called.update({table: table for table, _ in NAMED.findall(sql)})
        for step in plan:
            found = SCAN.match(step)
            if not found or MATCHED.search(step):
                continue
            table = called.get(found[1] or found[3], found[1] or found[3])
            if table not in self.growing:
                continue
            reasons = [part for part in SWEEPS if part in plain(sql)]
            self.used.update(reasons)
            if not reasons:
                self.faults.append(f"{where}: looks at all of {table}: {step}\n    {plain(sql)}")
            else:
                self.swept.append(f"{where}: {table}: {SWEEPS[reasons[0]]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("kith")
    parser.add_argument("sources")
    parser.add_argument("--list", action="store_true", help="name those that show or sweep everything")
    options = parser.parse_args()
    root = pathlib.Path(options.sources)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "kith.db"
        subprocess.run([options.kith, "--db", path, "add", "Ana Lim", "-q"], check=True,
                       env={"HOME": folder, "PATH": "/usr/bin:/bin", "KITH_NOW": "2026-03-20"})
        database = sqlite3.connect(path)
        known = Plans(database)
        for bad in ("SELECT uid FROM person p WHERE city = ?1", "SELECT max(undone) FROM change", "SELECT nothing",
                    "FROM person WHERE id = 1 ORDER BY name"):
            known.look("the test itself", bad)
        if len(known.faults) != 4:
            sys.exit("a full scan was not seen: SQLite words its plans in another way")
        plans = Plans(database)
        files = sorted(root.rglob("*.cpp")) + sorted(root.rglob("*.hpp"))
        found = [(f"{file.relative_to(root.parent)}:{line}", text) for file in files if not file.name.startswith("schema")
                 for line, text in literals(file.read_text(encoding="utf-8"))]
        for where, text in sorted(found, key=lambda one: not TEMPORARY.match(one[1])):
            plans.look(where, text)
        database.close()
    for part in [one[0] for one in BUILT] + list(SWEEPS):
        if part not in plans.used:
            plans.faults.append(f"tests/store/allowed.py: no query is like this any more: {part}")
    if options.list:
        print("\n".join(plans.swept))
    for fault in plans.faults:
        print(fault, file=sys.stderr)
    print(f"{plans.seen} statements of {len(files)} files, {len(plans.swept)} scans that are meant; "
          f"SQLite {sqlite3.sqlite_version}")
    if plans.seen < 100 or not plans.swept:
        sys.exit("so few cannot be all")
    sys.exit(1 if plans.faults else 0)


if __name__ == "__main__":
    main()
