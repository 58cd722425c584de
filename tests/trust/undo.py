"""Random sequences of commands, all undone, all redone: what is there must be the same bytes.

usage: undo.py KITH [--sequences N] [--commands N] [--seed S]

Each command is a process of its own. What is compared is every row of every table, the derived ones
too, but for the journal itself and for how the last map looked (which is no change, says the
manual). The full-text index is judged by the doctor, who makes a fresh one of the same texts. Held
after each command:

- one that fails (exit 2 to 7) has changed nothing, in any table;
- the same changes standing, the same bytes: however they came to stand, by doing or by redoing;
and at the end of a sequence:
- undo, one by one, is never refused until nothing stands, and leaves the bytes of the beginning;
- redo, as often, is never refused, passes through the same states, and ends in the same bytes.

A sequence that fails is printed with as few of its steps as it takes to fail.
"""
import argparse
import collections
import hashlib
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

import victims
from hands import Hand

MAP = {"map", "map_dot", "map_community"}
REFUSALS = {2, 3, 4, 5, 6, 7}


class Wrong(Exception):
    """What must not be."""


class Trial:
    """A database of its own, and what holds of it."""

    def __init__(self, binary, folder):
        self.binary = os.path.abspath(binary)
        self.folder = folder
        self.states = {}  # which changes stand -> the bytes that were there then
        self.tally = collections.Counter()
        folder.mkdir()
        self.run(["2026-03-20T10:00:00", ["list"], "", {}])
        self.check()

    def look(self, sql):
        db = victims.open_database(self.folder)
        found = db.execute(sql).fetchall()
        db.close()
        return found

    def rows(self, leave_out=frozenset()):
        db = victims.open_database(self.folder)
        text = []
        for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1"):
            hidden = table.startswith("search") and table != "search_person"
            if not hidden and table not in leave_out:
                text += [f"{table} {row}" for row in
                         sorted(map(repr, db.execute(f"SELECT * FROM {table}")))]
        db.close()
        return "\n".join(text)

    def standing(self):
        changes = self.look("SELECT id, at, label FROM change WHERE undone IS NULL ORDER BY id")
        return hashlib.sha256(repr(changes).encode()).hexdigest()

    def run(self, step):
        now, words, stdin, more = step
        env = {"HOME": str(self.folder), "PATH": os.environ["PATH"], "TZ": "UTC", "NO_COLOR": "1",
               "KITH_NOW": now, "KITH_DB": str(self.folder / "kith.db"), "LC_ALL": "C.UTF-8", **more}
        done = subprocess.run([self.binary, *words], cwd=self.folder, env=env, check=False,
                              input=stdin.encode(), capture_output=True)
        if done.returncode not in REFUSALS | {0}:
            raise Wrong(f"exit {done.returncode}: {done.stderr.decode()}")
        self.said = done.stderr.decode()
        return done.returncode

    def check(self):
        """The same changes standing, the same bytes."""
        now = self.rows({"change"} | MAP)
        before = self.states.setdefault(self.standing(), now)
        if before != now:
            gone, come = set(before.split("\n")), set(now.split("\n"))
            raise Wrong("the same changes stand, and not the same is there\n"
                        + "\n".join(f"  - {row}" for row in sorted(gone - come)[:12])
                        + "\n" + "\n".join(f"  + {row}" for row in sorted(come - gone)[:12]))

    def do(self, step):
        now, words, stdin, more = step
        if words[0] == "import" and not (self.folder / words[-1]).exists():
            self.run([now, ["export", "-o", words[-1]], "", {}])
        if words[0].startswith("sql:"):
            db = victims.open_database(self.folder)
            db.execute(words[0].removeprefix("sql:"))
            db.commit()
            db.close()
            step = [now, words[1:], stdin, more]
        before = self.rows()
        code = self.run(step)
        self.tally[words[0].split(":")[0], code] += 1
        if code != 0 and self.rows() != before:
            raise Wrong(f"exit {code}, and it has changed something")
        self.check()

    def sound(self):
        code = self.run(["2026-12-31", ["doctor"], "", {}])
        if code != 0:
            raise Wrong(f"doctor: {self.said}")
        if faults := victims.faults(self.folder):
            raise Wrong(f"{faults}")

    def there_and_back(self, now):
        """Undoes all, and redoes as much."""
        self.sound()
        end = self.rows({"change"} | MAP)
        steps = 0
        while self.look("SELECT 1 FROM change WHERE undone IS NULL LIMIT 1"):
            if code := self.run([now, ["undo"], "", {}]):
                raise Wrong(f"undo number {steps + 1} of all is refused ({code}): {self.said}")
            steps += 1
            self.check()
        if left := self.rows({"change"} | MAP):
            raise Wrong(f"all is undone, and this is left:\n{left}")
        self.sound()
        for step in range(steps):
            if code := self.run([now, ["redo"], "", {}]):
                raise Wrong(f"redo number {step + 1} of {steps} is refused ({code}): {self.said}")
            self.check()
        if self.rows({"change"} | MAP) != end:
            raise Wrong("all is redone, and not the same is there")
        self.sound()
        return steps


