"""Commands that write, each with the database it starts from, and what must hold afterwards."""
import json
import os
import shutil
import sqlite3
import subprocess
import sys

NOW = "2026-03-20T10:00:00"
DERIVED = {"rhythm", "name_key", "name_typo", "search_person", "map", "map_dot", "map_community",
           "sync_folder"}
# What depends on where and when a test runs.
PASSING = {("sync_item", "folder"), ("sync_item", "stamp")}


class Kith:
    def __init__(self, binary):
        self.binary = binary

    def start(self, folder, words, stdin="", **more):
        env = {"HOME": str(folder), "PATH": os.environ["PATH"], "TZ": "UTC", "NO_COLOR": "1",
               "KITH_NOW": NOW, "KITH_DB": str(folder / "kith.db"), "LC_ALL": "C.UTF-8"}
        (folder / ".stdin").write_text(stdin)
        with open(folder / ".stdin", encoding="utf-8") as reader:
            return subprocess.Popen([self.binary, *words], cwd=folder, env=env, stdin=reader,
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)

    def run(self, folder, words, stdin=""):
        process = self.start(folder, words, stdin)
        out, err = process.communicate()
        if process.returncode != 0:
            sys.exit(f"kith {' '.join(words)}: {process.returncode}\n{out.decode()}{err.decode()}")
        return out.decode()


def copy_of(base, folder):
    shutil.copytree(base, folder)
    return folder


def open_database(folder):
    file = folder / "kith.db"
    return sqlite3.connect(file) if file.exists() and file.stat().st_size else None


def rows(folder):
    """What a person would call their data: every row, but for keys that are drawn at random."""
    db = open_database(folder)
    if db is None:
        return None
    found = {}
    for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        if table in DERIVED or table.startswith(("search", "sqlite_")):
            continue
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")
                   if row[2] != "BLOB" and (table, row[1]) not in PASSING] or ["''"]  # of keys alone: how many
        order = ", ".join(str(place + 1) for place in range(len(columns)))
        found[table] = db.execute(
            f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}").fetchall()
    db.close()
    return found


def faults(folder):
    """What is broken in the database; nothing if all is well."""
    db = open_database(folder)
    if db is None:
        return []
    found = [f"integrity: {row[0]}" for row in db.execute("PRAGMA integrity_check")
             if row[0] != "ok"]
    found += [f"foreign key: {row}" for row in db.execute("PRAGMA foreign_key_check")]
    tables = {row[0] for row in db.execute("SELECT name FROM sqlite_schema")}
    if "search" in tables:
        try:
            db.execute("INSERT INTO search(search) VALUES('integrity-check')")
            db.rollback()
        except sqlite3.Error as error:
            found.append(f"full-text index: {error}")
        indexed = {row[0] for row in db.execute("SELECT id FROM search_docsize")}
        held = {-row[0] for row in db.execute("SELECT id FROM person")}
        for table in ("interaction", "fact", "follow_up"):
            held |= {row[0] for row in db.execute(f"SELECT id FROM {table}")}
        if indexed != held:
            found.append(f"full-text index: {len(indexed - held)} too many, "
                         f"{len(held - indexed)} missing")
    db.close()
    return found


def leftovers(folder, known):
    return sorted(name for name in os.listdir(folder)
                  if name not in known and name not in ("kith.db", "backups", "out.json", "out.db",
                                                        "out.svg")
                  and not name.startswith((".", "kith.db-", "kith.db.new-")))


LINKEDIN = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + "".join(
    f"Given{n},Family{n},https://www.linkedin.com/in/p{n},p{n}@example.org,Org {n % 7},Maker,"
    f"{n % 28 + 1:02} Mar 2023\n" for n in range(400))

