#!/usr/bin/env python3
"""Commands on terminals of 40 to 300 columns: no line is wider than the terminal.

widths.py KITH: a word of ASCII that is itself too long (an address) may stick out, nothing else.
"""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata

KITH = os.path.realpath(sys.argv[1])
WIDTHS = [40, 60, 80, 200, 300]
COMMANDS = ["", "due --all", "due --within 9w", "list", "show bartholomew", "timeline", "find sail",
            "history", "stats", "help", "help log", "config", "path zoe", "log tea with Zoe --explain",
            "dedupe", "review", "prep bartholomew", "doctor", "commands"]
LONG = "and it went on and on until the small hours, about sailing to Norway and back " * 2
NAMES = ["Bartholomew Featherstonehaugh-Cholmondeley", "Zoe O'Brádaigh", "王伟王伟王伟王伟王伟王伟王伟王伟王伟王伟王伟",
         "👩‍👩‍👧‍👦 Family"]


def columns(text):
    """As a terminal counts them; a character that joins takes no room, nor does what it joins."""
    total, joined = 0, False
    for c in text:
        if c == "\u200d":
            joined = True
        elif joined or unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me", "Cf"):
            joined = False
        else:
            total += 2 if unicodedata.east_asian_width(c) in "WF" else 1
    return total


def on_terminal(words, width, environment, folder, color):
    """What came out, and the exit code."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    child = subprocess.Popen([KITH, "--color", color, *words.split()], cwd=folder, env=environment,
                             stdin=subprocess.DEVNULL, stdout=follower, stderr=follower)
    os.close(follower)
    seen = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        seen += piece
    os.close(leader)
    return seen.decode().replace("\r\n", "\n"), child.wait()


def main():
    failures, lines_seen = [], 0
    with tempfile.TemporaryDirectory() as folder:
        environment = {"HOME": folder, "PATH": os.environ["PATH"], "TZ": "UTC", "PAGER": "cat",
                       "KITH_NOW": "2026-03-20", "TERM": "xterm"}

        def kith(*words):
            subprocess.run([KITH, "-q", "--yes", *words], cwd=folder, env=environment, check=True,
                           capture_output=True)

        for name in NAMES:
            kith("add", name, "--org", "The Honourable Company of Edinburgh Golfers", "--every", "7d",
                 "--city", "Llanfairpwllgwyngyll", "--met", "at the regatta, " + LONG, "--tag", "golf")
            kith("log", "lunch at Blue Bottle, " + LONG, "--with", name, "--on", "2026-01-02")
            kith("note", name, "wants to sail, " + LONG, "--kind", "hope")
            kith("remind", name, "the book about sailing, " + LONG, "--on", "2026-03-01")
        kith("edit", NAMES[0], "--email", "bart@example.org")
        kith("add", "Bart Featherstonehaugh-Cholmondeley", "--email", "bart@example.org", "--namesake")
        kith("link", NAMES[0], NAMES[1], "--as", "friend")
        for command in COMMANDS:
            for width in WIDTHS:
                for color in ("always", "never"):
                    text, code = on_terminal(command, width, environment, folder, color)
                    if code != 0 or not text:
                        failures.append(f"kith {command} at {width}: exit {code}: {text[:200]}")
                    if ("\x1b[" in text) != (color == "always"):
                        # Not every command has something to colour.
                        if color == "never":
                            failures.append(f"kith {command}: colour, against --color never")
                    for line in re.sub("\x1b\\[[0-9;]*m", "", text).splitlines():
                        lines_seen += 1
                        words = line.split()
                        if columns(line) > width and not (len(words) == 1 and line.isascii()):
                            failures.append(f"kith {command} at {width}: {columns(line)}: {line}")
        for color, no_color, wanted in [("auto", {}, True), ("auto", {"NO_COLOR": "1"}, False),
                                        ("always", {"NO_COLOR": "1"}, True), ("never", {}, False)]:
            text, _ = on_terminal("due", 80, {**environment, **no_color}, folder, color)
            if ("\x1b[" in text) != wanted:
                failures.append(f"--color {color} with {no_color}: {text[:80]!r}")
        piped = subprocess.run([KITH, "due"], env=environment, capture_output=True, text=True,
                               check=True).stdout
        if "\x1b[" in piped or max(map(columns, piped.splitlines())) < 150:
            failures.append("into a pipe lines go whole, and without colour")
    print("\n".join(failures) or f"{lines_seen} lines fit")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
