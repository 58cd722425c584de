#!/usr/bin/env python3
"""The real loop: kith, vdirsyncer and Radicale on loopback; khard, todoman and khal look at the folder.

usage: loop.py KITH [--people N] [--keep]

Creates, edits, deletes and completes on either side, and lets both sides change at once. Nothing may
be lost, and a second sync may write nothing. Prints one line for each claim and the counts. Exit 77
(skipped) where a tool is missing, or unless KITH_LOOP is set: it takes a minute or two.
"""
import argparse
import datetime
import json
import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

TOOLS = ["radicale", "vdirsyncer", "khard", "todoman", "khal"]
FAILED = []
TALLY = {"checks": 0}


def ok(claim, holds, detail=""):
    TALLY["checks"] += 1
    print(f"{'ok  ' if holds else 'FAIL'} {claim}" + (f": {detail}" if detail and not holds else ""),
          flush=True)
    if not holds:
        FAILED.append(claim)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    """Radicale with a store of its own, stopped by its process id."""

    def __init__(self, root):
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        config = root / "radicale.conf"
        config.write_text(
            f"[server]\nhosts = 127.0.0.1:{self.port}\nssl = False\n[auth]\ntype = none\n"
            f"[rights]\ntype = owner_only\n[storage]\ntype = multifilesystem\n"
            f"filesystem_folder = {root}/store\n[web]\ntype = none\n[logging]\nlevel = warning\n")
        with open(root / "radicale.log", "wb") as log:
            self.process = subprocess.Popen(["radicale", "--config", str(config)], stdout=log,
                                            stderr=log, stdin=subprocess.DEVNULL)
        for _ in range(200):
            try:
                urllib.request.urlopen(self.base + "/.web", timeout=1).close()
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.1)
        self.ask("PROPFIND", "/u/")

    def ask(self, method, path, body=None, kind=None):
        request = urllib.request.Request(self.base + path, method=method,
                                         data=body.encode() if body is not None else None)
        request.add_header("Authorization", "Basic dTp4")  # u:x
        if kind:
            request.add_header("Content-Type", kind)
        try:
            with urllib.request.urlopen(request, timeout=300) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, ""

    def get(self, path):
        return self.ask("GET", path)[1].replace("\r\n", "\n")

    def put(self, path, body):
        kind = "text/vcard" if path.endswith(".vcf") else "text/calendar"
        return self.ask("PUT", path, body, kind)[0]

    def delete(self, path):
        return self.ask("DELETE", path)[0]

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


