"""Other programs that Debian has, on the same people: khard, abook, taskwarrior, todoman. Who is missing is left out."""
import datetime
import json
import shutil
import subprocess
import sys
import uuid

import lifetime
import measure
import query
from measure import Task, in_turns, spell

PEOPLE = 10000
TASKRC = """data.location={folder}
confirmation=no
hooks=off
verbose=nothing
"""
TODOMAN = """path = "{folder}/*"
date_format = "%Y-%m-%d"
time_format = "%H:%M"
default_list = "all"
"""
TODO = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//bench//EN
BEGIN:VTODO
UID:todo-{number}
DTSTAMP:20260320T090000Z
SUMMARY:{text}
DUE;VALUE=DATE:{due:%Y%m%d}
STATUS:NEEDS-ACTION
END:VTODO
END:VCALENDAR
"""


def write_tasks(follow_ups, folder, around):
    """The follow-ups of kith's, as taskwarrior and todoman keep them."""
    (folder / "task").mkdir()
    (folder / "taskrc").write_text(TASKRC.format(folder=folder / "task"), encoding="utf-8")
    todos = folder / "todos" / "all"
    todos.mkdir(parents=True)
    (folder / "todoman.py").write_text(TODOMAN.format(folder=folder / "todos"), encoding="utf-8")
    tasks = []
    for number, (name, text, day) in enumerate(follow_ups):
        due = lifetime.EPOCH + datetime.timedelta(days=day)
        tasks.append({"uuid": str(uuid.UUID(int=number + 1)), "status": "pending", "description": f"{name}: {text}",
                      "entry": "20260320T090000Z", "due": f"{due:%Y%m%d}T000000Z"})
        (todos / f"{number}.ics").write_text(TODO.format(number=number, text=f"{name}: {text}", due=due)
                                             .replace("\n", "\r\n"), encoding="utf-8", newline="")
    (folder / "tasks.json").write_text(json.dumps(tasks), encoding="utf-8")
    if shutil.which("task"):
        subprocess.run(["task", f"rc:{folder}/taskrc", "import", folder / "tasks.json"], env=around, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def measured(kith, folder, runs):
    """{what: {program: figure}}; each beside the command of kith's that answers the same."""
    folder.mkdir()
    around = measure.environment(folder, folder / "kith.db")
    people = query.invented(PEOPLE)
    query.write_books(people, folder)
    subprocess.run([kith, "-q", "config", "backups", "false"], env=around, check=True)
    subprocess.run([kith, "-q", "import", "json", folder / "all.json"], env=around, check=True)
    writer = lifetime.Writer(folder / "kith.db", 1)
    writer.db.execute("BEGIN IMMEDIATE")
    writer.follow_ups(1, PEOPLE)
    writer.db.execute("COMMIT")
    follow_ups = writer.db.execute("SELECT p.name, f.text, f.due FROM follow_up f JOIN person p ON p.id = f.person "
                                   "ORDER BY f.id").fetchall()
    writer.db.close()
    write_tasks(follow_ups, folder, around)
    # Somebody of whose family there are few.
    family = min((one for one in people if one["name"].isascii()),
                 key=lambda one: (sum(other["family"] == one["family"] for other in people), one["number"]))
    name, word = family["name"], family["family"]
    found = {}
    task = ["task", f"rc:{folder}/taskrc"]
    todo = ["todoman", "--config", str(folder / "todoman.py")]
    khard = ["khard", "-c", str(folder / "khard.conf")]
    compared = {
        "the card of one": {"kith": [kith, "show", name], "khard": [*khard, "show", name]},
        "addresses by name": {"kith": [kith, "query", word], "khard": [*khard, "email", "--parsable", word],
                              "abook": ["abook", "--datafile", folder / "abook", "--mutt-query", word]},
        "the whole list of people": {"kith": [kith, "list"], "khard": [*khard, "list", "--parsable"]},
        "all that is to do": {"kith": [kith, "due", "--all", "--within", "1y"], "taskwarrior": [*task, "list"],
                              "todoman": [*todo, "list"]},
        "the first that is to do": {"kith": [kith, "due"], "taskwarrior": [*task, "limit:5", "list"]},
        "something more to do": {"kith": [kith, "remind", name, "send the book", "--on", "2026-05-01"],
                                 "taskwarrior": [*task, "add", f"{name}: send the book", "due:2026-05-01"],
                                 "todoman": [*todo, "new", "--list", "all", "--due", "2026-05-01", f"{name}: send the book"]},
    }
    for what, programs in compared.items():
        there = {program: words for program, words in programs.items() if shutil.which(str(words[0]))}
        for program in programs.keys() - there.keys():
            print(f"{program} is not installed: left out", file=sys.stderr)
        # Those that take seconds do not have to be waited for as often as those that take milliseconds.
        tasks = {program: Task(words, around, codes=(0, 1) if program == "taskwarrior" else (0,))
                 for program, words in there.items()}
        found[what] = in_turns(tasks, runs, with_memory=True)
        for program, one in found[what].items():
            print(f"{what:26}{program:12}{spell(one['median']):>9}{spell(one['processor']):>11} processor"
                  f"{one['median'] / found[what]['kith']['median']:>9.1f} times kith", flush=True)
    return found
