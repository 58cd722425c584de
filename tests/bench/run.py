#!/usr/bin/env python3
"""Measures every command of kith at up to three sizes, whole processes, in turns with sqlite3 on the same file.

run.py KITH [--sizes circle,lifetime] [--runs 30] [--row 3000] [--out FOLDER] [--only NAME,…] [--parts …] [--page FILE]

Sizes: circle (150 people, 3,000 interactions), lifetime (30,000 and 1,000,000), century (1,000,000 and 10,000,000;
made and measured only when named: it wants 15 GB and time). FOLDER (build/bench) keeps the data sets, so that the next run does
not make them again, and figures.json. Parts: start, commands, row, bulk, peers. With --page, the tables between the
markers of FILE are written anew, and the plot beside it.

No figure is judged here: the machine, its disk and what else it does are in all of them, which is why everything has a
yardstick that was measured in the same turns.
"""
import argparse
import json
import os
import pathlib
import platform
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import asked
import imports
import instructions
import lifetime
import measure
import peers
from measure import Task, in_turns, spell

SIZES = {"circle": (150, 3000), "lifetime": (30000, 1000000), "century": (1000000, 10000000)}
PARTS = ["start", "commands", "row", "bulk", "peers"]
SQLITE = "sqlite3"


def built(kith, folder, size):
    """The data set's file, made if it is not there."""
    path = folder / f"{size}.db"
    if not path.exists():
        people, interactions = SIZES[size]
        print(f"making {size}: {people} people, {interactions} interactions …", file=sys.stderr)
        draft = folder / f"{size}.new.db"
        for old in [*folder.glob(f"{size}.new.db*"), *folder.glob(f"{size}.db-*")]:
            old.unlink()
        lifetime.make(kith, draft, argparse.Namespace(people=people, interactions=interactions, seed=1))
        shutil.rmtree(folder / "backups", ignore_errors=True)
        draft.rename(path)
    return path