class Loop:
    def __init__(self, kith, root):
        self.kith_binary = kith
        self.root = root
        self.dav = root / "dav"
        self.contacts = self.dav / "contacts"
        self.calendar = self.dav / "calendar"
        self.contacts.mkdir(parents=True)
        self.calendar.mkdir()
        self.env = {**os.environ, "HOME": str(root), "KITH_DB": str(root / "kith.db"), "TZ": "UTC",
                    "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": str(root / "config"),
                    "XDG_CACHE_HOME": str(root / "cache"), "XDG_DATA_HOME": str(root / "data")}
        self.server = Server(root)
        self.write_configs()

    def write_configs(self):
        (self.root / "vdirsyncer.conf").write_text(f"""
[general]
status_path = "{self.root}/status/"

[pair contacts]
a = "contacts_local"
b = "contacts_remote"
collections = ["contacts"]
conflict_resolution = "a wins"

[storage contacts_local]
type = "filesystem"
path = "{self.dav}"
fileext = ".vcf"

[storage contacts_remote]
type = "carddav"
url = "{self.server.base}/"
username = "u"
password = "x"

[pair calendar]
a = "calendar_local"
b = "calendar_remote"
collections = ["calendar"]
conflict_resolution = "a wins"

[storage calendar_local]
type = "filesystem"
path = "{self.dav}"
fileext = ".ics"

[storage calendar_remote]
type = "caldav"
url = "{self.server.base}/"
username = "u"
password = "x"
""")
        (self.root / "khard.conf").write_text(
            f"[addressbooks]\n[[book]]\npath = {self.contacts}\n[general]\n"
            "[contact table]\ndisplay = formatted_name\n[vcard]\nskip_unparsable = no\n")
        (self.root / "khal.conf").write_text(
            f"[calendars]\n[[cal]]\npath = {self.calendar}\n[[birthdays]]\npath = {self.contacts}\n"
            "type = birthdays\n[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
            "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
            "longdatetimeformat = %Y-%m-%d %H:%M\n"
            f"[default]\ndefault_calendar = cal\n[sqlite]\npath = {self.root}/khal.db\n")
        (self.root / "todoman.py").write_text(
            f'path = "{self.dav}/calendar"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\n'
            f'default_list = "calendar"\ncache_path = "{self.root}/todoman.sqlite"\n')

    def run(self, *words, stdin="", check=True):
        done = subprocess.run([str(word) for word in words], env=self.env, input=stdin, text=True,
                              capture_output=True, check=False)
        if check and done.returncode != 0:
            print(f"{' '.join(map(str, words))}: {done.returncode}\n{done.stdout}{done.stderr}",
                  file=sys.stderr)
            raise SystemExit(1)
        return done

    def kith(self, *words, **more):
        return self.run(self.kith_binary, "--yes", *words, **more).stdout

    def sync(self, *words):
        return json.loads(self.kith("--json", "sync", self.dav, *words))

    def vdirsyncer(self, pair):
        return self.run("vdirsyncer", "-c", self.root / "vdirsyncer.conf", "sync", pair, check=False)

    def carry(self):
        """Folder and server, the two pairs apart: one that fails would take the other with it."""
        return [self.vdirsyncer(pair).returncode for pair in ("contacts", "calendar")]

    def todo(self, *words):
        return self.run("todoman", "--config", self.root / "todoman.py", *words).stdout

    def files(self):
        """Every file with inode and time: a file that is written again looks different."""
        return {str(file): (file.stat().st_ino, file.stat().st_mtime_ns)
                for file in self.dav.rglob("*.*")}

    def person(self, name):
        return json.loads(self.kith("--json", "show", name))["person"]

    def follow_ups(self, name):
        every = json.loads(self.kith("export"))["follow_ups"]
        return [one for one in every if one["person"]["name"] == name]

    def settle(self, claim):
        """Carries what is on its way, then claims that nothing more happens."""
        self.sync()
        codes = self.carry()
        self.sync()
        codes += self.carry()
        before = self.files()
        changes = len(json.loads(self.kith("--json", "history", "--limit", "1000000")))
        report = self.sync()
        codes += self.carry()
        again = self.sync()
        still = all(report[part][side][kind] == 0 and again[part][side][kind] == 0
                    for part in ("contacts", "tasks") for side in ("from_there", "to_there")
                    for kind in ("added", "changed", "deleted"))
        ok(f"{claim}: vdirsyncer is content", codes == [0] * len(codes), codes)
        ok(f"{claim}: another sync does nothing", still, report)
        ok(f"{claim}: and writes no file", self.files() == before)
        now = len(json.loads(self.kith("--json", "history", "--limit", "1000000")))
        ok(f"{claim}: and no change here", now == changes, f"{changes} then {now}")

    def server_path(self, name):
        for file in self.contacts.glob("*.vcf"):
            if f"\nFN:{name}\n" in file.read_text().replace("\r\n", "\n"):
                return f"/u/contacts/{file.name}", file
        raise KeyError(name)


def people_csv(count, dice):
    given = ["Ana", "Bo", "Zoë", "Müge", "Li", "Tomáš", "Nora", "Ivo", "Ада", "陳"]
    rows = ["Name,E-mail,Phone,Organization,Title,Birthday,City,Notes"]
    for n in range(count):
        note = f"likes tea; and number {n}" if n % 3 == 0 else ""
        born = f"{1950 + n % 50}-{n % 12 + 1:02}-{n % 28 + 1:02}" if n % 4 == 0 else ""
        rows.append(f"{dice.choice(given)} Person{n:04},p{n}@example.org,+1 555 {n:07},"
                    f"Org {n % 37},Maker {n % 5},{born},Town {n % 11},{note}")
    return "\n".join(rows) + "\n"


