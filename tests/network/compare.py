"""Others on the same graphs: igraph's Leiden for communities, graphviz's sfdp for the drawing.

compare.py FOLDER [PEOPLE...], after `kith_map_quality --write FOLDER`. Needs Debian's python3-igraph
and graphviz, which kith itself does not. Prints modularity, agreement with the planted communities
(NMI), the share of the 10 nearest drawn dots that are of one's own community (purity), and seconds.
"""

import math
import pathlib
import random
import subprocess
import sys
import time

import igraph


def read(folder, people):
    lines = (folder / f"{people}.ties").read_text().split("\n")
    ties = [line.split() for line in lines[1:] if line]
    graph = igraph.Graph(n=int(lines[0]), edges=[(int(a), int(b)) for a, b, _ in ties])
    graph.es["weight"] = [float(weight) for _, _, weight in ties]
    planted = [line.split() for line in (folder / f"{people}.planted").read_text().splitlines()]
    return graph, [int(c) for c, _ in planted], [int(r) for _, r in planted]


def purity(places, planted):
    """As tests/network/invented.cpp has it, on the same dots."""
    total = asked = 0
    for i in range(0, len(places), max(1, len(places) // 400)):
        x, y = places[i]
        near = sorted(
            ((px - x) ** 2 + (py - y) ** 2, j) for j, (px, py) in enumerate(places) if j != i
        )[:10]
        total += sum(planted[j] == planted[i] for _, j in near)
        asked += len(near)
    return total / asked


def leiden(graph, resolution, rounds):
    random.seed(1)
    start = time.process_time()
    found = graph.community_leiden(
        objective_function="modularity",
        weights="weight",
        resolution_parameter=resolution,
        n_iterations=rounds,
    )
    return found, time.process_time() - start


def agreement(membership, planted):
    return igraph.compare_communities(membership, planted, method="nmi")


def compare_communities(graph, communities, regions):
    regional, seconds = leiden(graph, 1, 10)
    print(
        f"  igraph Leiden, resolution 1      {len(regional):4} parts"
        f"  NMI of regions {agreement(regional.membership, regions):.3f}"
        f"  of communities {agreement(regional.membership, communities):.3f}"
        f"  modularity {graph.modularity(regional, weights='weight'):.4f}  {seconds:.3f} s"
    )
    best = None
    for step in range(13):  # 1 to 64
        resolution = 2 ** (step / 2)
        found, seconds = leiden(graph, resolution, 10)
        nmi = agreement(found.membership, communities)
        if best is None or nmi > best[0]:
            modularity = graph.modularity(found, weights="weight")
            best = (nmi, resolution, len(found), modularity, seconds)
    print(
        f"  igraph Leiden, best resolution   {best[2]:4} parts  NMI of communities {best[0]:.3f}"
        f"  modularity {best[3]:.4f}  {best[4]:.3f} s  (at {best[1]:.1f}, which one"
        " can only choose who knows the answer)"
    )


def compare_drawing(folder, people, graph, planted):
    source = folder / f"{people}.dot"
    with source.open("w") as file:
        file.write("graph {\n node [shape=point]\n")
        for node in range(graph.vcount()):
            file.write(f" {node};\n")
        for edge in graph.es:
            file.write(f" {edge.source} -- {edge.target};\n")
        file.write("}\n")
    start = time.monotonic()
    plain = subprocess.run(
        ["sfdp", "-Tplain", str(source)], check=True, capture_output=True, text=True
    ).stdout
    seconds = time.monotonic() - start
    places = [(math.nan, math.nan)] * graph.vcount()
    for line in plain.splitlines():
        words = line.split()
        if words[0] == "node":
            places[int(words[1])] = (float(words[2]), float(words[3]))
    print(f"  graphviz sfdp                    purity {purity(places, planted):.3f}  {seconds:.3f} s")
    ours = [
        tuple(map(float, line.split()))
        for line in (folder / f"{people}.places").read_text().splitlines()
    ]
    print(f"  kith                             purity {purity(ours, planted):.3f}")


def main():
    folder = pathlib.Path(sys.argv[1])
    for people in sys.argv[2:] or ["500", "5000", "30000"]:
        graph, communities, regions = read(folder, people)
        print(f"{people} people, {graph.ecount()} ties", flush=True)
        compare_communities(graph, communities, regions)
        compare_drawing(folder, people, graph, communities)


if __name__ == "__main__":
    main()