class Bench:
    def __init__(self, options):
        self.kith = str(pathlib.Path(options.kith).resolve())
        self.options = options
        self.folder = pathlib.Path(options.out).resolve()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="work-", dir=self.folder))
        self.figures = {"machine": machine(), "sizes": {}}

    def surroundings(self, database):
        """A fresh home whose settings leave out what would run in the background."""
        home = self.work / "home"
        around = measure.environment(home, database)
        if not home.exists():
            home.mkdir()
            subprocess.run([self.kith, "-q", "config", "backups", "false"], env=around, check=True)
        return around

    def wanted(self, name):
        return not self.options.only or any(name.startswith(one) for one in self.options.only)

    def start(self):
        """What a process costs that does next to nothing."""
        around = self.surroundings(self.work / "empty.db")
        subprocess.run([self.kith, "due"], env=around, check=True, stdout=subprocess.DEVNULL)
        tasks = {"true": Task(["true"], around),
                 "sqlite3 :memory: 'select 1'": Task([SQLITE, ":memory:", "select 1"], around),
                 "sqlite3, the empty file": Task([SQLITE, self.work / "empty.db", "SELECT person FROM rhythm"], around),
                 "kith --version": Task([self.kith, "--version"], around),
                 "kith help": Task([self.kith, "help"], around),
                 "kith due, empty": Task([self.kith, "due"], around)}
        figures = in_turns(tasks, self.options.runs * 3)
        if shutil.which("valgrind"):
            for name, task in tasks.items():
                figures[name]["instructions"] = instructions.count(task.words(0), around, self.work)
        show("start-up", figures)
        self.figures["start"] = figures

    def commands(self, size):
        known = asked.Known(self.copy)
        around = self.surroundings(self.copy)
        found = {}
        for name, (words, sql) in asked.reads(known).items():
            if not self.wanted(name):
                continue
            words = [word.replace("{out}", str(self.work)) for word in words]
            if words[0] == "sync":
                (self.work / "cards").mkdir(exist_ok=True)
                subprocess.run([self.kith, "-q", *words], env=around, check=True)
            # 3: at 150 people, nobody may be called so.
            tasks = {"kith": Task([self.kith, *words], around, codes=(0, 3))}
            if sql:
                tasks = {"sqlite3": Task([SQLITE, self.copy, sql], around), **tasks}
            try:
                found[name] = in_turns(tasks, self.options.runs)
                print(line(name, found[name]), flush=True)
            except measure.TooLong:
                found[name] = {"over": measure.MOST}
                print(f"{name:28} over {measure.MOST:.0f} s", flush=True)
        found.update(self.writes(known, around))
        if self.wanted("backup"):
            out = self.work / "backup.db"

            def gone(_number):
                out.unlink(missing_ok=True)

            found["backup"] = in_turns({"sqlite3": Task([SQLITE, self.copy, f".backup {out}"], around, before=gone),
                                        "kith": Task([self.kith, "backup", out], around, before=gone)}, self.options.runs)
            gone(0)
            print(line("backup", found["backup"]), flush=True)
        if self.options.only:  # the others stay as they were measured
            found = {**self.figures["sizes"][size].get("commands", {}), **found}
        self.figures["sizes"][size].update(commands=found, people=known.people, interactions=known.interactions,
                                           bytes=os.path.getsize(self.copy))

    def insert(self, first):
        return lambda number: [SQLITE, self.other, asked.INSERTED.format(id=first + number)]

    def writes(self, known, around):
        chosen = {name: words for name, words in asked.writes(known).items() if self.wanted(name)}
        if not chosen:
            return {}
        tasks = {"sqlite3": Task(self.insert(known.next), around)}
        for name, words in chosen.items():
            tasks[name] = Task(lambda number, words=words: [self.kith, *words(number)], around)
        figures = in_turns(tasks, self.options.runs)
        found = {name: {"sqlite3": figures["sqlite3"], "kith": figures[name]} for name in chosen}
        for name, pair in found.items():
            print(line(name, pair), flush=True)
        return found

    def row(self, size):
        """Many durable writes in a row."""
        known = asked.Known(self.copy)
        around = self.surroundings(self.copy)
        words = asked.writes(known)["log"]
        with sqlite3.connect(self.other) as database:
            first = database.execute("SELECT max(id) + 1000 FROM interaction").fetchone()[0]
        database.close()
        figures = in_turns({"sqlite3": Task(self.insert(max(first, known.next)), around),
                            "kith": Task(lambda number: [self.kith, *words(number)], around)}, self.options.row, False)
        print(line(f"{self.options.row} logs in a row", figures))
        for name, one in figures.items():
            print(f"  {name}: 99th percentile {spell(one['p99'])}, most {spell(one['most'])}")
        self.figures["sizes"][size]["row"] = figures

    def export(self, size):
        """Everything as JSON, to nowhere: how fast a disk takes it in is the disk's business."""
        around = self.surroundings(self.copy)
        tasks = {"sqlite3": Task([SQLITE, self.copy, asked.EXPORTED], around),
                 "kith": Task([self.kith, "export", "json"], around)}
        figures = in_turns(tasks, 5)
        for name, task in tasks.items():
            with subprocess.Popen(task.words(0), env=around, stdout=subprocess.PIPE) as child:
                figures[name]["bytes"] = sum(len(piece) for piece in iter(lambda: child.stdout.read(1 << 20), b""))
        print(line("export json", figures))
        for name, one in figures.items():
            print(f"  {name}: {one['bytes'] / 1e6:.0f} MB, {one['bytes'] / 1e6 / one['median']:.0f} MB/s")
        self.figures["sizes"][size]["export"] = figures

    def bulk(self):
        """30,000 connections of LinkedIn into an empty database."""
        people = lifetime.people_of(30000, 5)
        file = self.work / "Connections.csv"
        imports.write_connections(people, file)
        script = self.work / "fill.sql"
        script.write_text("ATTACH ':memory:' AS memory;\n"
                          'CREATE TABLE memory.raw("first", "last", url, email, org, title, "on");\n'
                          + imports.FILL.format(file=file), encoding="utf-8")
        database = self.work / "import.db"
        around = self.surroundings(database)

        def fresh(_number):
            for old in self.work.glob("import.db*"):
                old.unlink()
            subprocess.run([self.kith, "add", "Nobody", "-q"], env=around, check=True)
            subprocess.run([self.kith, "undo", "-q"], env=around, check=True)

        figures = in_turns({"sqlite3": Task([SQLITE, database], around, given=script, before=fresh),
                            "kith": Task([self.kith, "import", "linkedin", file, "-q"], around, before=fresh)}, 5)
        print(line("import linkedin, 30,000", figures))
        self.figures["import"] = figures

    def run(self):
        parts = self.options.parts
        try:
            if "start" in parts:
                self.start()
            if "bulk" in parts:
                self.bulk()
            for size in self.options.sizes:
                source = built(self.kith, self.folder, size)
                self.copy, self.other = self.work / f"{size}.db", self.work / f"{size}-other.db"
                shutil.copy(source, self.copy)
                shutil.copy(source, self.other)
                for database in (self.copy, self.other):  # made by an older kith, they get their newest form here
                    asked.plant(self.kith, self.surroundings(database))
                self.figures["sizes"][size] = {"people": SIZES[size][0], "interactions": SIZES[size][1]}
                heading(f"{size}: {SIZES[size][0]:,} people, {SIZES[size][1]:,} interactions")
                if "commands" in parts:
                    self.commands(size)
                if "row" in parts and size == "lifetime":
                    self.row(size)
                if "bulk" in parts:
                    self.export(size)
                for old in self.work.glob(f"{size}*"):
                    old.unlink()
                self.keep()
            if "peers" in parts:
                heading(f"peers, {peers.PEOPLE:,} people")
                self.figures["peers"] = peers.measured(self.kith, self.work / "peers", self.options.runs)
            self.keep()
        finally:
            shutil.rmtree(self.work, ignore_errors=True)

    def keep(self):
        """Lays what was measured over what an earlier run left: sizes and parts may come one by one."""
        path = self.folder / "figures.json"
        before = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        path.write_text(json.dumps(laid_over(before, self.figures), indent=1) + "\n", encoding="utf-8")


