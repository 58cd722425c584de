#!/usr/bin/env python3
"""Every command, asked with --json: one document on stdout, or one error object on stderr.

json_everywhere.py KITH SCHEMA: the program is asked which commands there are; one that has no line here
fails, so that a new command cannot be forgotten.
"""

import json
import os
import subprocess
import sys
import tempfile

KITH = os.path.realpath(sys.argv[1])

# What each command is run with, in this order: those that need something come after what makes it.
RUNS = [
    "add Ada-Lovelace --every 30d", "add Bo-Ek", "add Bo-Eck",
    "log coffee with Ada-Lovelace yesterday", "note ada likes tea", "remind ada the-book --on tomorrow",
    "remind ada the-map --on tomorrow", "remind bo-ek the-song --on tomorrow",
    "edit bo-ek --city Bern", "link ada bo-ek --as friend", "intro ada bo-eck", "show ada", "list",
    "find tea", "timeline", "due", "due --all", "due --count", "path ada", "map", "map --format json -o -",
    "stats", "snooze ada 3d", "done 3", "drop 4", "unlink ada bo-ek", "archive bo-ek",
    "unarchive bo-ek", "query ada", "dedupe", "merge bo-ek bo-eck", "split bo-ek", "history",
    "undo", "redo", "export", "export -o all.json", "import json all.json", "sync dav", "doctor",
    "backup all.db", "restore all.db", "rm bo-ek", "--db demo.db demo --people 20", "config",
    "config color", "config color never", "help", "help log", "completion bash", "commands", "schema",
    "prep ada", "review", "review month", "triage",
]
# What is wrong with the words or with what is there, and its code.
MISTAKES = [("show nobody", 3), ("nonsense", 2), ("add", 2), ("remind ada x --on someday", 5),
            ("--color sometimes list", 2), ("config colour", 2), ("help nonsense", 2),
            ("completion tcsh", 2), ("completion", 2)]
# Nothing here answers with a document: what they do is talk to another program.
SILENT = {"mcp"}


def one_document(text, what, failures):
    try:
        return json.loads(text)
    except ValueError as error:
        failures.append(f"{what}: {error}: {text[:200]!r}")
        return None


def main():
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "dav"))
        environment = {"HOME": folder, "PATH": os.environ["PATH"], "TZ": "UTC",
                       "KITH_NOW": "2026-03-20"}

        def kith(words, *options):
            return subprocess.run([KITH, *options, *words.split()], cwd=folder, env=environment,
                                  capture_output=True, text=True, stdin=subprocess.DEVNULL,
                                  check=False)

        with open(sys.argv[2], encoding="utf-8") as file:
            if file.read() != kith("schema").stdout:
                failures.append("kith schema is not docs/kith.schema.json")
        known = {one["name"] for one in json.loads(kith("commands", "--json").stdout)["commands"]}
        run = {word for line in RUNS for word in line.split() if word in known}
        for forgotten in sorted(known - run - SILENT):
            failures.append(f"{forgotten}: no line of this test runs it")
        for line in RUNS:
            result = kith(line, "--json", "--yes")
            if result.returncode != 0:
                failures.append(f"{line}: exit {result.returncode}: {result.stderr}")
            else:
                one_document(result.stdout, line, failures)
            if result.returncode == 0 and '"error"' in result.stderr:
                failures.append(f"{line}: an error, and exit 0: {result.stderr}")
        config = os.path.join(folder, ".config", "kith", "config.toml")
        for json_by in ("option", "settings"):
            for line, code in MISTAKES:
                with open(config, "w", encoding="utf-8") as file:
                    file.write("json = true\n" if json_by == "settings" else "")
                result = kith(line, *(["--json"] if json_by == "option" else []))
                document = one_document(result.stderr, f"{line} by {json_by}", failures)
                if result.stdout or result.returncode != code:
                    failures.append(f"{line}: exit {result.returncode}, stdout {result.stdout!r}")
                elif document and document.get("error", {}).get("code") != code:
                    failures.append(f"{line} by {json_by}: {document}")
    print("\n".join(failures) or f"{len(RUNS)} runs, {2 * len(MISTAKES)} mistakes")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
