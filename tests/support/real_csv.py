#!/usr/bin/env python3
"""Compares what kith brings in from other programs' CSV files with what python's csv module reads.

real_csv.py KITH; exit 77 (skipped) unless KITH_REAL_DATA names a folder with google/ or linkedin/.
Names, e-mail addresses, phones, organisations and birthdays of every row, and nothing twice.
"""
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile


def run(kith, home, *words):
    done = subprocess.run([kith, *words], env={"HOME": home, "TZ": "UTC", "KITH_NOW": "2026-03-20"},
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"kith {' '.join(words)}: {done.returncode}: {done.stderr}")
    return done.stdout


def rows_of(path):
    """The rows below the header, as dictionaries; a preamble is passed over."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(io.StringIO(file.read())))
    start = next(i for i, line in enumerate(lines)
                 if {"First Name", "Given Name"} & {cell.strip() for cell in line})
    header = [cell.strip() for cell in lines[start]]
    return [dict(zip(header, line)) for line in lines[start + 1:] if any(line)]


def numbered(row, begins, ends):
    found = [value for name, value in row.items()
             if name and re.fullmatch(rf"{begins} \d+ - {ends}", name) and value]
    return [part.strip() for value in found for part in value.split(" ::: ")]


def google(row):
    parts = [row.get(part, "") for part in ("Given Name", "Family Name", "First Name",
                                            "Middle Name", "Last Name")]
    return {
        "name": row.get("Name") or " ".join(part for part in parts if part),
        "emails": numbered(row, "E-mail", "Value"),
        "phones": numbered(row, "Phone", "Value"),
        "org": row.get("Organization Name") or row.get("Organization 1 - Name") or "",
        "birthday": (row.get("Birthday") or "").strip(),
    }


def linkedin(row):
    name = " ".join(part.strip() for part in (row["First Name"], row["Last Name"]) if part.strip())
    return {
        "name": name,
        "emails": [row["Email Address"].strip()] if row.get("Email Address", "").strip() else [],
        "phones": [],
        "org": row.get("Company", "").strip(),
        "birthday": "",
        "url": row.get("URL", "").strip(),
    }


def fits(person, row):
    has = lambda field, value: value in {point["value"] for point in person[field]}
    return (person["name"] == row["name"]
            and all(has("emails", value) for value in row["emails"])
            and all(has("phones", value) for value in row["phones"])
            and (not row.get("url") or has("urls", row["url"]))
            and (person["org"] or "") == row["org"]
            and (person["birthday"] or "") == row["birthday"])


def check(kith, fmt, path):
    with tempfile.TemporaryDirectory() as home:
        report = json.loads(run(kith, home, "--json", "import", fmt, path))
        again = json.loads(run(kith, home, "--json", "import", fmt, path))
        people = json.loads(run(kith, home, "export", "json"))["people"]
    read = google if fmt == "google" else linkedin
    rows = [row for row in map(read, rows_of(path)) if row["name"]]
    by_name = {}
    for person in people:
        by_name.setdefault(person["name"], []).append(person)
    # A row that came in as a repetition of another gave way to the later one.
    missing = [row for row in rows
               if not any(fits(person, row) for person in by_name.get(row["name"], []))]
    if len(missing) > report["repeated"]:
        sys.exit(f"{path}: {len(missing)} rows are not as python reads them: {missing[:3]}")
    if again["imported"] or again["updated"]:
        sys.exit(f"{path}: the second time was not without news")
    print(f"{path}: {len(rows)} rows, {len(people)} people, {report['repeated']} repeated: all agree")


def main():
    data = os.environ.get("KITH_REAL_DATA", "")
    files = [(fmt, os.path.join(data, fmt, name))
             for fmt in ("google", "linkedin")
             if data and os.path.isdir(os.path.join(data, fmt))
             for name in sorted(os.listdir(os.path.join(data, fmt))) if name.endswith(".csv")]
    if not files:
        print("skipped: KITH_REAL_DATA names no folder with google/ or linkedin/ in it")
        sys.exit(77)
    for fmt, path in files:
        check(sys.argv[1], fmt, path)


if __name__ == "__main__":
    main()
