#!/usr/bin/env python3
"""kith mcp, spoken to in JSON-RPC: what assistants send, and what nobody should.

protocol.py KITH
"""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time

KITH = os.path.realpath(sys.argv[1])
FAILED = []
ANSWER_WITHIN = 20  # seconds; a machine may be busy


def check(claim, what):
    if not claim:
        FAILED.append(what)


class Server:
    """A server in a house of its own."""

    def __init__(self, house, *options):
        self.process = subprocess.Popen([KITH, "mcp", *options], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        env=house.environment, cwd=house.folder)
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.last = 0

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def send(self, line):
        self.process.stdin.write(line if isinstance(line, bytes) else line.encode())
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()

    def receive(self):
        line = self.lines.get(timeout=ANSWER_WITHIN)
        check(line is not None and line.endswith(b"\n"), "the server ended, or a line has no end")
        return json.loads(line)

    def raw(self, line):
        self.send(line)
        return self.receive()

    def ask(self, method, **params):
        self.last += 1
        answer = self.raw(json.dumps({"jsonrpc": "2.0", "id": self.last, "method": method,
                                      "params": params}))
        check(answer.get("jsonrpc") == "2.0" and answer.get("id") == self.last, f"{method}: {answer}")
        return answer

    def start(self, version="2025-06-18"):
        answer = self.ask("initialize", protocolVersion=version, capabilities={},
                          clientInfo={"name": "test", "version": "1"})
        self.send('{"jsonrpc":"2.0","method":"notifications/initialized"}')
        return answer["result"]

    def call(self, tool, **arguments):
        result = self.ask("tools/call", name=tool, arguments=arguments).get("result")
        check(result is not None, f"{tool}: no result")
        document = json.loads(result["content"][0]["text"]) if not result["isError"] else None
        if isinstance(document, dict):
            check(result["structuredContent"] == document, f"{tool}: two documents")
        return document, result

    def end(self):
        self.process.stdin.close()
        code = self.process.wait(timeout=ANSWER_WITHIN)
        check(self.lines.get(timeout=ANSWER_WITHIN) is None, "said more than it was asked")
        return code


class House:
    def __init__(self, folder):
        self.folder = folder
        self.environment = {"HOME": folder, "PATH": os.environ["PATH"], "TZ": "UTC",
                            "KITH_NOW": "2026-03-20"}

    def kith(self, *words):
        return subprocess.run([KITH, *words], env=self.environment, cwd=self.folder, check=True,
                              capture_output=True, text=True).stdout


def error(answer):
    return answer.get("error", {}).get("code")


def conversation(house):
    server = Server(house)
    for wanted, agreed in [("2025-11-25", "2025-11-25"), ("2025-06-18", "2025-06-18"),
                           ("2025-03-26", "2025-03-26"), ("2024-11-05", "2024-11-05"),
                           ("1999-01-01", "2025-11-25"), ("2099-01-01", "2025-11-25")]:
        result = server.start(wanted)
        check(result["protocolVersion"] == agreed, f"{wanted}: {result['protocolVersion']}")
        check(result["serverInfo"]["name"] == "kith" and "tools" in result["capabilities"],
              f"{wanted}: {result}")
    check(server.ask("ping")["result"] == {}, "ping")
    tools = {tool["name"]: tool for tool in server.ask("tools/list")["result"]["tools"]}
    check({"find", "show", "due", "timeline", "list", "path"} <= set(tools), f"{list(tools)}")
    check(not {"log", "note", "remind", "done", "undo"} & set(tools), "a tool that writes is served")
    for name, tool in tools.items():
        check(tool["inputSchema"]["type"] == "object", f"{name}: schema")
        check(tool["annotations"]["readOnlyHint"] is True, f"{name}: not read-only")
        check(not {"output", "format"} & set(tool["inputSchema"]["properties"]), f"{name}: a file")
    document, result = server.call("due")
    check(result["isError"] and "no database yet" in result["content"][0]["text"], "no database")
    check(not os.path.exists(os.path.join(house.folder, ".local")), "reading made a database")
    house.kith("add", "Ada Lovelace", "--every", "10d", "--circle", "close")
    document, _ = server.call("due")
    check(document == [], "due, before anybody is")
    house.kith("log", "tea with Ada Lovelace on 2026-01-05")  # beside the server, which sees it
    document, _ = server.call("due")
    check([one["person"]["name"] for one in document] == ["Ada Lovelace"], f"due: {document}")
    document, result = server.call("find", text="tea")
    check(result["structuredContent"]["items"] == document and len(document) == 1, "find")
    document, _ = server.call("show", person="ada")
    check(document["person"]["name"] == "Ada Lovelace", "show")
    document, _ = server.call("list", circle="close", no_cadence=False, limit=3, tag=[])
    check(len(document) == 1, f"list: {document}")
    document, _ = server.call("timeline", person=None, since="2026-01-01")
    check(len(document) == 1, "timeline")
    house.kith("rm", "--yes", "Ada Lovelace")
    _, result = server.call("show", person="Ada Lovelace")
    check(result["isError"] and result["structuredContent"]["error"]["code"] == 3, "who is gone")
    for i in range(60):
        house.kith("-q", "add", f"Somebody No{i}")
    document, _ = server.call("list")
    check(len(document) == 50, f"a list without a limit has {len(document)}")
    check(server.end() == 0, "exit")