def fill(loop, count):
    dice = random.Random(7)
    (loop.root / "people.csv").write_text(people_csv(count, dice))
    loop.kith("import", "csv", loop.root / "people.csv")
    begun = time.monotonic()
    report = loop.sync()
    TALLY["first sync, s"] = round(time.monotonic() - begun, 2)
    ok("everybody goes out", report["contacts"]["to_there"]["added"] == count, report["contacts"])
    ok("a file each", len(list(loop.contacts.glob("*.vcf"))) == count)
    ok("and private ones", all(f.stat().st_mode & 0o777 == 0o600 for f in loop.contacts.iterdir()))
    begun = time.monotonic()
    loop.sync()
    TALLY["sync with nothing to do, s"] = round(time.monotonic() - begun, 2)
    # One by one the server would take minutes for them.
    cards = "".join(file.read_text() for file in sorted(loop.contacts.glob("*.vcf")))
    status, _ = loop.server.ask("PUT", "/u/contacts/", cards, "text/vcard")
    ok("the server takes all cards", status in (200, 201), status)
    status, _ = loop.server.ask(
        "MKCALENDAR", "/u/calendar/", '<?xml version="1.0"?><C:mkcalendar xmlns="DAV:" '
        'xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop><C:supported-calendar-component-set>'
        '<C:comp name="VEVENT"/><C:comp name="VTODO"/><C:comp name="VJOURNAL"/>'
        "</C:supported-calendar-component-set></prop></set></C:mkcalendar>", "application/xml")
    ok("a calendar is made", status == 201, status)
    loop.run("vdirsyncer", "-c", loop.root / "vdirsyncer.conf", "discover", stdin="y\n" * 20)
    # vdirsyncer would take them one by one, too: it is to find an empty folder, as on a new machine.
    for file in loop.contacts.iterdir():
        file.unlink()
    ok("vdirsyncer brings them back as the server has them",
       loop.carry() == [0, 0] and len(list(loop.contacts.glob("*.vcf"))) == count)
    moved = loop.sync()["contacts"]
    ok("which changes nothing, on either side",
       not any(moved["from_there"].values()) and not any(moved["to_there"].values()), moved)


def names(loop):
    return [one["name"] for one in json.loads(loop.kith("--json", "list"))]


def edit_there(loop, everybody):
    """Edits, a new card and deletions on the server; what nobody knows stays in the cards."""
    changed, gone = everybody[10:20], everybody[20:25]
    for name in changed:
        path, _ = loop.server_path(name)
        card = loop.server.get(path)
        card = card.replace("END:VCARD", "TEL;TYPE=home:+44 20 7946 0000\nX-PHONE-ONLY;A=b:kept\n"
                            "PHOTO;ENCODING=b;TYPE=JPEG:" + "QUJD" * 400 + "\nEND:VCARD")
        ok(f"the server takes {name}", loop.server.put(path, card) in (200, 201))
    for name in gone:
        loop.server.delete(loop.server_path(name)[0])
    loop.server.put("/u/contacts/new-there.vcf",
                    "BEGIN:VCARD\nVERSION:3.0\nUID:new-there\nFN:Newly There\nN:There;Newly;;;\n"
                    "EMAIL:newly@example.net\nBDAY:--0203\nX-ODD:1\nEND:VCARD\n")
    ok("vdirsyncer brings them", loop.carry() == [0, 0])
    report = loop.sync()
    came = report["contacts"]["from_there"]
    ok("ten edits, one new card and five deletions come in",
       (came["changed"], came["added"], came["deleted"]) == (10, 1, 5), came)
    ok("the new number is here", all(any(p["value"] == "+44 20 7946 0000"
                                         for p in loop.person(n)["phones"]) for n in changed))
    ok("the new person is here", loop.person("Newly There")["birthday"] == "--02-03")
    ok("the deleted are archived, not gone", all(loop.person(n)["archived"] for n in gone))
    loop.settle("after edits there")
    return changed


def edit_here(loop, everybody, changed_there):
    changed, gone = everybody[30:40], everybody[40:43]
    for name in changed:
        loop.kith("edit", name, "--title", "Head of Tea", "--email", f"{name.split()[1]}@new.example")
    for name in gone:
        loop.kith("archive", name)
    for n in range(3):
        loop.kith("add", f"Fresh Here{n}", "--phone", f"+49 30 {n}12345", "--tag", "choir")
    loop.kith("edit", changed_there[0], "--city", "Lisbon")
    gone_paths = [loop.server_path(name)[0] for name in gone]
    report = loop.sync()
    went = report["contacts"]["to_there"]
    ok("eleven edits, three new people and three archived go out",
       (went["changed"], went["added"], went["deleted"]) == (11, 3, 3), went)
    loop.carry()
    cards = [loop.server.get(loop.server_path(name)[0]) for name in changed]
    ok("the server has the new title", all("TITLE:Head of Tea" in card for card in cards))
    ok("the archived are gone there",
       all(loop.server.ask("GET", path)[0] == 404 for path in gone_paths))
    card = loop.server.get(loop.server_path(changed_there[0])[0])
    ok("what kith has no place for is still on the card",
       "X-PHONE-ONLY;A=b:kept" in card and "QUJD" * 400 in card.replace("\n ", ""))
    loop.settle("after edits here")


