"""Kills kith at random moments of every command that writes, and looks at what is left.

usage: kills.py KITH [--kills N] [--seed S] [--only WORD]

Each kill begins with a copy of a prepared database. A moment later, drawn at random from the time
that the command takes, the process gets SIGKILL, SIGTERM or SIGINT, or its reader goes away. What is
left must be whole (SQLite's integrity check, foreign keys, the full-text index), and either as it
was before the command or as it is after it. Who was told that it is done must find it done.
"""
import argparse
import collections
import os
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import time

import victims


def main():
    options = argparse.ArgumentParser()
    options.add_argument("kith")
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only")
    given = options.parse_args()
    dice = random.Random(given.seed)
    kith = victims.Kith(os.path.abspath(given.kith))
    tally = collections.defaultdict(collections.Counter)
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        scenarios = [one for one in victims.prepare(kith, root) if given.only in (None, one[0])]
        ways = {}
        for scenario in scenarios:
            begun = time.monotonic()
            ways[scenario[0]] = victims.ways_of(kith, root, scenario)
            ways[scenario[0]] += (time.monotonic() - begun,)
        for count in range(given.kills):
            word, base, command, stdin = scenarios[count % len(scenarios)]
            before, after, known, seconds = ways[word]
            folder = victims.copy_of(base, root / "victim")
            how = dice.choice([signal.SIGKILL] * 3 + [signal.SIGTERM, signal.SIGINT, None])
            process = kith.start(folder, command, stdin)
            out = b""
            if how is None:  # the reader goes away
                process.stdout.close()
                process.stderr.close()
                process.wait()
            else:
                time.sleep(dice.random() * seconds * 1.1)
                process.send_signal(how)
                out, _ = process.communicate()
            found = victims.faults(folder)
            state = victims.state_of(victims.rows(folder), before, after)
            if state == "half":
                found.append("half of the command is there")
            is_done = victims.says_done(word, process.returncode, out)
            if is_done and state == "nothing" and after not in before:
                found.append("it said done, and nothing is there")
            stray = victims.leftovers(folder, known)
            if stray and how is not signal.SIGKILL:
                found.append(f"left behind: {stray}")
            victims.check_export(folder)
            if word == "sync":
                found += victims.check_sync(kith, folder, after)
            tally[word][state] += 1
            if found:
                failed += 1
                print(f"kill {count} of {word} by {how}: {found}", file=sys.stderr)
            shutil.rmtree(folder)
    for word, states in tally.items():
        print(f"{word:10} {dict(states)}")
    print(f"{given.kills - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
