#!/usr/bin/env python3
"""How long a whole process takes that answers a key press, beside `sqlite3` on one indexed query.

completion.py KITH [--people 30000] [--runs 60]: completes a name, counts who is due and greets, in
turns with sqlite3 on the same file, so that what else the machine does befalls all alike.
"""

import argparse
import os
import statistics
import subprocess
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument("kith")
parser.add_argument("--people", default="30000")
parser.add_argument("--runs", type=int, default=60)
options = parser.parse_args()
KITH = os.path.realpath(options.kith)


def main():
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, "kith.db")
        environment = {"HOME": folder, "PATH": os.environ["PATH"], "KITH_DB": database}
        # No backup in the background, which would be measured, too.
        subprocess.run([KITH, "-q", "config", "backups", "false"], env=environment, check=True)
        subprocess.run([KITH, "-q", "demo", "--people", options.people], env=environment, check=True)
        name = subprocess.run(["sqlite3", database, "SELECT name FROM person ORDER BY id DESC LIMIT 1"],
                              capture_output=True, text=True, check=True).stdout.split()[0]
        commands = {
            "sqlite3, a person by the index of names":
                ["sqlite3", database, "SELECT name FROM name_key JOIN person ON person.id = person "
                 f"WHERE kind = 0 AND key >= '{name.lower()}' ORDER BY key LIMIT 50"],
            f"kith complete-names {name}": [KITH, "complete-names", name],
            "kith due --count": [KITH, "due", "--count"],
            "kith due": [KITH, "due"],
            "kith --version": [KITH, "--version"],
        }
        times = {what: [] for what in commands}
        for _ in range(options.runs):
            for what, words in commands.items():
                start = time.perf_counter()
                subprocess.run(words, env=environment, check=True, stdout=subprocess.DEVNULL,
                               stdin=subprocess.DEVNULL)
                times[what].append(time.perf_counter() - start)
        print(f"{options.people} people, {options.runs} runs, milliseconds: median, least")
        for what, taken in times.items():
            print(f"{1000 * statistics.median(taken):8.1f} {1000 * min(taken):8.1f}  {what}")


if __name__ == "__main__":
    main()
