"""Many at once: writers and readers on one database for a while, and then every write is looked for.

usage: crowd.py KITH [--writers N] [--readers N] [--seconds S]
"""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time


def kith_runner(kith, folder):
    env = {"HOME": str(folder), "PATH": os.environ["PATH"], "TZ": "UTC", "NO_COLOR": "1",
           "KITH_DB": str(folder / "kith.db"), "LC_ALL": "C.UTF-8"}

    def run(*words):
        return subprocess.run([kith, *words], env=env, cwd=folder, stdin=subprocess.DEVNULL,
                              capture_output=True, check=False)
    return run


def main():
    options = argparse.ArgumentParser()
    options.add_argument("kith")
    options.add_argument("--writers", type=int, default=8)
    options.add_argument("--readers", type=int, default=8)
    options.add_argument("--seconds", type=float, default=60)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        run = kith_runner(os.path.abspath(given.kith), pathlib.Path(name))
        run("demo", "--people", "100")
        person = json.loads(run("list", "--json", "--limit", "1").stdout)[0]["name"]
        end = time.monotonic() + given.seconds
        said, failures, reads = [], collections.Counter(), [0] * given.readers
        lock = threading.Lock()

        def write(writer):
            count = 0
            while time.monotonic() < end:
                text = f"writer{writer}x{count}"
                count += 1
                done = run("note", person, text)
                with lock:
                    if done.returncode == 0:
                        said.append(text)
                    else:
                        failures[done.stderr.decode().strip()] += 1

        def read(reader):
            asked = [["list"], ["due"], ["show", person], ["find", "writer1x"], ["timeline"]]
            while time.monotonic() < end:
                done = run(*asked[reads[reader] % len(asked)])
                reads[reader] += 1
                if done.returncode != 0:
                    with lock:
                        failures[done.stderr.decode().strip()] += 1

        crowd = [threading.Thread(target=write, args=(n,)) for n in range(given.writers)]
        crowd += [threading.Thread(target=read, args=(n,)) for n in range(given.readers)]
        for one in crowd:
            one.start()
        for one in crowd:
            one.join()
        found = collections.Counter(fact["text"] for fact in
                                    json.loads(run("show", person, "--json").stdout)["facts"])
        lost = [text for text in said if found[text] == 0]
        doubled = [text for text, count in found.items() if count > 1]
        unsaid = [text for text in found if text.startswith("writer") and text not in set(said)]
        sound = run("doctor")
    print(f"writes said {len(said)}, found {sum(found[text] > 0 for text in said)}, "
          f"lost {len(lost)}, doubled {len(doubled)}, there though not said {len(unsaid)}; "
          f"reads {sum(reads)}; failures seen {sum(failures.values())} {dict(failures)}")
    good = not lost and not doubled and not unsaid and not failures and sound.returncode == 0
    if sound.returncode != 0:
        print(sound.stdout.decode())
    print("1 passed, 0 failed" if good else "0 passed, 1 failed")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
