"""Watches every system call of every command: no socket, and every file that is made is private.

usage: silent.py KITH
"""
import os
import pathlib
import re
import stat
import subprocess
import sys
import tempfile

import victims

NETWORK = re.compile(r"\b(socket|socketpair|connect|bind|listen|accept4?|sendto|sendmsg|recvfrom|"
                     r"recvmsg|getaddrinfo)\(")
READING = [["list"], ["due"], ["show", "Ada Lovelace"], ["prep", "Ada Lovelace"], ["review", "year"],
           ["find", "lunch"], ["timeline"], ["history"], ["stats", "--network"], ["query", "ada"],
           ["path", "Ada Lovelace"], ["triage"], ["config"], ["schema"], ["export"], ["help"],
           ["--version"], ["doctor"], ["commands"], ["completion", "bash"], ["backup", "copy.db"],
           ["restore", "copy.db"]]


def main():
    kith = victims.Kith(os.path.abspath(sys.argv[1]))
    tracer = victims.Kith("strace")
    failed, traced = [], 0
    os.umask(0)  # what kith makes is private whatever the umask
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        for word, base, command, stdin in victims.prepare(kith, root):
            for words in [command, *READING]:
                folder = victims.copy_of(base, root / "traced")
                known = {path: path.lstat().st_ino for path in folder.rglob("*")}
                process = tracer.start(
                    folder, ["-f", "-o", str(folder / ".trace"), kith.binary, *words], stdin)
                process.communicate()
                traced += 1
                for line in (folder / ".trace").read_text(errors="replace").splitlines():
                    if NETWORK.search(line):
                        failed.append(f"{word}, {words}: {line}")
                for path in folder.rglob("*"):
                    made = path not in known or path.lstat().st_ino != known[path]
                    ours = path.name not in (".trace", ".stdin")
                    if made and ours and stat.S_IMODE(path.lstat().st_mode) & 0o077:
                        failed.append(f"{word}, {words}: {path.name} is "
                                      f"{stat.filemode(path.lstat().st_mode)}")
                subprocess.run(["rm", "-rf", str(folder)], check=True)
    for line in failed:
        print(line, file=sys.stderr)
    print(f"{traced - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