def edit_both(loop, everybody):
    one, two, three = everybody[50:53]
    for name, lines in ((one, ("TITLE:Boss There", "NICKNAME:There")), (two, ("NICKNAME:Two",)),
                        (three, ("TEL:+1 999 0000001",))):
        path, _ = loop.server_path(name)
        card = loop.server.get(path)
        for line in lines:
            start = line.split(":")[0]
            kept = [old for old in card.split("\n") if not (start == "TITLE"
                                                            and old.startswith("TITLE"))]
            card = "\n".join(kept).replace("END:VCARD", line + "\nEND:VCARD")
        loop.server.put(path, card)
    loop.kith("edit", one, "--title", "Boss Here")
    loop.kith("edit", two, "--org", "Org Here")
    loop.kith("edit", three, "--phone", "+1 999 0000002")
    time.sleep(1.1)  # so that the file is certainly newer
    loop.carry()
    report = loop.sync()
    clash = [c for c in report["conflicts"] if c["name"] == one]
    ok("one field on both sides is a conflict, and said",
       len(clash) == 1 and {clash[0]["here"], clash[0]["there"]} == {"Boss Here", "Boss There"},
       report["conflicts"])
    ok("the newer stays", loop.person(one)["title"] == "Boss There", loop.person(one)["title"])
    shown = loop.kith("show", one)
    ok("the other is kept", "Boss Here" in shown, shown)
    ok("history says so", "Boss Here" in loop.kith("history", "--limit", "1"))
    person = loop.person(two)
    ok("different fields are both kept",
       person["org"] == "Org Here" and person["nicknames"] == ["Two"], person)
    phones = {p["value"] for p in loop.person(three)["phones"]}
    ok("numbers added on both sides are both kept",
       {"+1 999 0000001", "+1 999 0000002"} <= phones, phones)
    loop.settle("after edits on both sides")


def tasks(loop, everybody):
    ana, bo, cy = everybody[60:63]
    today = datetime.date.today()
    day = (today + datetime.timedelta(days=3)).isoformat()
    loop.kith("remind", ana, "send the book", "--on", day)
    loop.kith("remind", bo, "pay back", "--on", day, "--every", "1m")
    loop.kith("remind", cy, "the recipe", "--on", day, "--from-them")
    loop.kith("edit", everybody[63], "--circle", "inner", "--every", "7d")
    loop.kith("log", f"coffee with {everybody[63]} on "
              + (today - datetime.timedelta(days=9)).isoformat())
    event = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:ev1\r\n"
             f"DTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:{today:%Y%m%d}\r\nSUMMARY:Choir\r\n"
             "END:VEVENT\r\nEND:VCALENDAR\r\n")
    (loop.calendar / "ev1.ics").write_text(event, newline="")
    report = loop.sync()
    ok("three follow-ups and a check-in go out", report["tasks"]["to_there"]["added"] == 4,
       report["tasks"])
    loop.carry()
    listed = json.loads(loop.todo("--porcelain", "list"))
    ok("todoman sees them", {f"{ana}: send the book", f"{bo}: pay back",
                             f"{everybody[63]}: check in"}
       <= {one["summary"] for one in listed}, listed)
    ids = {one["summary"]: str(one["id"]) for one in listed}
    loop.todo("done", ids[f"{bo}: pay back"])
    loop.todo("done", ids[f"{everybody[63]}: check in"])
    later = (today + datetime.timedelta(days=9)).isoformat()
    loop.todo("edit", ids[f"{ana}: send the book"], "--due", later)
    loop.todo("new", "-l", "calendar", "--due", day, f"{ana}: ask about the garden")
    loop.todo("new", "-l", "calendar", "--due", day, "water the plants")
    plants = [f for f in loop.calendar.iterdir() if "water the plants" in f.read_text()][0]
    plants_before = plants.read_bytes()
    loop.carry()
    report = loop.sync()
    ok("what was done, moved and added in todoman comes in",
       (report["tasks"]["from_there"]["changed"], report["tasks"]["from_there"]["added"]) == (3, 1),
       report["tasks"])
    of_bo = loop.follow_ups(bo)
    ok("a finished one is finished, and comes back next month",
       sorted(one["status"] for one in of_bo) == ["done", "open"], of_bo)
    of_ana = {one["text"]: one for one in loop.follow_ups(ana)}
    ok("a moved one is moved", of_ana["send the book"]["due"] == later, of_ana)
    ok("a new one is here", "ask about the garden" in of_ana, list(of_ana))
    seen = loop.person(everybody[63])["last_seen"]
    ok("a check-in that was done is logged", seen == today.isoformat(), seen)
    ok("other people's to-dos and events are left alone",
       plants.read_bytes() == plants_before
       and (loop.calendar / "ev1.ics").read_bytes() == event.encode())
    loop.settle("after tasks there")
    loop.kith("done", str(of_ana["ask about the garden"]["id"]))
    loop.sync()
    loop.carry()
    stored = loop.server.get("/u/calendar/").split("BEGIN:VTODO")
    done = [one for one in stored if "ask about the garden" in one]
    ok("what is done here is done there", len(done) == 1 and "STATUS:COMPLETED" in done[0], done)
    open_now = [one["summary"] for one in json.loads(loop.todo("--porcelain", "list"))]
    ok("and todoman no longer lists it", f"{ana}: ask about the garden" not in open_now, open_now)
    recipe = [f for f in loop.calendar.glob("*.ics") if "the recipe" in f.read_text()][0]
    loop.server.delete(f"/u/calendar/{recipe.name}")
    loop.carry()
    loop.sync()
    ok("one deleted there is dropped here", loop.follow_ups(cy)[0]["status"] == "dropped")
    loop.settle("after tasks here")


