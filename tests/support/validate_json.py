#!/usr/bin/env python3
"""Validates what the real binary writes with --json against docs/kith.schema.json.

validate_json.py KITH SCHEMA: exit 0 if all is well, 77 (skipped) without python3-jsonschema.
"""

import copy
import json
import os
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

KITH, SCHEMA = map(os.path.realpath, sys.argv[1:3])
FAILED = []
# The schema itself, the server of another protocol, and what this test runs with its global option first.
UNDESCRIBED = {"schema", "mcp", "demo"}

CONNECTIONS = """Notes:
"Some e-mail addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Sam,Lee,https://www.linkedin.com/in/sam1,,Acme,CTO,04 Mar 2023
Sam,Lee,https://www.linkedin.com/in/sam2,sam@example.org,Beta,,soon
,,,,,,05 Mar 2023
"""


def strict(schema):
    """The schema with no room for fields it does not name: each new field must be described."""
    schema = copy.deepcopy(schema)

    def close(node):
        if isinstance(node, dict):
            if "properties" in node and "allOf" not in node and "required" in node:
                known = set(node["required"]) <= set(node["properties"])
                if known:
                    node.setdefault("additionalProperties", False)
            for value in node.values():
                close(value)
        elif isinstance(node, list):
            for value in node:
                close(value)

    close(schema)
    # A follow-up that was ended has one field more than a follow-up.
    ended = copy.deepcopy(schema["$defs"]["follow_up"])
    ended["properties"]["next"] = schema["$defs"]["ended_follow_up"]["properties"]["next"]
    ended["required"] = ended["required"] + ["next"]
    schema["$defs"]["ended_follow_up"] = ended
    return schema


class House:
    def __init__(self, folder, schema):
        self.folder = folder
        self.schema = schema
        self.checked = set()
        self.environment = {
            "HOME": folder,
            "PATH": os.environ["PATH"],
            "TZ": "UTC",
            "NO_COLOR": "1",
            "KITH_NOW": "2026-03-20",
        }

    def kith(self, *words):
        return subprocess.run(
            [KITH, "--yes", *words],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )

    def check(self, name, *words, fails=False):
        """Runs a command with --json; its document has to be what the schema calls `name`."""
        self.checked.add(words[0])
        result = self.kith("--json", *words)
        shown = " ".join(words)
        if (result.returncode != 0) != fails:
            FAILED.append(f"{shown}: exit {result.returncode}: {result.stderr}")
            return None
        text = result.stderr if fails else result.stdout
        try:
            document = json.loads(text)
        except ValueError as error:
            FAILED.append(f"{shown}: no JSON: {error}: {text[:200]}")
            return None
        validator = Draft202012Validator({**self.schema, "$ref": f"#/$defs/{name}"})
        for error in validator.iter_errors(document):
            place = "/".join(str(part) for part in error.absolute_path)
            FAILED.append(f"{shown}: {name}/{place}: {error.message[:300]}")
        return document