def wrong_with(binary, root, files, steps, now):
    """What these steps bring to light; None if all is well."""
    folder = root / "again"
    shutil.rmtree(folder, ignore_errors=True)
    trial = Trial(binary, folder)
    for path in files.glob("file*"):
        shutil.copy(path, folder)
    try:
        for step in steps:
            trial.do(step)
        trial.there_and_back(now)
    except Wrong as wrong:
        return str(wrong)
    return None


def fewest(binary, root, files, steps, now, seconds=240):
    """Leaves steps out, half of them, a quarter, at last one by one, as long as it still fails."""
    until = time.monotonic() + seconds
    size = max(1, len(steps) // 2)
    while time.monotonic() < until:
        at, left_out = 0, False
        while at < len(steps) and time.monotonic() < until:
            fewer = steps[:at] + steps[at + size:]
            if wrong_with(binary, root, files, fewer, now):
                steps, left_out = fewer, True
            else:
                at += size
        if size == 1 and not left_out:
            break
        size = max(1, size // 2)
    return steps


def play(binary, root, seed, count, tally):
    """One sequence: (steps undone and redone, nothing), or (0, what went wrong)."""
    shutil.rmtree(root / "house", ignore_errors=True)
    trial = Trial(binary, root / "house")
    hand = Hand(random.Random(seed), trial.folder, trial.look)
    steps = []
    try:
        for _ in range(count):
            steps.append(hand.step())
            trial.do(steps[-1])
        undone = trial.there_and_back(hand.now.isoformat())
        tally.update(trial.tally)
        return undone, None
    except Wrong as wrong:
        now = hand.now.isoformat()
        found = f"seed {seed}, after {len(steps)} commands: {wrong}"
        least = fewest(binary, root, trial.folder, steps, now)
        again = wrong_with(binary, root, trial.folder, least, now)
        return 0, "\n".join([found, f"with {len(least)} of them: {again}", *map(repr, least)])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("kith")
    options.add_argument("--sequences", type=int, default=20)
    options.add_argument("--commands", type=int, default=300)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    tally, undone, failed = collections.Counter(), 0, 0
    with tempfile.TemporaryDirectory() as name:
        for seed in range(given.seed, given.seed + given.sequences):
            steps, wrong = play(given.kith, pathlib.Path(name), seed, given.commands, tally)
            undone += steps
            if wrong:
                failed += 1
                print(wrong, file=sys.stderr, flush=True)
    for word in sorted({word for word, _ in tally}):
        codes = {code: count for (one, code), count in sorted(tally.items()) if one == word}
        print(f"{word:10} {codes}")
    print(f"{sum(tally.values())} commands, {undone} changes undone and redone; "
          f"{given.sequences - failed} sequences passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
