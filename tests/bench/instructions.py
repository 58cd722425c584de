#!/usr/bin/env python3
"""Counts the instructions of kith's commands and compares them with recorded budgets: no clock, so no luck.

instructions.py KITH --build NAME --compiler NAME [--record] [--only NAME,…]

On 150 people and 3,000 interactions, by `valgrind --tool=callgrind`. Ends in failure and names the commands that
took over a tenth more than budgets.json says. A budget belongs to a kind of build, a compiler and a processor:
elsewhere the count is left out, with exit code 77. --record (`ninja record_instructions`) writes down what is counted
now.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

import asked
import lifetime
import measure

BUDGETS = pathlib.Path(__file__).with_name("budgets.json")
ROOM = 1.10
SKIPPED = 77


def count(words, around, folder):
    """Instructions of one process, all it loads included."""
    log = folder / "callgrind.log"
    subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={log}",
                    *[str(word) for word in words]], env=around, cwd=folder, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return int(re.search(r"Collected : (\d+)", log.read_text(encoding="utf-8"))[1])


def commands(known):
    """{name: words}. Of `(empty)`, the database has nobody in it."""
    reads = asked.reads(known)
    writes = asked.writes(known)
    chosen = {"--version": ["--version"], "help": ["help"], "due (empty)": ["due"]}
    for name in ("due", "due --count", "show", "look-up, exact", "look-up, prefix", "look-up, typo", "list --limit 50",
                 "timeline --limit 50", "find, 1 word", "query, an address", "completion", "path", "review year"):
        chosen[name] = reads[name][0]
    chosen.update({name: words(1) for name, words in writes.items() if name != "undo"})
    chosen["undo"] = ["undo"]
    chosen["export json"] = ["export", "json"]
    return chosen


def counted(kith, only):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source = folder / "circle.db"
        lifetime.make(kith, source, argparse.Namespace(people=150, interactions=3000, seed=1))
        home = folder / "home"
        home.mkdir()
        around = measure.environment(home, source)
        subprocess.run([kith, "-q", "config", "backups", "false"], env=around, check=True)
        asked.plant(kith, around)
        known = asked.Known(source)
        # Of a file in use: what the change before left behind is there to be taken back.
        subprocess.run([kith, "-q", *asked.writes(known)["note"](0)], env=around, check=True)

        def one(item):
            title, words = item
            place = pathlib.Path(tempfile.mkdtemp(dir=folder))
            database = place / "kith.db"
            if title == "due (empty)":
                subprocess.run([kith, "due"], env={**around, "KITH_DB": str(database)}, check=True, capture_output=True)
            else:
                shutil.copy(source, database)
            return title, count([kith, *words], {**around, "KITH_DB": str(database)}, place)

        chosen = [item for item in commands(known).items() if not only or item[0] in only]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            return dict(pool.map(one, chosen))


def left_out(reason):
    print(f"left out: {reason}")
    sys.exit(SKIPPED)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("kith")
    parser.add_argument("--build", required=True)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--only", default=[], type=lambda text: text.split(";"))
    options = parser.parse_args()
    kith = str(pathlib.Path(options.kith).resolve())
    here = {"build": options.build, "compiler": options.compiler, "processor": platform.machine()}
    if not shutil.which("valgrind"):
        left_out("valgrind is not installed")
    if options.record:
        figures = counted(kith, [])
        BUDGETS.write_text(json.dumps({**here, "instructions": figures}, indent=2) + "\n", encoding="utf-8")
        print(f"{BUDGETS.name}: {len(figures)} commands")
        return
    budgets = json.loads(BUDGETS.read_text(encoding="utf-8"))
    for what, value in here.items():
        if budgets[what] != value:
            left_out(f"the budgets are those of the {what} {budgets[what]}, and this is {value}")
    grown = []
    for name, now in counted(kith, options.only).items():
        before = budgets["instructions"].get(name)
        if before is None:
            grown.append(f"{name}: no budget is recorded")
            continue
        print(f"{name:24}{now / 1e6:9.2f} M{before / 1e6:9.2f} M{100 * now / before:7.0f} %")
        if now > before * ROOM:
            grown.append(f"{name}: {now / 1e6:.2f} million instructions, {100 * now / before - 100:.0f} % more than recorded")
    for one in grown:
        print(f"grew: {one}", file=sys.stderr)
    if grown:
        print("If it has to be: instructions.py … --record, and the commit says why.", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