def writing(house):
    server = Server(house, "--write")
    server.start()
    tools = {tool["name"]: tool for tool in server.ask("tools/list")["result"]["tools"]}
    check({"log", "note", "remind", "done", "undo"} <= set(tools), f"{list(tools)}")
    check(tools["undo"]["annotations"]["destructiveHint"] is True, "undo destroys")
    check(tools["remind"]["inputSchema"]["required"] == ["person", "text", "on"], "remind")
    document, _ = server.call("log", text="coffee with Grace Hopper and Ada Byron yesterday", new=True)
    check([one["name"] for one in document["new_people"]] == ["Grace Hopper", "Ada Byron"], f"{document}")
    document, _ = server.call("note", person="grace", text="wants to sail -- and 'more'\n", kind="hope")
    check(document["text"] == "wants to sail -- and 'more'", f"note: {document}")
    document, _ = server.call("remind", person="grace", text="--on the book", on="friday", from_them=True)
    check(document["text"] == "--on the book" and document["owed_by"] == "them", f"remind: {document}")
    number = document["id"]
    document, _ = server.call("done", id=[number])
    check(document["status"] == "done", f"done: {document}")
    document, _ = server.call("undo")
    check("done" in json.dumps(document), f"undo: {document}")
    shown, _ = server.call("show", person="Grace Hopper")
    check([one["id"] for one in shown["follow_ups"]] == [number], "what is undone is open again")
    house.kith("add", "Grace Kelly")
    _, result = server.call("note", person="grace", text="x")
    names = [one["name"] for one in result["structuredContent"]["error"]["candidates"]]
    check(result["isError"] and sorted(names) == ["Grace Hopper", "Grace Kelly"], f"{names}")
    before = house.kith("export").split("\n", 1)[1]
    for tool, arguments in [("note", {"person": "grace kelly"}), ("note", {"person": 3.5, "text": "x"}),
                            ("note", {"person": "grace kelly", "text": "x", "file": "/etc/passwd"}),
                            ("note", {"person": "grace kelly", "text": "a\0b"}),
                            ("note", {"person": ["grace", "kelly"], "text": "x"}),
                            ("note", {"person": "grace kelly", "text": {"a": 1}}),
                            ("remind", {"person": "grace kelly", "text": "x", "on": "2026-02-30"}),
                            ("log", {"text": "coffee with Nobody Known"}),
                            ("log", {"text": "coffee", "dry_run": "yes"}),
                            ("log", {"text": "-"}), ("done", {"id": [99999]}), ("undo", {"n": -1}),
                            ("show", {"person": "--help"}), ("show", {"person": ""})]:
        result = server.ask("tools/call", name=tool, arguments=arguments).get("result", {})
        fine = tool == "log" and arguments["text"] == "-"  # an empty stdin: nothing to log
        check(result.get("isError") is not fine, f"{tool} {arguments}: {result}")
    check(house.kith("export").split("\n", 1)[1] == before, "what failed has changed something")
    check(server.end() == 0, "exit")


