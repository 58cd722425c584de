#!/usr/bin/env python3
"""Makes the database of a lifetime: invented people and what happened with them, the same each time.

lifetime.py KITH OUT.db [--people 30000] [--interactions 1000000] [--seed 1] [--no-doctor]

The people come in through `kith import`. What happened is written by SQL, since no importer is meant for a hundred years
at once; `kith doctor` then has to find everything sound. The few are seen often: the n-th person about 1/n as often as
the first. Ends on 2026-03-20.
"""
import argparse
import datetime
import json
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

from dedupe import document
from invented_people import Inventor

KINDS = ["coffee", "lunch", "dinner", "call", "message", "email", "meeting", "walk", "visit", "party"]
PLACES = ["Tampopo", "Cafe Rialto", "the office", "Harbor Bar", "the park", "Old Mill", ""]
TOPICS = """bakery marathon garden mortgage sister thesis startup piano moving holiday surgery wedding
retirement novel sailing kitchen exam visa dog concert museum interview training roof orchard""".split()
WORDS = """talked about the and her his new old plans of a for next year with laughed long short first
again still wants hopes asked told me idea story photo train rain sun late early""".split()
EPOCH = datetime.date(1970, 1, 1)
END = (datetime.date(2026, 3, 20) - EPOCH).days
BATCH = 500_000
CIRCLES = [("inner", 5), ("close", 15), ("friend", 130), ("wider", 850)]


def people_of(count, seed):
    inventor = Inventor(seed)
    people = []
    for number in range(count):
        person = inventor.person(number)
        person["number"] = number
        people.append(person)
    return people


class Writer:
    """Rows of what happened, in an order in which they go in fast."""

    def __init__(self, path, seed):
        self.db = sqlite3.connect(path, isolation_level=None)
        self.random = random.Random(seed)
        self.ids = [row[0] for row in self.db.execute("SELECT id FROM person ORDER BY id")]
        shares = [1 / (place + 3) for place in range(len(self.ids))]
        total, self.upto = 0.0, []
        for share in shares:
            total += share
            self.upto.append(total)

    def uid(self, day, number):
        """As kith makes them (RFC 9562, version 7): the milliseconds when it was noted, then chance."""
        milliseconds = day * 86400 * 1000 + number % (86400 * 1000)
        bits = milliseconds << 80 | 0x7 << 76 | self.random.getrandbits(12) << 64
        return (bits | 0x2 << 62 | self.random.getrandbits(62)).to_bytes(16, "big")

    def whom(self):
        return self.random.choices(self.ids, cum_weights=self.upto)[0]

    def text(self):
        words = self.random.choices(WORDS, k=self.random.randrange(4, 14))
        return " ".join(words + [self.random.choice(TOPICS)])

    def circles(self):
        """The nearest have circles, as those who use kith for long give them."""
        place = 0
        for circle, many in CIRCLES:
            chosen = self.ids[place:place + many]
            self.db.executemany("UPDATE person SET circle = ?, tracked_since = ? WHERE id = ?",
                                [(circle, END - 4000, one) for one in chosen])
            place += many

    def interactions(self, count, years):
        for first in range(1, count + 1, BATCH):
            self.batch(range(first, min(first + BATCH, count + 1)), count, years)

    def batch(self, numbers, count, years):
        rows, participants, mentions, texts = [], [], [], []
        for number in numbers:
            day = END - (count - number) * years * 365 // count
            kind, place, text = self.random.choice(KINDS), self.random.choice(PLACES), self.text()
            rows.append((number, self.uid(day, number), day, kind, place, text, day * 86400, day * 86400))
            texts.append((number, f"{text} {place.lower()} "))
            who = {self.whom() for _ in range(self.random.choice([1, 1, 1, 1, 2, 2, 3]))}
            participants += [(person, day, number, at) for at, person in enumerate(sorted(who))]
            if number % 50 == 0:
                other = self.whom()
                if other not in who:
                    mentions.append((number, other, 0))
        many = self.db.executemany
        many("INSERT INTO interaction(id, uid, date, kind, place, text, created_at, updated_at) "
             "VALUES(?, ?, ?, ?, ?, ?, ?, ?)", rows)
        many("INSERT INTO participant(person, date, interaction, position) VALUES(?, ?, ?, ?)", sorted(participants))
        many("INSERT INTO mention(interaction, person, position) VALUES(?, ?, ?)", mentions)
        self.index(texts)

    def index(self, texts):
        self.db.executemany("INSERT INTO search(rowid, body) VALUES(?, ?)", texts)

    def facts(self, first, count):
        rows, texts = [], []
        for number in range(first, first + count):
            kind = self.random.choice(["hope", "success", "family", "work", "like", "other"])
            day = END - self.random.randrange(4000)
            text = self.text()
            rows.append((number, self.uid(day, number), self.whom(), kind, text, day, day * 86400, day * 86400))
            texts.append((number, text + " "))
        self.db.executemany("INSERT INTO fact(id, uid, person, kind, text, date, created_at, updated_at) "
                            "VALUES(?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self.index(texts)

    def follow_ups(self, first, count):
        rows, texts = [], []
        for number in range(first, first + count):
            day = END + self.random.randrange(-60, 200)
            text = self.text()
            uid = self.uid(END, number)
            rows.append((number, uid, self.whom(), text, day, day, "me", "open", END * 86400, END * 86400))
            texts.append((number, text + " "))
        self.db.executemany("INSERT INTO follow_up(id, uid, person, text, due, series_start, owed_by, status, created_at, "
                            "updated_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self.index(texts)


def make(kith, out, options):
    environment = {"HOME": str(out.parent), "PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C.UTF-8",
                   "KITH_NOW": "2026-03-20", "KITH_DB": str(out)}
    people = people_of(options.people, options.seed)
    for first in range(0, len(people), BATCH // 10):
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump(document(people[first:first + BATCH // 10]), file)
            file.flush()
            subprocess.run([kith, "import", "json", file.name, "-q"], env=environment, check=True)
    writer = Writer(out, options.seed)
    writer.db.execute("PRAGMA cache_size = -400000")
    writer.db.execute("BEGIN IMMEDIATE")
    writer.circles()
    some = max(1, options.people // 10)
    writer.interactions(options.interactions, max(1, min(50, options.interactions // 15000)))
    writer.facts(options.interactions + 1, some)
    writer.follow_ups(options.interactions + some + 1, min(some, 500))
    writer.db.execute("COMMIT")
    writer.db.execute("INSERT INTO search(search) VALUES('optimize')")
    writer.db.close()
    return environment


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("kith")
    parser.add_argument("out")
    parser.add_argument("--people", type=int, default=30000)
    parser.add_argument("--interactions", type=int, default=1000000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-doctor", action="store_true", help="do not look at the whole file at the end")
    options = parser.parse_args()
    out = pathlib.Path(options.out).resolve()
    if out.exists():
        sys.exit(f"{out}: is there already")
    kith = str(pathlib.Path(options.kith).resolve())
    environment = make(kith, out, options)
    if options.no_doctor:
        return
    print(subprocess.run([kith, "doctor"], env=environment, capture_output=True, text=True, check=False).stdout, end="")


if __name__ == "__main__":
    main()