# The word of each scenario, what leads up to it, and the command that is killed.
SCENARIOS = [
    ("first", None, ["add", "Ada Lovelace"]),
    ("add", [], ["add", "Grace Hopper", "--email", "grace@example.org", "--via", "Ada Lovelace"]),
    ("edit", [], ["edit", "Ada Lovelace", "--city", "Paris", "--nickname", "Countess"]),
    ("log", [], ["log", "coffee with Ada and Ben at Blue Bottle, ping Ben in 3 weeks"]),
    ("journal", [], ["log", "-"]),
    ("note", [], ["note", "Ada Lovelace", "hopes to fly", "--kind", "hope"]),
    ("remind", [], ["remind", "Ada Lovelace", "the letter", "--on", "tomorrow"]),
    ("done", [["remind", "Ada Lovelace", "write", "--on", "today", "--every", "1m"]], None),
    ("hope", [["note", "Ada Lovelace", "to fly", "--kind", "hope"]], ["done", "2"]),
    ("let go", [["note", "Ada Lovelace", "to fly", "--kind", "hope"]], ["drop", "2"]),
    ("snooze", [], ["snooze", "Ada Lovelace", "2w"]),
    ("link", [], ["link", "Ada Lovelace", "Ben Ray", "--as", "friend"]),
    ("unlink", [["link", "Ada Lovelace", "Ben Ray", "--as", "friend"]],
     ["unlink", "Ada Lovelace", "Ben Ray"]),
    ("intro", [], ["intro", "Ada Lovelace", "Ben Ray"]),
    ("archive", [], ["archive", "Ben Ray"]),
    ("unarchive", [["archive", "Ben Ray"]], ["unarchive", "Ben Ray"]),
    ("mcp", [], ["mcp", "--write"]),
    ("merge", [], ["merge", "Ada Lovelace", "Ben Ray", "--yes"]),
    ("split", [["merge", "Ada Lovelace", "Ben Ray", "--yes"]], ["split", "Ada Lovelace"]),
    ("dedupe", [["import", "json", "other.json"], ["import", "csv", "twice.csv"]],
     ["dedupe", "--apply", "0.9", "--yes"]),
    ("rm", [], ["rm", "Ben Ray", "--yes"]),
    ("linkedin", [], ["import", "linkedin", "people.csv"]),
    ("json", [], ["import", "json", "other.json"]),
    ("undo", [["import", "linkedin", "people.csv"]], ["undo"]),
    ("redo", [["import", "linkedin", "people.csv"], ["undo"]], ["redo"]),
    ("demo", None, ["demo", "--people", "40"]),
    ("export", [["demo", "--people", "60"]], ["export", "-o", "out.json"]),
    ("map", [["demo", "--people", "60"]], ["map", "-o", "out.svg"]),
    ("migrate", [], ["add", "Grace Hopper"]),
    ("backup", [], ["backup", "out.db"]),
    ("restore", [["backup", "was.db"], ["add", "Cleo Fay"]], ["restore", "was.db"]),
    ("unrestore", [["backup", "was.db"], ["add", "Cleo Fay"], ["restore", "was.db"]], ["undo"]),
    ("rerestore", [["backup", "was.db"], ["add", "Cleo Fay"], ["restore", "was.db"], ["undo"]],
     ["redo"]),
    ("doctor", [], ["doctor", "--repair"]),
    ("sync", [["remind", "Ada Lovelace", "write", "--on", "2026-04-01"],
              ["import", "linkedin", "people.csv"]], ["sync", "dav"]),
]

# What writes nothing, writes no data (config), or answers on a terminal alone (triage).
OTHERS = set("show list find prep timeline due review path stats query history help completion commands "
             "schema config triage".split())