def hostile(house):
    server = Server(house)
    check(error(server.ask("tools/list")) == -32600, "tools before initialize")
    server.start()
    for line, code in [("", None), ("   \t", None), ("{", -32700), ("not json", -32700),
                       (b"\xff\xfe\x00", -32700), ("[" * 100_000, -32700), ('"' * 3, -32700),
                       ("{}", -32600), ("[]", -32600), ("3", -32600), ("null", -32600), ('"x"', -32600),
                       ('{"jsonrpc":"1.0","id":1,"method":"ping"}', -32600),
                       ('{"jsonrpc":"2.0","id":null,"method":"ping"}', -32600),
                       ('{"jsonrpc":"2.0","id":{},"method":"ping"}', -32600),
                       ('{"jsonrpc":"2.0","id":1}', -32600), ('{"jsonrpc":"2.0","id":1,"method":7}', -32600),
                       ('{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}', -32602),
                       ('{"jsonrpc":"2.0","id":1,"method":"nonsense\\u001b[31m"}', -32601),
                       ('{"jsonrpc":"2.0","id":1,"method":"resources/list"}', -32601),
                       ('{"jsonrpc":"2.0","id":1,"method":"initialize"}', -32602),
                       ('{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":"x"}}', -32602),
                       ('{"jsonrpc":"2.0","id":1,"method":"tools/call"}', -32602),
                       ('{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"rm"}}', -32602),
                       ('{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"log"}}', -32602),
                       ('{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"show",'
                        '"arguments":[]}}', -32602),
                       ('[{"jsonrpc":"2.0","id":1,"method":"ping"}]', -32600),
                       ("x" * 5_000_000, -32700),
                       ('{"jsonrpc":"2.0","method":"no/such/notification"}', None),
                       ('{"jsonrpc":"2.0","id":5,"result":{}}', None)]:
        server.send(line)
        if code is not None:
            answer = server.receive()
            check(error(answer) == code, f"{line[:60]!r}: {answer}")
            check("\x1b" not in json.dumps(answer), "an escape comes back")
    answer = server.raw('{"jsonrpc":"2.0","id":"a \\u0000 text","method":"ping"}\r')
    check(answer["id"] == "a \0 text", f"the id of a ping: {answer}")
    server.start("2025-03-26")
    answers = server.raw('[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"x"},7]')
    check([error(one) for one in answers] == [None, -32600], f"a batch: {answers}")
    server.send('[{"jsonrpc":"2.0","method":"notifications/cancelled"}]')
    check(server.ask("ping")["result"] == {}, "it talks on")
    check(server.end() == 0, "exit")

    # A last line without an end is answered, too; and a reader who leaves ends it.
    process = subprocess.run([KITH, "mcp"], input=b'{"jsonrpc":"2.0","id":1,"method":"ping"}',
                             capture_output=True, env=house.environment, check=False)
    check(process.returncode == 0 and b'"result":{}' in process.stdout, f"{process}")
    check(process.stderr == b"", f"stderr: {process.stderr}")


def together(house):
    """Two servers and a user write to one database; nothing is lost."""
    servers = [Server(house, "--write") for _ in range(2)]
    for server in servers:
        server.start()
    started = time.monotonic()
    for i in range(20):
        for server in servers:
            _, result = server.call("note", person="Grace Hopper", text=f"fact {i}")
            check(not result["isError"], f"{result}")
        house.kith("note", "Grace Hopper", f"from the shell {i}")
    taken = time.monotonic() - started
    shown, _ = servers[0].call("show", person="Grace Hopper")
    check(len(shown["facts"]) == 61, f"{len(shown['facts'])} facts")
    for server in servers:
        check(server.end() == 0, "exit")
    return taken


def main():
    with tempfile.TemporaryDirectory() as folder:
        conversation(House(folder))
    with tempfile.TemporaryDirectory() as folder:
        house = House(folder)
        writing(house)
        hostile(house)
        taken = together(house)
    print("\n".join(FAILED) or f"60 facts from three sides in {taken:.1f} s")
    return 1 if FAILED else 0


if __name__ == "__main__":
    sys.exit(main())
