#!/usr/bin/env python3
"""Asks mutt and neomutt for addresses, with the lines of docs/mail.md and the real programs.

programs.py KITH DOCS/mail.md: each program runs on a terminal of its own, is given the query_command that the page
gives, and a key press; what it then shows must hold the addresses. Skipped (77) where neither is installed.
"""
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time


def shown(program, folder, environment, keys, wanted):
    """What the program writes to its terminal until `wanted` is there, or ten seconds have passed."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execve(program, [program, "-n", "-F", "rc", "-f", "mbox", "-e", f'push "{keys}"'], environment)
    seen = b""
    end = time.monotonic() + 10
    while time.monotonic() < end and not all(word in seen for word in wanted):
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                break
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    os.close(terminal)
    return seen


def main():
    kith, page = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    programs = [path for path in map(shutil.which, ("mutt", "neomutt")) if path]
    if not programs:
        print("skipped: neither mutt nor neomutt is installed")
        return 77
    line = re.search(r"^set query_command *=.*$", page.read_text(encoding="utf-8"), re.M).group(0)
    failed = 0
    for program in programs:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "bin").mkdir()
            (folder / "bin" / "kith").symlink_to(kith)
            environment = {"HOME": name, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "TZ": "UTC",
                           "TERM": "xterm", "LC_ALL": "C.UTF-8", "KITH_NOW": "2026-03-20",
                           "LINES": "24", "COLUMNS": "100"}
            for words in (["add", "Ana Lim", "--email", "ana@example.org", "--email", "work=ana@acme.example"],
                          ["add", "Zoë O'Neill", "--email", "zoe@example.org"]):
                subprocess.run([kith, *words, "-q"], env=environment, check=True)
            (folder / "mbox").write_text("")
            (folder / "rc").write_text(line + "\nset folder=.\nset spoolfile=mbox\nset record=\nset confirmcreate=no\n")
            asked = [("<query>lim\\n", [b"ana@example.org", b"ana@acme.example"]),
                     ("<query>zoe o'n\\n", [b"zoe@example.org"])]
            if program.endswith("/mutt"):  # neomutt says nothing where nobody is found
                asked.append(("<query>nobody\\n", [b"nobody with an e-mail address"]))
            for keys, wanted in asked:
                seen = shown(program, folder, environment, keys, wanted)
                for word in wanted:
                    if word not in seen:
                        failed += 1
                        text = re.sub(rb"\x1b[^a-zA-Z]*[a-zA-Z]", b" ", seen).decode(errors="replace")
                        print(f"{program}: {keys}: {word.decode()} is not shown:\n{text[-1500:]}")
    print("failed" if failed else "all is shown: " + ", ".join(programs))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