# What an assistant says to note something.
ASKED = "".join(json.dumps({"jsonrpc": "2.0", **one}) + "\n" for one in [
    {"id": 1, "method": "initialize", "params": {
        "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}},
    {"method": "notifications/initialized"},
    {"id": 2, "method": "tools/call", "params": {
        "name": "note", "arguments": {"person": "Ada Lovelace", "text": "likes tea"}}}])

CARD = """BEGIN:VCARD
VERSION:3.0
UID:card-{n}
FN:Card Person{n}
EMAIL:c{n}@example.org
END:VCARD
"""


def says_done(word, code, out):
    """True if whoever asked was told that it is done. An assistant is told in the answer, not by an exit code."""
    if word != "mcp":
        return code == 0
    for line in out.decode(errors="replace").splitlines():
        try:
            answer = json.loads(line)
        except ValueError:
            continue  # cut off
        if answer.get("id") == 2:
            return "result" in answer and not answer["result"].get("isError")
    return False


def make_older(folder):
    """Takes the last steps of the schema back, so that the next command has to migrate."""
    db = open_database(folder)
    db.executescript("""
        DROP TRIGGER person_insert; CREATE TRIGGER person_insert AFTER INSERT ON person BEGIN SELECT 1; END;
        DROP TRIGGER person_update; CREATE TRIGGER person_update AFTER UPDATE ON person BEGIN SELECT 1; END;
        DROP TRIGGER participant_insert;
        CREATE TRIGGER participant_insert AFTER INSERT ON participant BEGIN SELECT 1; END;
        DROP TRIGGER participant_delete;
        CREATE TRIGGER participant_delete AFTER DELETE ON participant BEGIN SELECT 1; END;
        DROP TRIGGER interaction_update;
        CREATE TRIGGER interaction_update AFTER UPDATE ON interaction BEGIN SELECT 1; END;
        DROP VIEW rhythm_now;
        DROP INDEX fact_date; CREATE INDEX fact_date ON fact(date) WHERE date IS NOT NULL;
        DROP INDEX fact_success;
        CREATE INDEX fact_success ON fact(created_at) WHERE kind = 'success' AND date IS NULL;
        DROP INDEX change_undone; DROP INDEX interaction_unanswered;
        DROP INDEX participant_interaction; DROP INDEX person_birthday;
        CREATE INDEX participant_interaction ON participant(interaction);
        CREATE INDEX person_birthday ON person(birthday_month, birthday_day) WHERE birthday_day IS NOT NULL;
        DROP INDEX fact_done; DROP INDEX follow_up_done;
        ALTER TABLE fact DROP COLUMN done_on; ALTER TABLE fact DROP COLUMN status;
        PRAGMA user_version = 3;
    """)
    db.close()


def prepare(kith, root):
    """A folder for each scenario: what is there before the command that is killed."""
    known = {one["name"] for one in json.loads(kith.run(root, ["commands", "--json"]))["commands"]}
    forgotten = known - OTHERS - {command[0] for _, _, command in SCENARIOS if command} - {"done"}
    if forgotten:
        sys.exit(f"no scenario runs {', '.join(sorted(forgotten))}")
    made = []
    files = root / "files"
    files.mkdir()
    (files / "people.csv").write_text(LINKEDIN)
    other = root / "other"
    other.mkdir()
    kith.run(other, ["demo", "--people", "80", "--seed", "9"])
    kith.run(other, ["export", "-o", "other.json"])
    shutil.copy(other / "other.json", files / "other.json")
    # Half of them come in a second time, as a source that knows their addresses would have them.
    people = [one for one in json.loads((files / "other.json").read_text())["people"] if one["emails"]]
    (files / "twice.csv").write_text("Name,Email,Nickname\n" + "".join(
        f"{one['name']} Twice,other-{n}@example.org,{one['name']}\n{one['name']} Twice Too,"
        f"OTHER-{n}@example.org,\n" for n, one in enumerate(people)))
    for word, before, command in SCENARIOS:
        base = copy_of(files, root / word)
        if before is not None:
            if word not in ("export", "map"):
                kith.run(base, ["add", "Ada Lovelace", "--circle", "close"])
                kith.run(base, ["add", "Ben Ray", "--org", "Acme"])
                kith.run(base, ["log", "lunch with Ada and Ben yesterday"])
            for words in before:
                kith.run(base, words)
        if word == "migrate":
            make_older(base)
        if word == "done":
            db = open_database(base)
            command = ["done", str(db.execute("SELECT id FROM follow_up").fetchone()[0])]
            db.close()
        if word == "sync":
            (base / "dav" / "contacts").mkdir(parents=True)
            (base / "dav" / "tasks").mkdir()
            for n in range(20):
                (base / "dav" / "contacts" / f"{n}.vcf").write_text(CARD.format(n=n))
        diary = "".join(f"coffee with Ada on 2025-{m:02}-10\n" for m in range(1, 13))
        made.append((word, base, command, {"journal": diary, "mcp": ASKED}.get(word, "")))
    return made


def check_sync(kith, folder, after):
    """Files are there as a whole or not at all, and the next sync brings both sides in step.

    The name of a file may differ from the one of an undisturbed sync; nothing else may.
    """
    dav = folder / "dav"
    if not dav.exists():
        return []
    found = [f"half a file: {file}" for file in dav.rglob("*.[vi]c[fs]")
             if not file.read_text().rstrip().endswith(("END:VCARD", "END:VCALENDAR"))]
    kith.run(folder, ["sync", "dav"])
    left = [str(file) for file in dav.rglob("*.tmp")]
    if left:
        found.append(f"left behind after the next sync: {left}")
    for table in ("person", "contact_point", "follow_up", "fact", "interaction"):
        if sorted(rows(folder)[table]) != sorted(after[table]):
            found.append(f"the next sync does not mend {table}")
    marks = {file: file.stat().st_mtime_ns for file in dav.rglob("*.*")}
    uids = [line for file in marks if file.is_file() for line in file.read_text().splitlines()
            if line.startswith("UID:")]
    if len(set(uids)) != len(uids) or len(uids) != len(rows(folder)["sync_item"]):
        found.append("files and people differ in number, or a UID is there twice")
    kith.run(folder, ["sync", "dav"])
    if {file: file.stat().st_mtime_ns for file in dav.rglob("*.*")} != marks:
        found.append("a second sync writes")
    return found


def check_export(folder):
    """A file that is written is there as a whole or not at all."""
    file = folder / "out.json"
    if file.exists():
        json.loads(file.read_text())



def ways_of(kith, root, scenario):
    """The rows before and after the command, and what lies in the folder before.

    Before is also what reading makes of it: an older database is brought up to date first, in a
    transaction of its own.
    """
    word, base, command, stdin = scenario
    read = copy_of(base, root / f"{word}-read")
    if (read / "kith.db").exists():
        kith.run(read, ["list"])
    after = copy_of(base, root / f"{word}-after")
    kith.run(after, command, stdin)
    return [rows(base), rows(read)], rows(after), set(os.listdir(base))


def state_of(now, before, after):
    """nothing, all or half of a command."""
    if now in before:
        return "nothing"
    if now == after:
        return "all"
    if None in before and now is not None and not any(now.values()):
        return "nothing"  # the file is there, and nobody in it yet
    return "half"
