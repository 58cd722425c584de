#!/usr/bin/env python3
"""Reads vCards that kith wrote with python3-vobject and khard: neither may complain, and both find
what is in them.

check_cards.py KITH_SAMPLE_CARDS COUNT: exit 0 if all is well, 77 (skipped) without vobject.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

try:
    import vobject
except ImportError:
    print("skipped: no python3-vobject")
    sys.exit(77)

faults = []


def fault(text):
    faults.append(text)
    if len(faults) <= 10:
        print(text)


def values(card, name):
    return [line.value for line in card.contents.get(name, [])]


def birthday(card):
    """The birthday as kith writes dates: without a year Apple's way or vCard 4.0's."""
    for line in card.contents.get("bday", []):
        text = line.value
        if "X-APPLE-OMIT-YEAR" in line.params:
            return "--" + text[5:]
        if text.startswith("--") and "-" not in text[2:]:
            return f"--{text[2:4]}-{text[4:]}"
        if len(text) == 8 and text.isdigit():
            return f"{text[:4]}-{text[4:6]}-{text[6:]}"
        return text
    return ""


def check_vobject(folder, people):
    for person in people:
        with open(os.path.join(folder, person["file"]), encoding="utf-8", newline="") as file:
            cards = list(vobject.readComponents(file.read()))
        if len(cards) != 1:
            fault(f"{person['file']}: {len(cards)} cards")
            continue
        card = cards[0]
        card.validate(raiseException=True)
        found = {
            "name": card.fn.value,
            "emails": values(card, "email"),
            "phones": values(card, "tel"),
            "urls": values(card, "url"),
            "orgs": [org[0] for org in values(card, "org")],
            "tags": [tag for tags in values(card, "categories") for tag in tags],
            "birthday": birthday(card),
        }
        for what, value in found.items():
            if value != person[what]:
                fault(f"vobject: {person['file']}: {what}: {value} for {person[what]}")


def check_khard(folder, people):
    if not shutil.which("khard"):
        print("khard is not there")
        return
    config = os.path.join(folder, "khard.conf")
    with open(config, "w", encoding="utf-8") as file:
        file.write(f"[addressbooks]\n[[kith]]\npath = {folder}\n[general]\ndefault_action = list\n")

    def khard(*words):
        run = subprocess.run(["khard", "-c", config, *words], capture_output=True, text=True)
        if run.stderr or run.returncode not in (0, 1):
            fault(f"khard {' '.join(words)}: {run.returncode}: {run.stderr[:500]}")
        return run.stdout.splitlines()

    listed = khard("list", "--parsable")
    names = sorted(line.split("\t")[1] for line in listed)
    if names != sorted(" ".join(person["name"].split()) for person in people):
        fault(f"khard list: {len(names)} names for {len(people)} people, or other ones")
    emails = sorted(line.split("\t")[0] for line in khard("email", "--parsable")[1:])
    if emails != sorted(email for person in people for email in person["emails"]):
        fault(f"khard email: {len(emails)} e-mails, or other ones")
    phones = sorted(line.split("\t")[0] for line in khard("phone", "--parsable"))
    if phones != sorted(phone for person in people for phone in person["phones"]):
        fault(f"khard phone: {len(phones)} phones, or other ones")


def main():
    for version in ("3.0", "4.0"):
        with tempfile.TemporaryDirectory() as folder:
            out = subprocess.run(
                [sys.argv[1], sys.argv[2], version, folder], check=True, capture_output=True
            ).stdout.decode()
            people = [json.loads(line) for line in out.splitlines()]
            check_vobject(folder, people)
            check_khard(folder, people)
            print(f"vCard {version}: {len(people)} people read")
    if faults:
        print(f"{len(faults)} faults")
        sys.exit(1)


main()
