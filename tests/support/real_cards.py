#!/usr/bin/env python3
"""Compares what kith reads of the vCards in $KITH_REAL_DATA/vcard with what python3-vobject reads:
people, names, e-mails, phones, birthdays, organisations; and brings each file in twice.

real_cards.py KITH [FILE…]: exit 0 if all is the same, 77 (skipped) where there is nothing to read.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import vobject
except ImportError:
    print("skipped: no python3-vobject")
    sys.exit(77)


def plain(text):
    return re.sub(r"\s+", " ", text or "").strip()


def digits(text):
    return re.sub(r"\D", "", text).lstrip("0")


def by_vobject(file):
    """Each card as vobject reads it; None where it cannot."""
    data = file.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16").encode()
    for card in re.findall(rb"BEGIN:VCARD.*?END:VCARD[^\n]*\n?", data, re.S | re.I):
        try:
            text = card.decode("utf-8")
        except UnicodeDecodeError:
            text = card.decode("cp1252", "replace")
        try:
            read = vobject.readOne(text)
            values = {
                name: [line.value for line in read.contents.get(name, [])]
                for name in ("fn", "email", "tel", "bday", "org")
            }
            if not all(isinstance(one, str) for name in ("fn", "email", "tel", "bday")
                       for one in values[name]):
                raise ValueError("bytes")  # a charset that it does not undo
        except Exception:  # vobject raises whatever comes up
            yield None
            continue
        orgs = [org if isinstance(org, list) else [org] for org in values["org"]]
        yield {
            "name": plain(values["fn"][0]) if values["fn"] else None,
            "emails": sorted({plain(one).lower() for one in values["email"] if "@" in one}),
            "phones": sorted({digits(one) for one in values["tel"] if digits(one)}),
            "birthday": plain(values["bday"][0]).replace("-", "")[:8] if values["bday"] else "",
            "orgs": sorted({plain(next(filter(None, org))) for org in orgs if any(org)}),
        }


def by_kith(kith, file):
    with tempfile.TemporaryDirectory() as home:
        def run(*words):
            return json.loads(
                subprocess.run(
                    [kith, *words], env={"HOME": home}, check=True, capture_output=True
                ).stdout
            )

        report = run("--json", "import", "vcard", str(file))
        again = run("--json", "import", "vcard", str(file))
        if again["imported"] or again["updated"]:
            print(f"{file}: the second time is not without news")
            sys.exit(1)
        people = []
        for person in run("export", "json")["people"]:
            people.append(
                {
                    "name": plain(person["name"]),
                    "emails": sorted({one["value"].lower() for one in person["emails"]}),
                    "phones": sorted({digits(one["value"]) for one in person["phones"]}),
                    "birthday": (person["birthday"] or "").replace("-", ""),
                    "orgs": sorted({one["org"] for one in person["memberships"] if one["org"]}),
                }
            )
        return report, people


def main():
    files = [pathlib.Path(name) for name in sys.argv[2:]]
    if not files:
        files = sorted(pathlib.Path(os.environ.get("KITH_REAL_DATA", "/nowhere")).glob("vcard/*"))
    if not files:
        print("skipped: KITH_REAL_DATA names no folder with vcard/ in it")
        sys.exit(77)
    cards = unread = faults = 0
    for file in files:
        report, people = by_kith(sys.argv[1], file)
        for card in by_vobject(file):
            cards += 1
            if card is None:
                unread += 1
                continue
            def differs(person, card=card):
                # vobject ends a name at a comma that is not escaped, which other readers don't.
                is_same_name = card["name"] is None or (
                    person["name"] + ",").startswith(card["name"] + ",")
                return [what for what, value in card.items()
                        if value != person[what] and not (what == "name" and is_same_name)]
            best = min(people, key=lambda person: len(differs(person)), default=None)
            if best is None or differs(best):
                faults += 1
                print(f"{file}: vobject: {card}\n  kith: {best}")
            else:
                people.remove(best)
        print(f"{file}: {report['imported']} of {report['read']} came in")
    print(f"{cards} cards, {unread} of which vobject cannot read; {faults} differ")
    sys.exit(1 if faults else 0)


main()
