"""Feeds kith what is far too large, from a pipe that is written as it is read.

usage: large.py KITH

Whatever comes, kith needs no more than a fixed memory, and ends with an answer or with a sentence that
says what is too large.
"""
import itertools
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

MIB = 1 << 20
GIB = 1 << 30
MEMORY = 320 * MIB  # address space that a command may have; what it needed is printed
HEADER = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
DOCUMENT = b'{"format":"kith","version":1,'
UID = b'"uid":"0190c8a0-0000-7000-8000-000000000001"'


def run_of(text, size):
    """`text` again and again, about `size` bytes of it."""
    block = text * max(1, MIB // len(text))
    return itertools.repeat(block, size // len(block) + 1)


def numbered(template, count):
    """`template` with a number of its own each time."""
    for first in range(0, count, 1000):
        yield b"".join(template % n for n in range(first, min(first + 1000, count)))


# What, the words, the input, the exit code and a piece of what is said.
CASES = [
    ("a CSV cell of a gigabyte", ["import", "csv", "-"], [b"name\n"], run_of(b"a", GIB), 5,
     "a cell of more than 1 MiB"),
    ("a CSV header of a gigabyte", ["import", "csv", "-"], [], run_of(b"a", GIB), 5,
     "a cell of more than 1 MiB"),
    ("a CSV quote that is never closed", ["import", "csv", "-"], [b'name,city\nAna,"'],
     run_of(b"a\n", GIB), 5, "a cell of more than 1 MiB"),
    ("a CSV row of a gigabyte of cells", ["import", "csv", "-"], [b"name,city\nAna"],
     run_of(b",", GIB), 5, "more than 4096 cells"),
    ("CSV of a gigabyte of empty lines", ["import", "csv", "-"], [b"name\n"], run_of(b"\n", GIB), 0,
     "0 read"),
    ("a CSV row a million times", ["import", "csv", "-"], [b"name,city\n"],
     run_of(b"Ana Lim,Rome\n", 13_000_000), 0, "1 imported"),
    ("a CSV row with a fault a million times", ["import", "csv", "-"], [b"name,birthday\n"],
     run_of(b"Ana Lim,never\n", 14_000_000), 0, "more warning"),
    ("LinkedIn's row 5 million times", ["import", "linkedin", "-"], [HEADER],
     run_of(b"Ana,Lim,https://www.linkedin.com/in/ana,,Acme,Boss,01 Jan 2020\n", 315_000_000), 5,
     "more than 100,000 connections"),
    ("a LinkedIn row without a name 5 million times", ["import", "linkedin", "-"], [HEADER],
     run_of(b",,https://x.example,,,,\n", 115_000_000), 0, "skipped"),
    ("JSON a million arrays deep", ["import", "json", "-"], [DOCUMENT + b'"people":[{"x":'],
     run_of(b"[", 1_000_000), 5, "nested more than 64 deep"),
    ("JSON a million objects deep", ["import", "json", "-"], [DOCUMENT + b'"people":[{"x":'],
     run_of(b'{"x":', 5_000_000), 5, "nested more than 64 deep"),
    ("a JSON text of a gigabyte", ["import", "json", "-"], [DOCUMENT + b'"people":[{"name":"'],
     run_of(b"a", GIB), 5, "a value of more than 16 MiB"),
    ("a JSON key of a gigabyte", ["import", "json", "-"], [DOCUMENT + b'"'],
     run_of(b"a", GIB), 5, "a value of more than 16 MiB"),
    ("a JSON number of a gigabyte", ["import", "json", "-"], [DOCUMENT + b'"people":[{"name":'],
     run_of(b"1", GIB), 5, "a value of more than 16 MiB"),
    ("JSON of a gigabyte of blanks", ["import", "json", "-"], [], run_of(b" ", GIB), 5,
     "a value of more than 16 MiB"),
    ("a JSON list in a record without end", ["import", "json", "-"],
     [DOCUMENT + b'"people":[{"name":"x","tags":['], run_of(b'"a",', GIB), 5,
     "more than a million values"),
    ("a JSON list of empty lists without end", ["import", "json", "-"],
     [DOCUMENT + b'"people":[{"x":['], run_of(b"[],", GIB), 5, "more than a million values"),
    ("JSON texts in a record without end", ["import", "json", "-"],
     [DOCUMENT + b'"people":[{"name":"x","tags":['], run_of(b'"%b",' % (b"a" * 10_000), GIB), 5,
     "a record of more than 16 MiB"),
    ("JSON fields in a record without end", ["import", "json", "-"],
     [DOCUMENT + b'"people":[{'], numbered(b'"f%d":1,', 3_000_000), 5,
     "more than a million values"),
    ("JSON with half a million unknown fields", ["import", "json", "-"], [DOCUMENT],
     itertools.chain(numbered(b'"f%d":[],', 500_000), [b'"people":[]}']), 0, "91 more warning"),
    ("JSON with the people far behind", ["import", "json", "-"], [DOCUMENT + b'"facts":['],
     run_of(b'{%b,"person":{%b,"name":"A"},"kind":"like","text":"%b"},' % (UID, UID, b"t" * 900),
            GIB), 5, "before the people"),
    ("one person of JSON a million times", ["import", "json", "-"], [DOCUMENT + b'"people":['],
     itertools.chain(run_of(b'{%b,"name":"Ana"},' % UID, 60_000_000),
                     [b'{%b,"name":"Ana"}]}' % UID]), 0, "1 imported"),
    ("a sentence of a gigabyte", ["log", "-"], [], run_of(b"a", GIB // 8), 5,
     "longer than 20,000 bytes"),
    ("settings without end", ["--config", "/dev/zero", "list"], [], [], 5, "too large for settings"),
    ("settings from a pipe without end", ["--config", "/dev/stdin", "list"], [], run_of(b"#", GIB), 5,
     "too large for settings"),
    ("a backup of zeros", ["restore", "--yes", "sparse"], [], [], 7, "no database of kith's"),
    ("a CSV file of zeros", ["import", "csv", "sparse"], [], [], 5, "a cell of more than 1 MiB"),
    ("a form of two gigabytes", ["edit", "Known One"], [], [], 5, "more than 16 MiB"),
]


def play(binary, folder, words, chunks):
    """The exit code, what was said, and the memory in MiB that it took."""
    env = {"HOME": str(folder), "PATH": os.environ["PATH"], "KITH_NOW": "2026-03-20", "TZ": "UTC",
           "TMPDIR": str(folder), "EDITOR": "truncate -s 2G", "NO_COLOR": "1"}
    with open(folder / "said", "wb") as said:
        process = subprocess.Popen(
            [binary, *words], env=env, cwd=folder, stdin=subprocess.PIPE, stdout=said, stderr=said,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)))
        try:
            for chunk in chunks:
                process.stdin.write(chunk)
            process.stdin.close()
        except BrokenPipeError:
            pass
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, (folder / "said").read_text(errors="replace"), used.ru_maxrss // 1024


def main():
    binary = os.path.abspath(sys.argv[1])
    failed, most = 0, 0
    for what, words, head, rest, code, piece in CASES:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            with open(folder / "sparse", "wb") as sparse:
                sparse.truncate(GIB)
            play(binary, folder, ["add", "Known One"], [])
            got, said, used = play(binary, folder, words, itertools.chain(head, rest))
            most = max(most, used)
            fits = got == code and piece in said
            failed += not fits
            print(f"{'held  ' if fits else 'FAILED'} {used:4} MiB  {what}")
            if not fits:
                print(f"{got}: {said[:500]}", file=sys.stderr)
    print(f"{len(CASES) - failed} held, {failed} failed; {most} MiB at the most")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
