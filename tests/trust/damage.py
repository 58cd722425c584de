"""Damages good databases in many ways, and looks at how kith meets them.

usage: damage.py KITH [--files N] [--seed S]

A file is cut, has bits or bytes or pages of it changed, is empty, foreign or encrypted. No command
may crash on it, and whoever says that it cannot be used leaves every byte of it as it was. The doctor
says what is wrong. Salvage brings back what share of the rows.
"""
import argparse
import collections
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

NOW = "2026-03-20T10:00:00"
PAGE = 4096
COMMANDS = [["list"], ["due"], ["show", "a"], ["find", "coffee"], ["timeline"], ["export"],
            ["history"], ["log", "coffee with a new friend"], ["add", "Somebody Else"], ["undo"]]
TABLES = ["person", "interaction", "participant", "fact", "follow_up", "link", "contact_point"]


def cut(good, dice):
    return good[:dice.randrange(1, len(good))]


def bits(good, dice):
    bad = bytearray(good)
    for _ in range(dice.choice([1, 3, 30])):
        bad[dice.randrange(len(bad))] ^= 1 << dice.randrange(8)
    return bytes(bad)


def scribble(good, dice):
    bad = bytearray(good)
    begin = dice.randrange(len(bad))
    for place in range(begin, min(begin + dice.choice([8, 200, 2000]), len(bad))):
        bad[place] = dice.randrange(256)
    return bytes(bad)


def lost_pages(good, dice):
    bad = bytearray(good)
    for page in dice.sample(range(len(good) // PAGE), dice.choice([1, 2, 5])):
        bad[page * PAGE:(page + 1) * PAGE] = bytes(PAGE)
    return bytes(bad)


def swapped_pages(good, dice):
    bad = bytearray(good)
    one, other = (page * PAGE for page in dice.sample(range(len(good) // PAGE), 2))
    bad[one:one + PAGE], bad[other:other + PAGE] = good[other:other + PAGE], good[one:one + PAGE]
    return bytes(bad)


def header(good, dice):
    bad = bytearray(good)
    bad[dice.randrange(100)] = dice.randrange(256)
    return bytes(bad)


def foreign(_good, dice):
    kind = dice.randrange(4)
    if kind == 0:
        return b""
    if kind == 1:
        return b"Name,Email\nAna,ana@example.org\n" * dice.randrange(1, 500)
    if kind == 2:
        with tempfile.TemporaryDirectory() as name:
            db = sqlite3.connect(pathlib.Path(name) / "other.db")
            db.execute("CREATE TABLE person(id, name)")
            db.commit()
            db.close()
            return (pathlib.Path(name) / "other.db").read_bytes()
    return dice.randbytes(PAGE * dice.randrange(1, 20))  # what an encrypted one looks like


WAYS = [cut, bits, scribble, lost_pages, swapped_pages, header, foreign]


# The day's backup of a large file is made by a process of its own, which would still be at work when
# the next file takes that one's place.
CONFIG = pathlib.Path(tempfile.gettempdir()) / f"kith-damage-{os.getpid()}.toml"


def run(kith, file, words):
    env = {"HOME": str(file.parent), "PATH": os.environ["PATH"], "TZ": "UTC", "NO_COLOR": "1",
           "KITH_NOW": NOW, "LC_ALL": "C.UTF-8", "KITH_CONFIG": str(CONFIG)}
    return subprocess.run([kith, "--db", str(file), *words], env=env, cwd=file.parent,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)


def rows_of(file):
    db = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    db.text_factory = bytes  # what was damaged may be no text any more
    found = {table: set(db.execute(f"SELECT * FROM {table}")) for table in TABLES}
    db.close()
    return found


def main():
    options = argparse.ArgumentParser()
    options.add_argument("kith")
    options.add_argument("--files", type=int, default=210)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    kith = os.path.abspath(given.kith)
    CONFIG.write_text("backups = false\n")
    dice = random.Random(given.seed)
    tally = collections.defaultdict(collections.Counter)
    kept, all_rows, failed = collections.Counter(), collections.Counter(), 0
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        good = root / "good.db"
        run(kith, good, ["demo", "--people", "150"])
        for text in ("coffee with Ana Solo", "call with Bo Solo"):
            run(kith, good, ["log", text, "--new"])
        content = good.read_bytes()
        truth = rows_of(good)
        for count in range(given.files):
            way = WAYS[count % len(WAYS)]
            folder = root / str(count)
            folder.mkdir()
            file = folder / "kith.db"
            bad = way(content, dice)
            found = []
            refused = 0
            for words in COMMANDS:
                file.write_bytes(bad)
                file.chmod(0o600)
                for rest in folder.iterdir():
                    if rest != file and rest.is_file():
                        rest.unlink()
                result = run(kith, file, words)
                if result.returncode < 0 or result.returncode == 1:
                    found.append(f"{words}: {result.returncode} {result.stderr.decode()[-200:]}")
                if result.returncode == 7:
                    refused += 1
                    if file.read_bytes() != bad:
                        found.append(f"{words}: refused, and wrote to it")
                    if not result.stderr.startswith(b"kith: ") or b"hint: " not in result.stderr:
                        found.append(f"{words}: no sentence: {result.stderr.decode()}")
            file.write_bytes(bad)
            for rest in folder.iterdir():
                if rest != file and rest.is_file():
                    rest.unlink()
            doctor = run(kith, file, ["doctor"])
            if doctor.returncode not in (0, 7):
                found.append(f"doctor: {doctor.returncode} {doctor.stderr.decode()}")
            if file.read_bytes() != bad:
                found.append("doctor: wrote to it")
            saved = run(kith, file, ["doctor", "--salvage", "saved.db"])
            if saved.returncode not in (0, 7):
                found.append(f"salvage: {saved.returncode} {saved.stderr.decode()}")
            if file.read_bytes() != bad:
                found.append("salvage: wrote to it")
            if saved.returncode == 0:
                health = run(kith, folder / "saved.db", ["doctor"])
                if health.returncode != 0:
                    found.append(f"what was saved is not sound: {health.stdout.decode()}")
            if way is not foreign:
                back = rows_of(folder / "saved.db") if saved.returncode == 0 else {}
                kept[way.__name__] += sum(len(truth[t] & back.get(t, set())) for t in TABLES)
                all_rows[way.__name__] += sum(len(truth[t]) for t in TABLES)
            state = ("said by the doctor" if doctor.returncode == 7 else
                     "odd" if b"\nodd" in doctor.stdout else "harmless")
            tally[way.__name__][state] += 1
            if found:
                failed += 1
                (root / f"{count}.bad").write_bytes(bad)
                print(f"file {count} ({way.__name__}): {found}", file=sys.stderr, flush=True)
    for way, states in tally.items():
        share = f"{100 * kept[way] / all_rows[way]:5.1f} % of the rows saved" if all_rows[way] else ""
        print(f"{way:14} {dict(states)} {share}")
    total = sum(all_rows.values())
    print(f"saved of all: {100 * sum(kept.values()) / total:.1f} % of {total} rows")
    print(f"{given.files - failed} passed, {failed} failed")
    CONFIG.unlink()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
