#!/usr/bin/env python3
"""Finds doubles that were planted among invented people: how many, how rightly, how fast.

dedupe.py KITH [--people 30000] [--doubles 1500] [--seed 1] [--least P R]

A twentieth of the people are in twice, as a second source would have them: under a short form, with a
typo, in another order, married, … with some of what is known of them, or nothing but the name. Beside
them are traps: parents and children of one name, twins, couples with one number, colleagues with names
a letter apart, switchboards. With --least, ends in failure if precision or recall at 50 % is less.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from invented_people import CITIES, Inventor

SHORT = {"Robert": "Bob", "William": "Bill", "Elizabeth": "Liz", "Katherine": "Kate", "Thomas": "Tom",
         "Michael": "Mike", "Margaret": "Peggy", "Richard": "Dick", "James": "Jim", "Edward": "Ted",
         "Jennifer": "Jen", "Christopher": "Chris", "Alexander": "Sasha", "Daniel": "Dan",
         "Patricia": "Pat", "Joseph": "Joe", "Matthew": "Matt", "Steven": "Steve", "Kenneth": "Ken",
         "Benjamin": "Ben", "Samuel": "Sam", "Nicholas": "Nick", "Jonathan": "Jon", "Gregory": "Greg",
         "Susan": "Sue", "Natalia": "Natasha", "Mikhail": "Misha", "Katarzyna": "Kasia"}
SPELLED = str.maketrans({"ö": "oe", "ü": "ue", "ä": "ae", "ø": "oe", "å": "aa", "Å": "Aa"})


class Planter:
    def __init__(self, seed):
        self.inventor = Inventor(seed)
        self.random = self.inventor.random
        self.people = []
        self.truth = set()
        self.kinds = {}

    def add(self, person):
        person["number"] = len(self.people)
        self.people.append(person)
        return person["number"]

    def typo(self, word):
        place = self.random.randrange(1, len(word))
        other = self.random.choice("abdeghiklmnoprstu")
        how = self.random.randrange(4)
        if how == 0 and len(word) > 4:
            return word[:place] + word[place + 1:]
        if how == 1:
            return word[:place] + other + word[place:]
        if how == 2 and place + 1 < len(word) and word[place] != word[place + 1]:
            return word[:place] + word[place + 1] + word[place] + word[place + 2:]
        return word[:place] + (other if other != word[place] else "x") + word[place + 1:]

    def renamed(self, person):
        """How a second source may write the name, and what that is called."""
        given, family = person["given"], person["family"]
        ways = ["same", "same", "same", "same", "order", "middle", "initial", "typo", "typo", "married",
                "short", "short", "spelled", "case"]
        way = self.random.choice(ways)
        if way == "short" and given in SHORT:
            return way, f"{SHORT[given]} {family}"
        if way == "spelled" and f"{given} {family}".translate(SPELLED) != f"{given} {family}":
            return way, f"{given} {family}".translate(SPELLED)
        if way == "order":
            return way, f"{family}, {given}"
        if way == "middle":
            return way, f"{given} {self.random.choice('ABCDEFGHJKLMPRST')}. {family}"
        if way == "initial":
            return way, f"{given[0]}. {family}"
        if way == "typo":
            if self.random.random() < 0.5 and len(given) > 3:
                return way, f"{self.typo(given)} {family}"
            return way, f"{given} {self.typo(family)}"
        if way == "married":
            return way, f"{given} {self.inventor.uneven(self.inventor.families)}"
        if way == "case":
            return way, f"{given} {family}".upper()
        return "same", person["name"]

    def twice(self, person):
        """A second record of a person: some of the same, some of its own."""
        way, name = self.renamed(person)
        other = self.inventor.person(len(self.people) + 1000000)
        other.update(name=name, org="", title="", city="", birthday="", emails=[], phones=[])
        for field in ("org", "city", "birthday", "title"):
            if person[field] and self.random.random() < 0.6:
                other[field] = person[field]
        for field in ("emails", "phones"):
            if person[field] and self.random.random() < 0.5:
                other[field] = [person[field][0]]
        if self.random.random() < 0.3:
            other["emails"].append(self.inventor.email(person["given"], person["family"],
                                                       "icloud.com", len(self.people)))
        if other["phones"] and self.random.random() < 0.5:
            other["phones"] = ["0" + other["phones"][0].split(" ", 1)[1].replace(" ", "-")]
        # Nobody could tell that somebody whose name is another one is the same person, unless
        # something that is theirs alone says so; nor who R. Smith is.
        if way in ("married", "initial"):
            if not set(other["emails"]) & set(person["emails"]) and not other["phones"]:
                person["emails"] = person["emails"] or [self.inventor.email(
                    person["given"], person["family"], "gmail.com", person["number"])]
                other["emails"].append(person["emails"][0])
        number = self.add(other)
        self.truth.add((person["number"], number))
        self.kinds[(person["number"], number)] = way

    def trap(self):
        """Two people who look alike, and are not one."""
        base = self.inventor.person(len(self.people))
        other = dict(base, emails=[], phones=[])
        kind = self.random.choice(["namesake", "child", "twins", "couple", "colleagues", "switchboard"])
        if kind == "namesake":
            base["birthday"], other["birthday"] = self.inventor.birthday(), self.inventor.birthday()
            other["org"], other["city"] = "", self.random.choice(CITIES)
        elif kind == "child":
            base["phones"] = base["phones"] or [self.inventor.phone()]
            base["name"], other["name"] = base["name"] + " Sr", base["name"] + " Jr"
            other["phones"] = list(base["phones"])
            base["birthday"], other["birthday"] = "1955-03-02", "1985-07-12"
        elif kind == "twins":
            base["birthday"] = other["birthday"] = self.inventor.birthday()
            other["org"] = ""
            other["given"] = self.inventor.random.choice(["Oskar", "Hedwig", "Leonor", "Basil"])
            other["name"] = f"{other['given']} {other['family']}"
        elif kind == "couple":
            base["phones"] = base["phones"] or [self.inventor.phone()]
            other["phones"] = list(base["phones"])
            base["city"] = other["city"] = base["city"] or "Graz"
            other["org"], other["birthday"] = "", self.inventor.birthday()
            other["given"] = self.inventor.random.choice(["Oskar", "Hedwig", "Leonor", "Basil"])
            other["name"] = f"{other['given']} {other['family']}"
        elif kind == "colleagues":
            base["org"] = other["org"] = base["org"] or "Acme"
            pairs = [("Anna", "Anne"), ("Stefan", "Stefanie"), ("Marie", "Maria"), ("Jan", "Jana")]
            one, two = self.random.choice(pairs)
            base["name"], other["name"] = f"{one} {base['family']}", f"{two} {base['family']}"
            base["emails"], other["emails"] = [f"{one.lower()}@acme.example"], [f"{two.lower()}@acme.example"]
        else:
            base["phones"] = other["phones"] = ["+44 20 79460000"]
            base["org"] = other["org"] = "Acme"
            stranger = self.inventor.person(len(self.people))
            other["name"] = stranger["name"]
        self.add(base)
        self.add(other)

    def plant(self, people, doubles):
        for number in range(people - 2 * doubles):
            self.add(self.inventor.person(number))
        for _ in range(doubles // 2):
            self.trap()
        once = self.random.sample(range(people - 2 * doubles), doubles)
        for number in once:
            self.twice(self.people[number])


def in_common(one, other):
    """Whether two records share anything but the name."""
    ends = lambda person: {"".join(filter(str.isdigit, phone))[-9:] for phone in person["phones"]}
    return bool(set(one["emails"]) & set(other["emails"]) or ends(one) & ends(other) or any(
        one[field] and one[field] == other[field] for field in ("org", "city", "birthday")))


def document(people):
    records = []
    for person in people:
        point = lambda value: {"value": value, "label": None}
        records.append({
            "uid": f"019347f4-0000-7000-8000-{person['number']:012x}", "name": person["name"],
            "emails": [point(email) for email in person["emails"]],
            "phones": [point(phone) for phone in person["phones"]],
            "city": person["city"] or None, "birthday": person["birthday"] or None,
            "memberships": [{"org": person["org"], "title": person["title"] or None, "from": None,
                             "to": None}] if person["org"] else []})
    return {"format": "kith", "version": 1, "people": records}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("kith")
    parser.add_argument("--people", type=int, default=30000)
    parser.add_argument("--doubles", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=float, nargs=2, metavar=("PRECISION", "RECALL"))
    parser.add_argument("--show", type=int, default=0, help="so many misses and false finds")
    options = parser.parse_args()
    planter = Planter(options.seed)
    planter.plant(options.people, options.doubles)
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        (home / "all.json").write_text(json.dumps(document(planter.people)), encoding="utf-8")
        environment = {"HOME": folder, "PATH": os.environ["PATH"], "TZ": "UTC", "KITH_NOW": "2026-03-20"}
        kith = str(pathlib.Path(options.kith).resolve())
        run = lambda *words: subprocess.run([kith, *words], cwd=home, env=environment, check=True,
                                            capture_output=True, text=True).stdout
        run("import", "json", "all.json", "--quiet")
        seconds = []
        for _ in range(3):
            begin = time.monotonic()
            found = run("dedupe", "--json")
            seconds.append(time.monotonic() - begin)
        found = json.loads(found)
    number = lambda person: int(person["uid"][-12:], 16)
    pairs = [(min(number(one["person"]), number(one["other"])),
              max(number(one["person"]), number(one["other"])), one) for one in found]
    print(f"{len(planter.people)} people, {len(planter.truth)} of them in twice; "
          f"whole process {sorted(seconds)[1]:.2f} s (median of 3)")
    figures = {}
    for least in (0.5, 0.7, 0.9, 0.95, 0.99):
        taken = {(a, b) for a, b, one in pairs if one["confidence"] >= least}
        right = len(taken & planter.truth)
        figures[least] = (right / max(1, len(taken)), right / len(planter.truth))
        print(f"  at {least:4.2f}: {len(taken):5} pairs, precision {figures[least][0]:.3f}, "
              f"recall {figures[least][1]:.3f}")
    names = lambda a, b: "; ".join(
        " | ".join(filter(None, [p["name"], p["org"], p["city"], p["birthday"], *p["emails"], *p["phones"]]))
        for p in (planter.people[a], planter.people[b]))
    all_found = {(a, b) for a, b, _ in pairs}
    by_way = {}
    bare = [pair for pair in planter.truth if not in_common(*(planter.people[one] for one in pair))]
    print(f"  {len(bare)} pairs have nothing but the name in common: recall "
          f"{sum(pair in all_found for pair in bare) / max(1, len(bare)):.3f}; of the others "
          f"{sum(pair in all_found for pair in planter.truth - set(bare)) / max(1, len(planter.truth) - len(bare)):.3f}")
    for pair in planter.truth:
        by_way.setdefault(planter.kinds[pair], []).append(pair in all_found)
    print("  recall by how it is written: " + ", ".join(
        f"{way} {sum(hits) / len(hits):.2f}" for way, hits in sorted(by_way.items())))
    for pair in sorted(planter.truth - all_found)[:options.show]:
        print(f"  missed ({planter.kinds[pair]}): {names(*pair)}")
    for a, b, one in [entry for entry in pairs if entry[:2] not in planter.truth][:options.show]:
        print(f"  wrong {one['confidence']}: {names(a, b)}: {one['reasons']} {one['doubts']}")
    if options.least and (figures[0.5][0] < options.least[0] or figures[0.5][1] < options.least[1]):
        sys.exit("too few, or too many wrong ones")


if __name__ == "__main__":
    main()
