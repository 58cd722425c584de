"""Whole processes, measured: wall and processor time, peak memory, in turns.

A process is begun by posix_spawn, so that it does not pay for a copy of Python's memory, and is waited
for by wait4. Its peak memory is asked of GNU time in a run of its own: what Python begins inherits
Python's own peak in the kernel's account.
"""
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

GNU_TIME = "/usr/bin/time"
SLOW, SLOWER = 0.3, 2.0  # seconds from which fewer runs will do
FEW, FEWER = 7, 3
LONG = 10.0  # the first turn is all
MOST = 300.0  # and no longer than this


class TooLong(Exception):
    pass


def environment(home, database, now="2026-03-20T09:00:00"):
    """All that a measured process knows of the world."""
    return {"HOME": str(home), "PATH": "/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
            "KITH_NOW": now, "KITH_DB": str(database)}


class Task:
    """A command to measure; its words may differ from run to run."""

    def __init__(self, words, surroundings, *, out=os.devnull, given=os.devnull, before=None, codes=(0,)):
        self.words = words if callable(words) else lambda number: words
        self.surroundings = surroundings
        self.out = str(out)
        self.given = str(given)
        self.before = before
        self.codes = codes

    def run(self, number):
        """Wall and processor seconds of one run."""
        words = [str(word) for word in self.words(number)]
        if self.before:
            self.before(number)
        files = [(os.POSIX_SPAWN_OPEN, 0, self.given, os.O_RDONLY, 0),
                 (os.POSIX_SPAWN_OPEN, 1, self.out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
                 (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
        program = shutil.which(words[0])
        if not program:
            sys.exit(f"{words[0]}: not there")
        begin = time.perf_counter()
        child = os.posix_spawn(program, words, self.surroundings, file_actions=files)
        enough = threading.Timer(MOST, os.kill, (child, signal.SIGKILL)) if number == 0 else None
        if enough:
            enough.start()
        _, status, usage = os.wait4(child, 0)
        wall = time.perf_counter() - begin
        if enough:
            enough.cancel()
        if wall >= MOST:
            raise TooLong
        if os.waitstatus_to_exitcode(status) not in self.codes:
            sys.exit(f"{' '.join(words)}: ended with {os.waitstatus_to_exitcode(status)}")
        return wall, usage.ru_utime + usage.ru_stime

    def memory(self, number):
        """KiB at the peak, or None without GNU time."""
        if not os.access(GNU_TIME, os.X_OK):
            return None
        if self.before:
            self.before(number)
        with tempfile.NamedTemporaryFile("r") as said, open(self.given, "rb") as given, \
                open(self.out, "wb") as out:
            subprocess.run([GNU_TIME, "-q", "-f", "%M", "-o", said.name] + [str(word) for word in self.words(number)],
                           env=self.surroundings, stdin=given, stdout=out, stderr=subprocess.DEVNULL, check=False)
            return int(said.read().split()[-1])


def part(values, share):
    """The value below which `share` of them lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def summary(runs, memory):
    wall = [one[0] for one in runs]
    return {"median": statistics.median(wall), "least": min(wall), "lower": part(wall, 0.25), "upper": part(wall, 0.75),
            "p99": part(wall, 0.99), "most": max(wall), "processor": statistics.median(one[1] for one in runs),
            "memory": memory, "runs": len(runs)}


def in_turns(tasks, runs, with_memory=True):
    """Measures {name: Task} in turns, A B C A B C; a first turn warms up. Slow ones run less often."""
    warm = {name: task.run(0) for name, task in tasks.items()}
    memory = {name: task.memory(1) if with_memory else None for name, task in tasks.items()}
    slowest = max(wall for wall, _ in warm.values())
    if slowest > LONG:
        return {name: summary([warm[name]], memory[name]) for name in tasks}
    turns = min(runs, FEWER) if slowest > SLOWER else min(runs, FEW) if slowest > SLOW else runs
    figures = {name: [] for name in tasks}
    for number in range(2, turns + 2):
        for name, task in tasks.items():
            figures[name].append(task.run(number))
    return {name: summary(figures[name], memory[name]) for name in tasks}


def spell(seconds):
    """Seconds as people read them: 3.1 ms, 480 ms, 5.2 s."""
    if seconds < 0.1:
        return f"{seconds * 1000:.1f} ms"
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s" if seconds < 100 else f"{seconds:.0f} s"
