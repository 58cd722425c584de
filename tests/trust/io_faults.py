"""Lets each system call that touches the disk fail once, in every command that writes.

usage: io_faults.py KITH [--only WORD] [--most N]

strace makes the Nth write, sync, read, open, … of a command fail with an I/O error or a full disk,
or kills the process right there; N goes through all of them (through N spread ones with --most).
Afterwards the database must be whole and hold all or nothing of the command. Where a command fails
it says so in a sentence with exit code 7, and nothing is there; where it says done, all is there.
"""
import argparse
import collections
import os
import pathlib
import re
import shutil
import sys
import tempfile

import victims

# What may fail, and how it fails.
CALLS = [("pwrite64", ["error=ENOSPC", "error=EIO", "signal=KILL"]),
         ("fdatasync", ["error=EIO", "signal=KILL"]),
         ("fsync", ["error=EIO", "signal=KILL"]),
         ("ftruncate", ["error=EIO", "signal=KILL"]),
         ("pread64", ["error=EIO"]),
         ("openat", ["error=EACCES", "error=EMFILE"]),
         ("write", ["error=ENOSPC"]),
         ("fallocate", ["error=ENOSPC"]),
         ("link", ["error=EIO", "signal=KILL"]),
         ("linkat", ["error=EIO", "signal=KILL"]),
         ("rename", ["error=EIO", "signal=KILL"]),
         ("unlink", ["signal=KILL"])]


def traced(kith, folder, command, stdin, words):
    tracer = victims.Kith("strace")
    return tracer.start(folder, ["-f", "-o", str(folder / ".trace"), *words, kith.binary, *command],
                        stdin)


def calls_of(kith, folder, command, stdin):
    """Which call is made how often."""
    process = traced(kith, folder, command, stdin, ["-e", "trace=" + ",".join(c for c, _ in CALLS)])
    process.communicate()
    counts = collections.Counter()
    for line in (folder / ".trace").read_text(errors="replace").splitlines():
        call = re.match(r"(?:\d+ +)?(\w+)\(", line)
        if call:
            counts[call[1]] += 1
    return counts


def main():
    options = argparse.ArgumentParser()
    options.add_argument("kith")
    options.add_argument("--only")
    options.add_argument("--most", type=int, default=10**9)
    given = options.parse_args()
    kith = victims.Kith(os.path.abspath(given.kith))
    tally = collections.defaultdict(collections.Counter)
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        for scenario in victims.prepare(kith, root):
            word, base, command, stdin = scenario
            if given.only not in (None, word):
                continue
            before, after, known = victims.ways_of(kith, root, scenario)
            counts = calls_of(kith, victims.copy_of(base, root / f"{word}-count"), command, stdin)
            for call, ways in CALLS:
                if word == "sync" and call == "openat":
                    continue  # a card that cannot be read is said and left alone: no failure
                last = counts[call]
                for place in range(1, last + 1, max(1, last // given.most)):
                    for way in ways:
                        folder = victims.copy_of(base, root / "victim")
                        process = traced(kith, folder, command, stdin, [
                            "-e", f"trace={call}", "-e", f"inject={call}:{way}:when={place}"])
                        out, err = process.communicate()
                        killed = way.startswith("signal")
                        found = victims.faults(folder)
                        state = victims.state_of(victims.rows(folder), before, after)
                        code = process.returncode
                        said = err.decode(errors="replace").strip()
                        if state == "half":
                            found.append("half of the command is there")
                        is_done = victims.says_done(word, code, out)
                        if not killed and is_done and state != "all" and after not in before:
                            found.append("it said done, and nothing is there")
                        if "shared libraries" in said:
                            code = 7  # the loader's fault, and its sentence
                            said = "kith: " + said
                        if not killed and code not in (0, 7):
                            found.append(f"exit code {code}: {said}")
                        unsaid = said.startswith("kith: standard output: ")  # done, but not told
                        if not killed and code == 7 and state == "all" and after not in before and not unsaid:
                            found.append(f"it said failed ({said}), and all is there")
                        tells = said.startswith("kith: ") or word == "doctor"  # on stdout
                        if not killed and code == 7 and not tells:
                            found.append(f"no sentence: {said}")
                        stray = victims.leftovers(folder, known)
                        if stray and not killed:
                            found.append(f"left behind: {stray}")
                        victims.check_export(folder)
                        tally[word][f"{code} {state}"] += 1
                        if found:
                            failed += 1
                            print(f"{word}: {call} {place} of {last}, {way}: {found}",
                                  file=sys.stderr, flush=True)
                        shutil.rmtree(folder)
            print(f"{word:10} {dict(tally[word])}", flush=True)
    total = sum(sum(states.values()) for states in tally.values())
    print(f"{total - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