def main():
    with open(SCHEMA, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    with tempfile.TemporaryDirectory() as folder:
        house = House(folder, strict(schema))
        with open(os.path.join(folder, "connections.csv"), "w", encoding="utf-8") as file:
            file.write(CONNECTIONS)
        house.check("export", "export")
        house.check("commands", "commands")
        house.check("commands", "help")
        house.check("commands", "help", "log")
        house.check("completion", "completion", "fish")
        house.check("version", "commands", "--version")
        house.check("config", "config")
        house.check("setting", "config", "backup_days", "9")
        house.check("setting", "config", "backup_days")
        house.check("setting", "config", "backup_days", "--unset")
        house.check("error", "config", "backup_day", fails=True)
        house.check("person", "add", "Ben Ray")
        house.check(
            "person", "add", "Ana Lim", "--email", "work=ana@example.org", "--phone", "+41 79 123",
            "--url", "example.org", "--handle", "@ana", "--address", "home=Way 1", "--nickname", "Anni",
            "--org", "Acme", "--title", "CTO", "--city", "Bern", "--timezone", "Europe/Zurich",
            "--birthday", "may 3", "--met", "at the fair", "--met-on", "2019", "--via", "Ben Ray",
            "--circle", "close", "--every", "10d", "--tag", "climbing")
        house.check("person", "edit", "Ana Lim", "--city", "Basel")
        house.check("follow_up", "remind", "ana", "the book", "--on", "2026-03-01", "--every", "1m")
        house.check("follow_up", "remind", "ana", "the map", "--on", "2026-03-02", "--from-them")
        house.check("fact", "note", "ana", "sail", "--kind", "hope", "--on", "2026-08-01")
        house.check("link", "link", "ana", "ben", "--as", "colleague", "--since", "2019-05")
        house.check("interaction", "intro", "ana", "ben", "--on", "2026-03-01")
        house.check("interaction", "intro", "me", "ana", "--by", "ben", "--on", "2026-03-02")
        house.check("path", "path", "ana")
        house.check("path", "path", "--org", "nowhere")
        house.check("stats", "stats")
        house.check("map", "map", "--you")
        house.check("map", "map", "--anonymous", "--tag", "climbing")
        house.check("exported", "map", "--format", "svg", "-o", "map.svg")
        house.check("named", "map", "--name", "1", "Climbing")
        house.check("error", "map", "--name", "99", "Climbing", fails=True)
        house.check("log", "log", "coffee", "with", "Ana", "Lim", "yesterday", "at", "Blue Bottle")
        house.check("log", "log", "call", "with", "Ben", "Ray", "--dry-run")
        house.check("import", "import", "linkedin", "connections.csv")
        house.check("import", "import", "linkedin", "connections.csv", "--dry-run")
        house.check("exported", "export", "-o", "all.json")
        house.check("import", "import", "json", "all.json")
        os.mkdir(os.path.join(folder, "dav"))
        house.check("sync", "sync", "dav", "--dry-run")
        house.check("sync", "sync", "dav", "--journal")
        with open(os.path.join(folder, "dav", "rubbish.vcf"), "w", encoding="utf-8") as file:
            file.write("rubbish")
        house.check("sync", "sync", "dav", "--no-tasks")
        house.check("error", "sync", "nowhere", fails=True)
        house.check("due", "due", "--all")
        house.check("find", "find", "sail")
        house.check("find", "find", "ana")
        house.check("show", "show", "Ana Lim")
        house.check("prep", "prep", "Ana Lim", "Ben Ray")
        for period in ("week", "month", "quarter", "year"):
            house.check("review", "review", period)
        house.check("exported", "review", "-o", "week.html")
        house.check("timeline", "timeline")
        house.check("ended_follow_up", "done", "1")
        house.check("follow_up", "remind", "ben", "the boat", "--on", "2026-03-05")
        ladder = house.check("follow_up", "remind", "ben", "the ladder", "--on", "2026-03-05")["id"]
        house.check("follow_up", "snooze", str(ladder), "3d")
        house.check("person", "snooze", "ben", "1w")
        house.check("ended_follow_up", "drop", str(ladder))
        boat = house.check("follow_up", "remind", "ben", "the rope", "--on", "2026-03-05")["id"]
        house.check("follow_up", "rm", str(boat))
        house.check("link", "link", "ana", "ben", "--as", "friend")
        house.check("unlink", "unlink", "ana", "ben")
        house.check("map", "map", "--format", "json", "-o", "-")
        house.check("map", "map", "--format", "json", "-o", "-", "--anonymous", "--you")
        house.check("history", "history")
        house.check("history", "undo")
        house.check("history", "redo")
        house.kith("add", "Benjamin Ray", "--email", "ben@example.org", "--birthday", "1980-05-03")
        house.kith("add", "Benjamin Ray", "--namesake", "--email", "BEN@example.org", "--birthday", "1981-05-03")
        house.check("dedupe", "dedupe")
        house.check("merge", "merge", "Benjamin Ray", "Benjamin Ray", "--dry-run")
        house.check("applied", "dedupe", "--apply", "0.9")
        house.check("split", "split", "Benjamin Ray")
        house.check("merge", "merge", "Benjamin Ray", "Benjamin Ray")
        house.check("query", "query", "ben")
        house.check("query", "query", "nobody")
        house.check("export", "export")
        house.kith("rm", "Benjamin Ray")
        house.check("person", "archive", "Ben Ray")
        listed = house.check("list", "list")
        house.check("list", "list", "--archived")
        house.check("list", "triage")
        house.check("person", "unarchive", "Ben Ray")
        house.check("person", "archive", "Ben Ray")
        house.check("count", "due", "--count")
        house.check("doctor", "doctor")
        house.check("backup", "backup", "copy.db")
        house.check("salvaged", "doctor", "--salvage", "saved.db")
        house.check("restore", "restore", "copy.db")
        house.check("demo", "--db", "demo.db", "demo", "--people", "20")
        house.check("stats", "stats", "--network")
        exported = house.check("export", "export")
        commands = house.check("commands", "commands")["commands"]
        for forgotten in sorted({one["name"] for one in commands} - house.checked - UNDESCRIBED):
            FAILED.append(f"{forgotten}: no line of this test asks it")
        house.check("error", "show", "nobody", fails=True)
        house.check("error", "show", "Sam Lee", fails=True)
        house.check("error", "import", "json", "connections.csv", fails=True)
        if not FAILED and (len(listed) != 3 or len(exported["people"]) != 4):
            FAILED.append("people are missing")
    for failure in FAILED:
        print(failure)
    return 1 if FAILED else 0


if __name__ == "__main__":
    sys.exit(main())
