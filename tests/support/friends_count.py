"""Reads a friends.md a second time, by other means, and compares: friends_count.py KITH FILE.

People with their nicknames, homes and tags; on which day which people did something; which notes are
about whom. Also each friends.md below $KITH_REAL_DATA, if that is set.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def sections(text):
    parts = re.split(r"^### (\w+):\s*$", text, flags=re.M)
    return {parts[i]: [line[2:] for line in parts[i + 1].splitlines() if line.startswith("- ")]
            for i in range(1, len(parts), 2)}


def expected(text):
    lists = sections(text)
    people, names = {}, {}
    for line in lists.get("Friends", []):
        tags = re.findall(r" @(\S+)", line)
        home = re.search(r" \[(.*?)\]", line)
        also = re.search(r" \(a\.k\.a\. (.*?)\)", line)
        name = re.split(r" \(a\.k\.a\. | \[| @", line)[0]
        nicknames = also.group(1).split(" a.k.a. ") if also else []
        people[name] = (sorted(nicknames), home.group(1) if home else None, sorted(tags))
        for one in [name, *nicknames, name.split()[0]]:
            names.setdefault(one, name)

    def who(line):
        return sorted({names[one] for one in re.findall(r"\*\*(.+?)\*\*", line) if one in names})

    days = []
    for line in lists.get("Activities", []):
        day = re.match(r"(\d{4}-\d\d-\d\d): ", line)
        if day and who(line):
            days.append((day.group(1), who(line)))
    notes = sum(len(who(line)) for line in lists.get("Notes", []))
    return people, sorted(days), notes


def found(kith, file):
    with tempfile.TemporaryDirectory() as home:
        def run(*words):
            return subprocess.run([kith, *words], check=True, capture_output=True, text=True,
                                  env={"HOME": home, "KITH_NOW": "2100-01-01"}).stdout
        run("import", "friends", str(file))
        data = json.loads(run("export", "json"))
    people = {one["name"]: (sorted(one["nicknames"]), one["city"], sorted(one["tags"]))
              for one in data["people"]}
    days = sorted((one["date"], sorted(person["name"] for person in one["people"]))
                  for one in data["interactions"] if one["date"] < "2099")
    return people, days, len(data["facts"])


def main():
    kith, *files = sys.argv[1:]
    real = os.environ.get("KITH_REAL_DATA")
    if real:
        files += sorted(pathlib.Path(real).rglob("friends.md"))
    for file in files:
        text = pathlib.Path(file).read_text(encoding="utf-8")
        wanted, got = expected(text), found(kith, file)
        if wanted != got:
            sys.exit(f"{file}: expected {wanted}\nfound {got}")
        print(f"{file}: {len(got[0])} people, {len(got[1])} days, {got[2]} notes agree")


main()