def other_readers(loop):
    listed = loop.run("khard", "-c", loop.root / "khard.conf", "list", "--parsable")
    count = len(listed.stdout.strip().splitlines())
    ok("khard reads every card without complaint",
       count == len(list(loop.contacts.glob("*.vcf"))) and not listed.stderr.strip(),
       f"{count}, {listed.stderr[:300]}")
    shown = loop.run("khal", "-c", loop.root / "khal.conf", "list", "today", "370d").stdout
    ok("khal shows birthdays and the event", "birthday" in shown and "Choir" in shown, shown[:300])
    TALLY["birthdays that khal shows"] = shown.count("birthday")


def emptied(loop):
    away = loop.root / "away"
    shutil.copytree(loop.contacts, away)
    before = len(names(loop))
    for file in loop.contacts.iterdir():
        file.unlink()
    done = loop.run(loop.kith_binary, "sync", loop.dav, check=False)
    ok("an emptied folder deletes nobody", done.returncode == 6 and len(names(loop)) == before,
       done.stderr)
    report = loop.sync("--missing", "restore")
    ok("and can be filled again",
       report["contacts"]["to_there"]["added"] == len(list(away.iterdir())), report["contacts"])
    loop.carry()
    loop.settle("after an emptied folder")


def play(loop, count):
    fill(loop, count)
    everybody = sorted(names(loop), key=lambda name: name.split()[-1])
    ok("all of them are here", len(everybody) == count)
    loop.settle("after the first sync")
    changed_there = edit_there(loop, everybody)
    edit_here(loop, everybody, changed_there)
    edit_both(loop, everybody)
    tasks(loop, everybody)
    other_readers(loop)
    emptied(loop)
    here = json.loads(loop.kith("--json", "list"))
    archived = json.loads(loop.kith("--json", "list", "--archived"))
    ok("nobody is lost", len(here) + len(archived) == count + 4, (len(here), len(archived)))
    mails = {point["value"] for one in here + archived for point in one["emails"]}
    ok("no address is lost", all(f"p{n}@example.org" in mails for n in range(count)))
    on_server = loop.server.get("/u/contacts/").count("BEGIN:VCARD")
    ok("the server has everybody who is not archived", on_server == len(here),
       (on_server, len(here)))
    TALLY.update({"people": len(here), "archived": len(archived),
                  "cards on the server": on_server,
                  "to-dos and events": len(list(loop.calendar.glob("*.ics")))})


def main():
    options = argparse.ArgumentParser()
    options.add_argument("kith")
    options.add_argument("--people", type=int, default=1000)
    options.add_argument("--keep", action="store_true", help="leave the folder for a look")
    given = options.parse_args()
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing or not os.environ.get("KITH_LOOP"):
        print(f"skipped: {', '.join(missing)} missing" if missing else
              "skipped: set KITH_LOOP=1 to run it")
        return 77
    root = pathlib.Path(tempfile.mkdtemp(prefix="kith-loop-"))
    loop = Loop(os.path.abspath(given.kith), root)
    begun = time.monotonic()
    try:
        play(loop, given.people)
    finally:
        loop.server.stop()
        if given.keep:
            print(f"left in {root}")
        else:
            shutil.rmtree(root)
    TALLY["seconds"] = round(time.monotonic() - begun)
    for what, count in TALLY.items():
        print(f"{what}: {count}")
    print(f"{TALLY['checks'] - len(FAILED)} of {TALLY['checks']} hold")
    return 1 if FAILED else 0


if __name__ == "__main__":
    sys.exit(main())
