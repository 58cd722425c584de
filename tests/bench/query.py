#!/usr/bin/env python3
"""Times `kith query` beside `abook --mutt-query` and `khard email`, whole processes, in turn.

query.py KITH [--people 10000] [--runs 15]

The same invented people in each program's own form. A program that is not installed is left out; khard runs three
times only. Prints the median, the least and the most of the wall time, and the median of the processor time.
"""
import argparse
import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import tempfile
import time

from dedupe import document
from invented_people import Inventor

KHARD = """[addressbooks]
[[all]]
path = {}
[general]
default_action = list
"""


def invented(count):
    inventor = Inventor(5)
    people = []
    for number in range(count):
        person = inventor.person(number)
        person["number"] = number
        if not person["emails"]:
            person["emails"].append(inventor.email(person["given"], person["family"], "example.org", number))
        people.append(person)
    return people


def write_books(people, folder):
    (folder / "all.json").write_text(json.dumps(document(people)), encoding="utf-8")
    lines = ["[format]", "program=abook", "version=0.6.1", ""]
    cards = folder / "cards"
    cards.mkdir()
    for person in people:
        lines += [f"[{person['number']}]", f"name={person['name']}", "email=" + ",".join(person["emails"]), ""]
        mails = "".join(f"EMAIL:{email}\n" for email in person["emails"])
        org = f"ORG:{person['org']}\n" if person["org"] else ""
        (cards / f"p{person['number']}.vcf").write_text(
            f"BEGIN:VCARD\nVERSION:3.0\nUID:p{person['number']}\nFN:{person['name']}\n"
            f"N:{person['family']};{person['given']};;;\n{mails}{org}END:VCARD\n", encoding="utf-8")
    (folder / "abook").write_text("\n".join(lines), encoding="utf-8")
    (folder / "khard.conf").write_text(KHARD.format(cards))


def timed(command, environment):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.monotonic()
    out = subprocess.run(command, env=environment, capture_output=True, check=False).stdout
    wall = time.monotonic() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, out.count(b"\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("kith")
    parser.add_argument("--people", type=int, default=10000)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    kith = str(pathlib.Path(options.kith).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        people = invented(options.people)
        write_books(people, folder)
        environment = {"HOME": name, "PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C.UTF-8",
                       "KITH_NOW": "2026-03-20"}
        subprocess.run([kith, "import", "json", folder / "all.json", "-q"], env=environment, check=True)
        rare = min(people, key=lambda one: sum(other["family"] == one["family"] for other in people))["family"]
        for text in (rare, "anna", "smith", "zzz"):
            programs = {"kith": [kith, "query", text],
                        "abook": ["abook", "--datafile", folder / "abook", "--mutt-query", text],
                        "khard": ["khard", "-c", folder / "khard.conf", "email", "--parsable", text]}
            programs = {word: command for word, command in programs.items() if shutil.which(command[0])}
            figures = {word: [] for word in programs}
            for run in range(options.runs + 1):
                for word, command in programs.items():
                    if word != "khard" or run < 4:
                        figure = timed(command, environment)
                        if run > 0:  # the first warms up
                            figures[word].append(figure)
            print(f"{text}, {options.people} people")
            for word, all_runs in figures.items():
                wall = [one[0] * 1000 for one in all_runs]
                print(f"  {word:6} {statistics.median(wall):9.1f} ms  ({min(wall):.1f} to {max(wall):.1f}), "
                      f"processor {statistics.median(one[1] * 1000 for one in all_runs):9.1f} ms, "
                      f"{all_runs[0][2]} lines")


if __name__ == "__main__":
    main()
