#!/usr/bin/env python3
"""Logs sentences with the real program and compares what it reads with the known answers.

usage: sentences.py KITH SENTENCES.jsonl [--show] [--least N]

A sentence counts if every part is right. Exits 1 if fewer than N count, or if anybody is
among the participants of a sentence who was not there.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import unicodedata


def folded(text):
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def folded_names(rows):
    return sorted(folded(row["name"] if isinstance(row, dict) else row) for row in rows)


def without_article(place):
    return folded(place).removeprefix("the ")


class Kith:
    """The program with a database and a clock of its own."""

    def __init__(self, binary, home, today):
        self.binary = binary
        self.env = {"HOME": home, "KITH_DB": os.path.join(home, "kith.db"), "TZ": "UTC",
                    "KITH_NOW": today + "T20:00:00", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}

    def run(self, *args):
        done = subprocess.run([self.binary, *args], env=self.env, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=30)
        if done.returncode:
            raise RuntimeError(f"{args[0]}: {done.stderr.strip()}")
        return done.stdout

    def add(self, person):
        args = ["add", person["name"]]
        for option in ("nickname", "email", "handle", "org", "city", "tag"):
            values = person.get(option, person.get(option + "s", []))
            for value in [values] if isinstance(values, str) else values:
                args += ["--" + option, value]
        self.run(*args)


def faults(want, got):
    """The parts that differ, each with what was read."""
    seen = got["interaction"]
    wanted_people = folded_names(want["people"])
    with_new = sorted(wanted_people + folded_names(want["new_people"]))
    follow_ups = [(one["due"], folded(one["text"])) for one in got["follow_ups"]]

    def is_promised(one):
        return any(due == one["on"] and folded(one["what_contains"]) in text
                   for due, text in follow_ups)

    right = {
        "date": seen["date"] == want["date"],
        "kind": seen["kind"] == want["kind"],
        "people": folded_names(seen["people"]) in (wanted_people, with_new),
        "new_people": folded_names(got["new_people"]) == folded_names(want["new_people"]),
        "ambiguous": sorted(folded(one["text"]) for one in got["ambiguous"])
                     == folded_names(want["ambiguous"]),
        "mentions": folded_names(seen["mentions"]) == folded_names(want["mentions"]),
        "place": without_article(seen["place"]) == without_article(want["place"]),
        "tags": sorted(map(folded, seen["tags"])) == sorted(map(folded, want["tags"])),
        "follow_ups": len(follow_ups) == len(want["follow_ups"])
                      and all(map(is_promised, want["follow_ups"])),
    }
    return {part: got.get(part, seen.get(part)) for part, fine in right.items() if not fine}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kith")
    parser.add_argument("sentences")
    parser.add_argument("--show", action="store_true", help="print what was read wrongly")
    parser.add_argument("--least", type=int, default=0, help="sentences that must be right")
    args = parser.parse_args()

    with open(args.sentences, encoding="utf-8") as file:
        cases = [json.loads(line) for line in file]
    right = strangers = 0
    for case in cases:
        want = case["expect"]
        with tempfile.TemporaryDirectory() as home:
            kith = Kith(args.kith, home, case["today"])
            for person in case["people"]:
                kith.add(person)
            got = json.loads(kith.run("log", "--dry-run", "--json", "--", case["input"]))
        wrong = faults(want, got)
        right += not wrong
        there = folded_names(want["people"]) + folded_names(want["new_people"])
        wrongly_there = [name for name in folded_names(got["interaction"]["people"])
                         if name not in there]
        strangers += bool(wrongly_there)
        if wrongly_there or (wrong and args.show):
            print(f"{case['id']}: {case['input']}")
            for part, read in wrong.items():
                print(f"    {part}: wanted {want[part]}, read {read}")
        if wrongly_there:
            print(f"    was not there: {', '.join(wrongly_there)}")
    print(f"{right} of {len(cases)} right, {strangers} with somebody who was not there")
    return 1 if right < args.least or strangers else 0


if __name__ == "__main__":
    sys.exit(main())
