"""Opens the pictures of an invented map with the programs they are for.

check_pictures.py KITH_SAMPLE_MAP SCHEMA: XML by expat, JSON by the schema, and graphviz, networkx
and rsvg-convert where they are installed. Says what is missing; 77 if Python lacks jsonschema.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit(77)

SAMPLE, SCHEMA = sys.argv[1:3]
PEOPLE = [0, 1, 2, 60, 400]
FAILED = []


def sample(picture, people, *words):
    return subprocess.run(
        [SAMPLE, picture, str(people), "--hostile", *words], capture_output=True, check=True
    ).stdout


def runs(*command):
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0 or "rror" in result.stderr or "arning" in result.stderr:
        FAILED.append(f"{' '.join(command)}: {result.returncode}: {result.stderr[:300]}")


def has(program):
    there = shutil.which(program) is not None
    if not there:
        print(f"not here: {program}")
    return there


def check_xml():
    for people in PEOPLE:
        for words in ([], ["--anonymous"], ["--light"]):
            for picture in ("svg", "graphml"):
                try:
                    ElementTree.fromstring(sample(picture, people, *words))
                except ElementTree.ParseError as error:
                    FAILED.append(f"{picture} of {people}: {error}")


def check_json():
    with open(SCHEMA, encoding="utf-8") as file:
        schema = json.load(file)
    # No room for fields that the schema does not name.
    for name, part in schema["$defs"].items():
        if name.startswith("map"):
            part["additionalProperties"] = False
    validator = Draft202012Validator({**schema, "$ref": "#/$defs/map"})
    for people in PEOPLE:
        for words in ([], ["--anonymous"]):
            document = json.loads(sample("json", people, *words))
            for error in validator.iter_errors(document):
                place = "/".join(str(part) for part in error.absolute_path)
                FAILED.append(f"json of {people}: {place}: {error.message[:200]}")
            if len(document["nodes"]) != people:
                FAILED.append(f"json of {people}: {len(document['nodes'])} nodes")


def check_networkx(folder):
    try:
        import networkx
    except ImportError:
        print("not here: networkx")
        return
    for people in PEOPLE:
        path = os.path.join(folder, "map.graphml")
        with open(path, "wb") as file:
            file.write(sample("graphml", people))
        graph = networkx.read_graphml(path)
        document = json.loads(sample("json", people))
        if (len(graph), graph.size()) != (people, len(document["edges"])):
            FAILED.append(f"graphml of {people}: {graph}")
        for _, data in graph.nodes(data=True):
            if not (isinstance(data["x"], float) and isinstance(data["bridge"], bool)):
                FAILED.append(f"graphml of {people}: {data}")
                break


def check_programs(folder):
    for people in PEOPLE:
        path = os.path.join(folder, "map.dot")
        with open(path, "wb") as file:
            file.write(sample("dot", people))
        if has("neato"):
            runs("neato", "-n2", "-Tplain", "-o", os.devnull, path)
        path = os.path.join(folder, "map.svg")
        with open(path, "wb") as file:
            file.write(sample("svg", people))
        if has("rsvg-convert"):
            png = os.path.join(folder, "map.png")
            runs("rsvg-convert", "-w", "600", "-o", png, path)
            if os.path.getsize(png) < 3000:
                FAILED.append(f"png of {people} is empty")


def main():
    check_xml()
    check_json()
    with tempfile.TemporaryDirectory() as folder:
        check_networkx(folder)
        check_programs(folder)
    for failure in FAILED:
        print(failure)
    return 1 if FAILED else 0


if __name__ == "__main__":
    sys.exit(main())
