#!/usr/bin/env python3
"""Hooks: what they are told, and that none of them can do harm.

hooks.py KITH
"""

import json
import os
import signal
import stat
import subprocess
import sys
import tempfile
import time

KITH = os.path.realpath(sys.argv[1])
FAILED = []


def check(claim, what):
    if not claim:
        FAILED.append(what)


class House:
    def __init__(self, folder):
        self.folder = folder
        self.config = os.path.join(folder, ".config", "kith")
        self.hooks = os.path.join(self.config, "hooks")
        os.makedirs(self.hooks)
        for path in (os.path.join(folder, ".config"), self.config, self.hooks):
            os.chmod(path, 0o700)
        self.environment = {"HOME": folder, "PATH": os.environ["PATH"], "TZ": "UTC",
                            "KITH_NOW": "2026-03-20"}

    def hook(self, name, text, mode=0o755):
        path = os.path.join(self.hooks, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n" + text + "\n")
        os.chmod(path, mode)
        return path

    def kith(self, *words):
        return subprocess.run([KITH, *words], cwd=self.folder, env=self.environment, text=True,
                              capture_output=True, stdin=subprocess.DEVNULL, check=False)

    def told(self, name="told"):
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            return None
        with open(path, encoding="utf-8") as file:
            text = file.read()
        os.remove(path)
        return text


def what_is_told(house):
    """Every command that changes something tells what --json shows."""
    tell = 'cat > "$HOME/told"; env > "$HOME/env"'
    for command in ["add", "edit", "note", "log", "remind", "done", "snooze", "drop", "link", "unlink",
                    "intro", "archive", "unarchive", "rm", "merge", "split", "dedupe", "import", "sync",
                    "undo", "redo", "restore", "demo", "map", "list", "due", "backup"]:
        house.hook(f"post-{command}", tell)
    os.mkdir(os.path.join(house.folder, "dav"))
    for line, key in [("add Ada-Lovelace --every 30d", "name"), ("add Bo-Ek", "name"),
                      ("add Bo-Eck", "name"), ("log coffee with Ada-Lovelace", "interaction"),
                      ("note ada likes tea", "text"), ("remind ada x --on friday", "due"),
                      ("remind ada y --on friday", "due"), ("remind ada z --on friday", "due"),
                      ("edit ada --city Bern", "city"), ("done 3", "done_on"), ("drop 4", "status"),
                      ("snooze 5 3d", "due"), ("link ada bo-ek --as friend", "kind"),
                      ("unlink ada bo-ek", "kind"), ("intro ada bo-ek", "kind"), ("archive bo-ek", "archived"),
                      ("unarchive bo-ek", "archived"), ("merge bo-ek bo-eck", "merged"),
                      ("split bo-ek", "split"), ("rm bo-eck", "name"), ("sync dav", "folder"),
                      ("undo", "label"), ("redo", "label")]:
        result = house.kith("--yes", *line.split())
        check(result.returncode == 0 and result.stderr == "", f"{line}: {result}")
        told = house.told()
        if told is None:
            FAILED.append(f"{line}: nothing was told")
            continue
        document = json.loads(told)
        first = document[0] if isinstance(document, list) else document
        check(key in json.dumps(first), f"{line}: {told[:200]}")
        check('{"' not in result.stdout and '{\n' not in result.stdout, f"{line}: JSON on the screen")
    environment = house.told("env") or ""
    database = os.path.join(house.folder, ".local", "share", "kith", "kith.db")
    check(f"KITH_DB={database}\n" in environment and "KITH_HOOK=post-redo\n" in environment, environment)
    # The same as --json shows.
    shown = house.kith("note", "ada", "likes jazz", "--json")
    check(house.told() == shown.stdout, f"--json, and the hook: {shown.stdout}")
    house.kith("export", "-o", "all.json")
    for line in ["list", "due", "log coffee with ada --dry-run", "note nobody x", "export", "backup all.db",
                 "edit ada --city Bern", "note ada", "map --format text -o -"]:
        house.kith("--yes", *line.split())
        check(house.told() is None, f"{line}: told, though nothing has changed")
    house.kith("--yes", "restore", "all.db")
    check("all.db" in (house.told() or ""), "restore")
    house.kith("--db", "other.db", "import", "json", "all.json")
    check('"imported"' in (house.told() or ""), "import")
    house.kith("--db", "demo.db", "demo", "--people", "20")
    check("interactions" in (house.told() or ""), "demo")
    for _ in range(2):
        house.kith("add", "Same One", "--email", "same@example.org", "--namesake")
    house.told()
    house.kith("dedupe", "--apply", "0.5")
    check("Same One" in (house.told() or ""), "dedupe --apply")
    for name in os.listdir(house.hooks):
        os.remove(os.path.join(house.hooks, name))


def no_harm(house):
    def add(name, *words):
        start = time.monotonic()
        result = house.kith("add", name, *words)
        check(result.returncode == 0, f"{name}: exit {result.returncode}: {result.stderr}")
        check(name in house.kith("list").stdout, f"{name}: not there")
        return result, time.monotonic() - start

    house.hook("post-add", "echo to stdout; echo to stderr >&2; exit 3")
    result, _ = add("Failing Hook")
    check(result.stdout == "Failing Hook\n", f"stdout: {result.stdout!r}")
    check("to stdout" in result.stderr and "to stderr" in result.stderr and
          result.stderr.endswith("kith: hooks/post-add: ended with exit code 3\n"), result.stderr)
    result, _ = add("Json Hook", "--json")
    json.loads(result.stdout)
    house.hook("post-add", "exit 0")
    result, _ = add("Deaf Hook", "--met", "x" * 3000)
    check(result.stderr == "", result.stderr)
    house.hook("post-add", "kill -9 $$")
    result, _ = add("Killed Hook")
    check("was ended by signal 9" in result.stderr, result.stderr)
    with open(os.path.join(house.hooks, "post-add"), "w", encoding="utf-8") as file:
        file.write("\x7fELF rubbish")
    result, _ = add("Rubbish Hook")
    check("hooks/post-add: " in result.stderr, result.stderr)

    # One that takes for ever, with a child that does, too.
    house.hook("post-add", 'sleep 60 & echo $! > "$HOME/child"; trap "" TERM; sleep 60; sleep 60')
    result, taken = add("Slow Hook")
    check(4.5 < taken < 50, f"the slow hook took {taken:.1f} s")  # of its 60
    check("took longer than 5 s, and was stopped" in result.stderr, result.stderr)
    with open(os.path.join(house.folder, "child"), encoding="utf-8") as file:
        child = int(file.read())
    time.sleep(0.2)
    try:
        os.kill(child, 0)
        with open(f"/proc/{child}/stat", encoding="utf-8") as file:
            check(file.read().split()[2] == "Z", "what the hook has started goes on")
    except (ProcessLookupError, FileNotFoundError):
        pass
    # One that works on in the background keeps nobody waiting.
    house.hook("post-add", '(while [ ! -e "$HOME/go" ]; do sleep 0.1; done; echo done > "$HOME/later")'
               ' > /dev/null 2>&1 &')
    add("Background Hook")
    with open(os.path.join(house.folder, "go"), "w", encoding="utf-8"):
        pass  # only now it goes on: kith has not waited for it
    told = None
    for _ in range(200):
        told = told or house.told("later")
        if told:
            break
        time.sleep(0.1)
    check(told == "done\n", "what is in the background is ended")
    # Ctrl-C ends the hook and kith, not what was done; so do the other signals that end kith. Not one that kith was told
    # to pass over, as nohup does.
    began = os.path.join(house.folder, "began")
    for name, sent, code, ignored in (("Interrupted", signal.SIGINT, 130, None), ("Ended", signal.SIGTERM, 143, None),
                                      ("Hung Up", signal.SIGHUP, 129, None), ("Left Alone", signal.SIGHUP, 0, signal.SIGHUP)):
        house.hook("post-add", 'echo > "$HOME/began"; sleep ' + ("60" if code else "1"))
        process = subprocess.Popen([KITH, "add", f"{name} Hook"], env=house.environment, cwd=house.folder,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   preexec_fn=lambda: ignored and signal.signal(ignored, signal.SIG_IGN))
        while not os.path.exists(began):
            time.sleep(0.01)
        process.send_signal(sent)
        _, errors = process.communicate(timeout=60)
        os.remove(began)
        check(process.returncode == code and ("was stopped" in errors) == bool(code), f"{name}: {process.returncode}: {errors}")
        check(f"{name} Hook" in house.kith("list").stdout, f"{sent.name} took back what was done")
    # One that calls kith finds the same database, and does not call itself.
    house.hook("post-add", f'{KITH} -q add "By A Hook" --json > "$HOME/inner"; {KITH} list > "$HOME/told"')
    house.kith("--db", "own.db", "add", "Calling Hook")
    check(house.told() == "By A Hook\nCalling Hook\n", "a hook's own kith")


def trust(house):
    hook = house.hook("post-add", 'echo > "$HOME/ran"')

    def is_run(why=None):
        result = house.kith("add", f"Somebody {time.monotonic()}")
        ran = house.told("ran") is not None
        check(result.returncode == 0, f"{result}")
        check(ran == (why is None), f"run: {ran}, {why}")
        if why is not None:
            check(f"hooks/post-add: {why}: not run\n" in result.stderr, f"{why}: {result.stderr}")

    is_run()
    for path, wrong, why in [(hook, 0o775, "others may write it"), (hook, 0o757, "others may write it"),
                             (hook, 0o644, "is not executable"),
                             (house.hooks, 0o777, "its folder is not yours alone to write in"),
                             (house.config, 0o720, "its folder is not yours alone to write in")]:
        right = stat.S_IMODE(os.stat(path).st_mode)
        os.chmod(path, wrong)
        is_run(why)
        os.chmod(path, right)
        is_run()
    if os.geteuid() == 0:
        os.chown(hook, 65534, 65534)
        is_run("belongs to somebody else")
        os.chown(hook, 0, 0)
        os.chown(house.hooks, 65534, 65534)
        is_run("its folder is not yours alone to write in")
        os.chown(house.hooks, 0, 0)
    os.rename(hook, hook + ".real")
    os.symlink(hook + ".real", hook)
    is_run()
    os.chmod(hook + ".real", 0o777)
    is_run("others may write it")
    os.remove(hook)
    os.mkdir(hook)
    is_run("is no file")
    os.rmdir(hook)
    os.symlink("nowhere", hook)
    is_run("No such file or directory")
    os.remove(hook)


def main():
    with tempfile.TemporaryDirectory() as folder:
        what_is_told(House(folder))
    with tempfile.TemporaryDirectory() as folder:
        house = House(folder)
        no_harm(house)
        trust(house)
    print("\n".join(FAILED) or "hooks hear what they should, and do no harm")
    return 1 if FAILED else 0


if __name__ == "__main__":
    sys.exit(main())