def laid_over(before, now):
    if not (isinstance(before, dict) and isinstance(now, dict)):
        return now
    return {**before, **{key: laid_over(before.get(key), value) for key, value in now.items()}}


def machine():
    version = subprocess.run([SQLITE, "--version"], capture_output=True, text=True, check=True).stdout.split()[0]
    return {"cores": os.cpu_count(), "system": platform.system(), "processor": platform.machine(), "sqlite3": version}


def heading(text):
    print(f"\n{text}\n{'':28}{'kith':>9}{'quartiles':>20}{'processor':>11}{'memory':>10}{'sqlite3':>10}{'ratio':>7}{'of processor':>14}", flush=True)


def line(name, figures):
    kith, other = figures["kith"], figures.get("sqlite3")
    memory = f"{kith['memory'] / 1024:.1f} MiB" if kith["memory"] else ""
    beside = f"{spell(other['median']):>10}{kith['median'] / other['median']:>7.2f}{kith['processor'] / other['processor']:>14.2f}" if other else ""
    return (f"{name:28}{spell(kith['median']):>9}{spell(kith['lower']) + ' to ' + spell(kith['upper']):>20}"
            f"{spell(kith['processor']):>11}{memory:>10}{beside}")


def show(title, figures):
    print(f"\n{title}")
    for name, one in figures.items():
        print(f"{name:28}{spell(one['median']):>9}{spell(one['lower']) + ' to ' + spell(one['upper']):>20}"
              f"{spell(one['processor']):>11}" + (f"{one['instructions'] / 1e6:>10.2f} M" if "instructions" in one else ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("kith")
    parser.add_argument("--sizes", default="circle,lifetime", type=lambda text: text.split(","))
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--row", type=int, default=3000)
    parser.add_argument("--out", default="build/bench")
    parser.add_argument("--only", default=[], type=lambda text: text.split(","))
    parser.add_argument("--parts", default=PARTS, type=lambda text: text.split(","))
    parser.add_argument("--page")
    options = parser.parse_args()
    if unknown := [one for one in options.sizes if one not in SIZES] + [one for one in options.parts if one not in PARTS]:
        sys.exit(f"{unknown[0]}: no size and no part; see --help")
    bench = Bench(options)
    bench.run()
    if options.page:
        import page
        page.write(bench.folder / "figures.json", pathlib.Path(options.page))


if __name__ == "__main__":
    main()
