#!/usr/bin/env python3
"""Writes the figures into docs/performance.md: the tables between the markers, and the plot beside the page.

page.py FIGURES.json PAGE.md (run.py --page does it, too)
"""
import json
import pathlib
import re
import sys

import plot
from measure import spell

SIZES = plot.ORDER
READS = ["due", "due --count", "show", "look-up, exact", "look-up, prefix", "look-up, typo", "find, 1 word", "find, 3 words",
         "query, a name", "query, an address", "completion"]
WRITES = ["log", "note", "done", "undo"]
MEMORY = 30 * 1024  # KiB


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "| --- |" + " ---: |" * (len(heads) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def ratio(one, other, what="median"):
    return one[what] / other[what]


def mebibytes(one):
    return f"{one['memory'] / 1024:.0f}" if one.get("memory") else ""


def times(number):
    return f"{number:.2f}"


def start(figures):
    rows = []
    for name, one in figures["start"].items():
        millions = f"{one['instructions'] / 1e6:.2f}" if "instructions" in one else ""
        rows.append([f"`{name}`", spell(one["median"]), spell(one["least"]), spell(one["processor"]), millions])
    return table(["process", "median", "least", "processor", "million instructions"], rows)


def commands(figures):
    rows = []
    for name, pair in figures["sizes"]["lifetime"].get("commands", {}).items():
        if "over" in pair:
            rows.append([name, f"over {pair['over']:.0f} s", *[""] * 6])
            continue
        kith, other = pair["kith"], pair.get("sqlite3")
        rows.append([name, spell(kith["median"]), f"{spell(kith['lower'])} to {spell(kith['upper'])}", spell(kith["processor"]),
                     mebibytes(kith), spell(other["median"]) if other else "", times(ratio(kith, other)) if other else "",
                     times(ratio(kith, other, "processor")) if other else ""])
    return table(["command", "kith", "quartiles", "processor", "MiB", "`sqlite3`", "ratio", "of processor"], rows)


def growth(figures):
    there = [size for size in SIZES if figures["sizes"].get(size, {}).get("commands")]
    names = list(dict.fromkeys(name for size in there for name in figures["sizes"][size]["commands"]))
    rows = []
    for name in names:
        pairs = [figures["sizes"][size]["commands"].get(name) for size in there]
        row = [name] + ["" if not pair else f"over {pair['over']:.0f} s" if "over" in pair else spell(pair["kith"]["median"])
                        for pair in pairs]
        known = dict(zip(there, pairs))
        first, last = known.get("lifetime"), known.get("century")
        good = first and last and "over" not in first and "over" not in last
        row.append(times(ratio(last["kith"], first["kith"])) if good else "")
        row.append(times(ratio(last["kith"], first["kith"], "processor")) if good else "")
        row.append(mebibytes(last["kith"]) if good else "")
        rows.append(row)
    return table(["command", *there, "century to lifetime", "of processor", "MiB at century"], rows)


def bulk(figures):
    rows = []
    if "import" in figures:
        pair = figures["import"]
        rows.append(["import of 30,000 LinkedIn rows", spell(pair["kith"]["median"]), spell(pair["sqlite3"]["median"]),
                     times(ratio(pair["kith"], pair["sqlite3"])), mebibytes(pair["kith"]), ""])
    for size in SIZES:
        pair = figures["sizes"].get(size, {}).get("export")
        if pair:
            rows.append([f"export json, {size}", spell(pair["kith"]["median"]), spell(pair["sqlite3"]["median"]),
                         times(ratio(pair["kith"], pair["sqlite3"])), mebibytes(pair["kith"]),
                         f"{pair['kith']['bytes'] / 1e6 / pair['kith']['median']:.0f} of "
                         f"{pair['kith']['bytes'] / 1e6:.0f} MB ({pair['sqlite3']['bytes'] / 1e6 / pair['sqlite3']['median']:.0f})"])
    return table(["bulk", "kith", "`sqlite3`", "ratio", "MiB", "MB a second (`sqlite3`)"], rows)


def row(figures):
    pair = figures["sizes"]["lifetime"].get("row", {})
    rows = [["`kith log`" if name == "kith" else "`sqlite3`, one insert", str(one["runs"]), spell(one["median"]),
             spell(one["least"]), spell(one["p99"]), spell(one["most"])] for name, one in pair.items()]
    return table(["durable writes in a row", "runs", "median", "least", "99th percentile", "most"], rows)


def peers(figures):
    rows = []
    for what, programs in figures.get("peers", {}).items():
        for program, one in programs.items():
            rows.append([what, program, spell(one["median"]), spell(one["processor"]), mebibytes(one),
                         f"{ratio(one, programs['kith']):.1f}", f"{ratio(one, programs['kith'], 'processor'):.1f}"])
    return table(["what", "program", "median", "processor", "MiB", "times kith", "of processor"], rows)


def targets(figures):
    """What was to be reached, and what was: by the medians of whole processes, and by processor time."""
    rows = []

    def add(what, target, reached, holds, by_processor=None):
        """Where the clock and the processor's account differ, other work on the machine decides: so it is said."""
        said = "yes" if holds else "no"
        if by_processor is not None and by_processor != holds:
            said = "by the clock alone" if holds else "by processor time alone"
        rows.append([what, target, reached, said])

    began = figures["start"]
    other = began["sqlite3 :memory: 'select 1'"]
    for name in ("kith --version", "kith due, empty"):
        wall, processor = (ratio(began[name], other, what) for what in ("median", "processor"))
        add(f"`{name}`, time", "at most `sqlite3`", f"{times(wall)}; processor {times(processor)}", wall <= 1, processor <= 1)
        if "instructions" in other:
            much = ratio(began[name], other, "instructions")
            add(f"`{name}`, instructions", "at most `sqlite3`", times(much), much <= 1)
    sizes = figures["sizes"]
    life = sizes["lifetime"].get("commands", {})
    for name in READS:
        if name in life:
            wall, processor = (ratio(life[name]["kith"], life[name]["sqlite3"], what) for what in ("median", "processor"))
            add(name, "at most `sqlite3`", f"{times(wall)}; processor {times(processor)}", wall <= 1, processor <= 1)
    century = sizes.get("century", {}).get("commands", {})
    for name in READS:
        if name in life and "kith" in century.get(name, {}):
            wall, processor = (ratio(century[name]["kith"], life[name]["kith"], what) for what in ("median", "processor"))
            add(f"{name}, century", "1.3 times lifetime", f"{times(wall)}; processor {times(processor)}", wall <= 1.3, processor <= 1.3)
    for name in WRITES:
        if name in life:
            wall = ratio(life[name]["kith"], life[name]["sqlite3"])
            add(name, "1.3 times an insert", times(wall), wall <= 1.3)
    big = [f"{name} {mebibytes(pair['kith'])}" for name, pair in life.items()
           if "kith" in pair and (pair["kith"]["memory"] or 0) > MEMORY and name not in ("map, html", "path")]
    if "import" in figures and (figures["import"]["kith"]["memory"] or 0) > MEMORY:
        big.append(f"import {mebibytes(figures['import']['kith'])}")
    add("memory at lifetime, but for map and path", "30 MiB", ("; ".join(big) + " MiB") if big else "all below", not big)
    if "import" in figures:
        wall = ratio(figures["import"]["kith"], figures["import"]["sqlite3"])
        add("import of 30,000 LinkedIn rows", "2 times `sqlite3`", times(wall), wall <= 2)
    if pair := sizes["lifetime"].get("export"):
        speed, wall = pair["kith"]["bytes"] / 1e6 / pair["kith"]["median"], ratio(pair["kith"], pair["sqlite3"])
        add("export json", "100 MB/s, or faster than `sqlite3`", f"{speed:.0f} MB/s; {times(wall)} of `sqlite3`'s time",
            speed >= 100 or wall < 1)
    wanted = [("the card of one", "khard", 100), ("addresses by name", "khard", 100), ("addresses by name", "abook", 1),
              ("all that is to do", "taskwarrior", 10), ("the first that is to do", "taskwarrior", 10),
              ("something more to do", "taskwarrior", 10)]
    for what, program, least in wanted:
        one = figures.get("peers", {}).get(what, {})
        if program in one:
            much, processor = (ratio(one[program], one["kith"], name) for name in ("median", "processor"))
            add(f"{what}: {program}", f"{least} times kith", f"{much:.1f}; processor {processor:.1f}", much >= least)
    return table(["what", "target", "reached", "holds"], rows)


MAKERS = {"targets": targets, "start": start, "commands": commands, "growth": growth, "row": row, "bulk": bulk, "peers": peers}


def write(figures_file, page):
    figures = json.loads(pathlib.Path(figures_file).read_text(encoding="utf-8"))
    text = page.read_text(encoding="utf-8")

    def anew(found):
        made = MAKERS[found[1]](figures)
        return f"<!-- figures: {found[1]} -->\n{made}\n<!-- end -->"

    page.write_text(re.sub(r"<!-- figures: (\w+) -->\n.*?<!-- end -->", anew, text, flags=re.DOTALL), encoding="utf-8")
    page.with_suffix(".svg").write_text(plot.svg(figures), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write(sys.argv[1], pathlib.Path(sys.argv[2]))
