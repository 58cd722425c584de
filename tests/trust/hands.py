"""Somebody who uses kith at random: every command that writes, with names that are awkward.

A step is (now, words, stdin, environment): what a process of its own is started with. Words that
begin with "sql:" are done to the file first, by another tool than kith.
"""
import datetime
import json

NAMES = ["José Pérez", "王伟", "O'Brien", "Anna-Lena Groß", "Zoë 🎉", "van der Berg", "Łucja Nowak",
         "Ana Lim", "Bo Ek", "Ana Limón", "Jose Perez", "d'Arc", "Élodie", "Sam", "佐藤 花子", "%_%",
         "Ana 'Ann' \"A\" Lim", "مريم", "Nguyễn Văn A", "Siân ap Rhys", "İpek", "𝔊oth"]
PLACES = ["Blue Bottle", "São Paulo", "Café d'Été", "北京", "Rosa's"]
WORDS = ["coffee", "likes tea", "wants to fly", "O'Hara's book", "été", "🎁 for you", "100 %", "x"]
KINDS = ["hope", "success", "family", "work", "like", "gift", "health", "other"]
TIES = ["introduced", "family", "partner", "friend", "colleague", "knows", "rival"]
TABLES = ["rhythm", "name_key", "name_typo", "search_person"]


class Hand:
    def __init__(self, dice, folder, look):
        self.dice = dice
        self.folder = folder  # the files for import lie there
        self.look = look  # a question in SQL, answered by what is there now
        self.now = datetime.datetime(2026, 3, 20, 10)
        self.files = 0
        self.backups = []

    def step(self):
        self.now += datetime.timedelta(seconds=self.dice.choice([0, 0, 1, 40, 3600, 90000]))
        words, stdin, environment = self.command(), "", {}
        if isinstance(words, tuple):
            words, stdin, environment = words
        return [self.now.isoformat(), words, stdin, environment]

    def command(self):
        chosen, = self.dice.choices(
            [self.add, self.edit, self.editor, self.log, self.journal, self.note, self.remind,
             self.done, self.snooze, self.drop, self.link, self.unlink, self.intro, self.archive,
             self.unarchive, self.remove, self.bring, self.map, self.backup, self.restore,
             self.repair, self.demo, self.undo, self.undo_one, self.redo, self.merge, self.split,
             self.dedupe],
            [12, 12, 2, 14, 2, 6, 7, 6, 4, 3, 6, 4, 5, 3, 2, 9, 7, 2, 2, 1, 1, 1, 8, 6, 9, 6,
             4, 1])
        return chosen()

    # What there is to choose from.

    def maybe(self, option, *values, chance=0.3):
        return [option, self.dice.choice(values)] if self.dice.random() < chance else []

    def person(self):
        if self.dice.random() < 0.04:
            return self.dice.choice(["nobody at all", "Ana", "", "--help", "7"])
        names = [name for (name,) in self.look("SELECT name FROM person ORDER BY id")]
        if self.dice.random() < 0.1:
            names = [one for (one,) in self.look("SELECT nickname FROM nickname ORDER BY nickname")]
        return self.dice.choice(names or NAMES)

    def record(self, *tables):
        ids = [id for table in tables for (id,) in self.look(f"SELECT id FROM {table} ORDER BY id")]
        return str(self.dice.choice(ids or [999]))

    def day(self):
        return self.dice.choice(["today", "yesterday", "3 weeks ago", "2025-02-28", "2024-02-29",
                                 "last friday", "in 2 weeks", "2026-02-30"])

    def ahead(self):
        return self.dice.choice(["tomorrow", "in 2 weeks", "2026-12-01", "2028-02-29", "friday"])

    def file(self, ending, text):
        self.files += 1
        name = f"file{self.files}.{ending}"
        (self.folder / name).write_text(text)
        return name

    # The commands.

    def options(self):
        given = self.maybe("--email", *[f"work=a{n}@example.org" for n in range(9)])
        given += self.maybe("--phone", "+49 170 1234567", "home=030 1234")
        given += self.maybe("--nickname", *NAMES, chance=0.2)
        given += self.maybe("--tag", "climbing", "été", "#math")
        given += self.maybe("--org", "Acme", "Müller & Söhne")
        given += self.maybe("--title", "Maker", "CEO")
        given += self.maybe("--city", *PLACES)
        given += self.maybe("--timezone", "Europe/Lisbon", chance=0.1)
        given += self.maybe("--birthday", "1990-05-03", "29 feb", "2026-13-01", chance=0.1)
        given += self.maybe("--met", "at a party, in Rosa's kitchen", chance=0.1)
        given += self.maybe("--met-on", "2019", "may 2019", chance=0.1)
        given += self.maybe("--circle", "inner", "close", "friend", "wider")
        given += self.maybe("--every", "10d", "6 weeks", chance=0.2)
        given += self.maybe("--handle", "mastodon=@ana@example.org", chance=0.1)
        given += self.maybe("--address", "Rua Augusta 1, Lisboa", chance=0.1)
        given += self.maybe("--url", "https://example.org/ana", chance=0.1)
        given += self.maybe("--standing", "active", "paused", "former", "dead", chance=0.1)
        if self.dice.random() < 0.2:
            given += ["--via", self.person()]
        return given

    def add(self):
        name = self.dice.choice(NAMES)
        if self.dice.random() < 0.5:
            name += f" {self.dice.randrange(100)}"
        return ["add", *self.options(), *(["--namesake"] if self.dice.random() < 0.3 else []), "--",
                name]

    def edit(self):
        given = self.options()
        person = self.person()
        for option in ("org", "title", "city", "timezone", "birthday", "met"):
            if self.dice.random() < 0.12:
                given.append(f"--remove-{option}")
        for kind, value in self.look(
                "SELECT kind, value FROM contact_point c JOIN person p ON p.id = c.person"
                f" WHERE p.name = '{person.replace(chr(39), chr(39) * 2)}' LIMIT 2"):
            given += [f"--remove-{kind}", value]
        given += self.maybe("--remove-tag", "climbing", "été", chance=0.2)
        given += self.maybe("--remove-nickname", *NAMES, chance=0.1)
        given += self.maybe("--name", *NAMES, chance=0.2)
        return ["edit", *(given or ["--city", "Oslo"]), "--", person]

    def editor(self):
        change = self.dice.choice(["s/Acme/Ácme/", "s/^name.*/name: Ana Neu/", "s/example/beispiel/",
                                   "/tag/d", "1iwhat is this"])
        return ["edit", "--", self.person()], "", {"EDITOR": f"sed -i '{change}'"}

    def sentence(self):
        a, b = self.person(), self.person()
        return self.dice.choice([
            f"coffee with {a} yesterday", f"lunch with {a} and {b} at {self.dice.choice(PLACES)}",
            f"call with {a}, ping {a} in 3 weeks", f"{a} called, she got promoted",
            f"introduced {a} to {b}", f"dinner with {a} #été, {b} hopes to fly",
            f"walked with {self.dice.choice(NAMES)} on 30 feb", "read a book", f"met {b} at {a}'s"])

    def log(self):
        given = self.maybe("--on", self.day()) + self.maybe("--tag", "work", "été", chance=0.2)
        for _ in range(self.dice.choice([0, 0, 1, 2])):
            given += ["--with", self.person()]
        given += ["--new"] if self.dice.random() < 0.4 else []
        given += ["--unanswered"] if self.dice.random() < 0.1 else []
        given += ["--dry-run"] if self.dice.random() < 0.05 else []
        given += self.maybe("--kind", "coffee", "letter", "my own", chance=0.1)
        given += self.maybe("--at", *PLACES, chance=0.1)
        return ["log", *given, "--", self.sentence()]

    def journal(self):
        return ["log", "-"], "".join(f"{self.sentence()}\n" for _ in range(3)), {}

    def note(self):
        given = self.maybe("--kind", *KINDS, chance=0.7) + self.maybe("--on", self.day())
        return ["note", *given, "--", self.person(), self.dice.choice(WORDS)]

    def remind(self):
        given = ["--on", self.ahead()] + self.maybe("--every", "1m", "2w")
        given += ["--from-them"] if self.dice.random() < 0.2 else []
        return ["remind", *given, "--", self.person(), self.dice.choice(WORDS)]

    def follow_up(self):
        return self.record("follow_up") if self.dice.random() < 0.9 else self.person()

    def open(self):
        """A follow-up, a hope, or a fact that is none."""
        return self.record("fact") if self.dice.random() < 0.4 else self.follow_up()

    def done(self):
        return ["done", *self.maybe("--on", "today", "yesterday", chance=0.2), "--",
                self.open()]

    def snooze(self):
        return ["snooze", "--", self.dice.choice([self.follow_up, self.person])(),
                self.dice.choice(["2w", "2026-12-24", "1m", "soonish"])]

    def drop(self):
        return ["drop", "--", self.open()]

    def link(self):
        return ["link", "--as", self.dice.choice(TIES), *self.maybe("--since", "2019", "may 2020"),
                "--", self.person(), self.person()]

    def unlink(self):
        tied = self.look("SELECT a.name, b.name FROM link l JOIN person a ON a.id = l.a"
                         " JOIN person b ON b.id = l.b ORDER BY l.id")
        a, b = self.dice.choice(tied or [(self.person(), self.person())])
        return ["unlink", *self.maybe("--as", *TIES, chance=0.2), "--", a, b]

    def intro(self):
        given = self.maybe("--on", self.day())
        if self.dice.random() < 0.4:
            given += ["--by", self.person()]
        return ["intro", *given, "--", self.dice.choice([self.person(), "me"]), self.person()]

    def archive(self):
        return ["archive", "--", self.person()]

    def unarchive(self):
        return ["unarchive", "--", self.person()]

    def remove(self):
        what = self.person() if self.dice.random() < 0.5 else self.record(
            "interaction", "fact", "follow_up")
        return ["rm", "--yes", "--", what]

    def bring(self):
        """An import: new files, files again, files of what is here, and files that are none."""
        given = ["--dry-run"] if self.dice.random() < 0.05 else []
        old = [path.name for path in sorted(self.folder.glob("file*"))]
        if old and self.dice.random() < 0.4:
            name = self.dice.choice(old)
        else:
            name = self.dice.choice([self.linkedin, self.csv, self.json, self.exported])()
        format = {"lin": "linkedin", "csv": "csv"}.get(name.split(".")[1], "json")
        return ["import", *given, format, name]

    def linkedin(self):
        rows = [f"{self.dice.choice(NAMES).replace(chr(34), '')},Kim{n},"
                f"https://www.linkedin.com/in/p{n},,{self.dice.choice(['Acme', 'Globex'])},Maker,"
                f"0{n % 9 + 1} Mar 2023\n" for n in self.dice.sample(range(12), 4)]
        return self.file("lin", "First Name,Last Name,URL,Email Address,Company,Position,"
                         "Connected On\n" + "".join(rows))

    def csv(self):
        rows = [f"\"{self.dice.choice(NAMES).replace(chr(34), '')} {n}\",a{n}@example.org,"
                f"{self.dice.choice(PLACES)}\n" for n in self.dice.sample(range(9), 3)]
        if self.dice.random() < 0.1:
            rows.append("\"not closed\n")
        return self.file("csv", "Name,Email,City\n" + "".join(rows))

    def json(self):
        uid = f"01890a5d-0000-7000-8000-{self.dice.randrange(6):012}"
        people = [{"uid": uid, "name": self.dice.choice(NAMES), "tags": ["json"],
                   "introduced_by": None, "circle": self.dice.choice([None, "friend"])}]
        facts = [{"uid": uid.replace("8000-", "9000-"), "person": {"uid": uid, "name": "x"},
                  "kind": "like", "text": self.dice.choice(WORDS), "date": None}]
        met = [{"uid": uid.replace("8000-", "a000-"), "date": "2025-06-01", "kind": "walk",
                "people": [{"uid": uid, "name": "x"}], "mentions": [], "tags": [],
                "text": self.dice.choice(WORDS)}]
        return self.file("json", json.dumps({"format": "kith", "version": 1, "people": people,
                                             "interactions": met, "facts": facts}))

    def exported(self):
        """Everything that is here now: taken in again, later, where some of it has gone."""
        self.files += 1
        return f"file{self.files}.json"  # Trial writes it before the import

    def map(self):
        named = self.look("SELECT id FROM map_community ORDER BY id")
        if not named or self.dice.random() < 0.4:
            return ["map", "--format", "json", "--quiet"]
        return ["map", "--name", str(self.dice.choice(named)[0]), "--",
                self.dice.choice(["Climbing", "Été", ""])]

    def backup(self):
        name = f"copy{self.dice.randrange(9)}.db"
        self.backups.append(name)
        return ["backup", name]

    def restore(self):
        return ["restore", self.dice.choice(self.backups or ["none.db"])]

    def repair(self):
        return [f"sql:DELETE FROM {self.dice.choice(TABLES)}", "doctor", "--repair"]

    def demo(self):
        return ["demo", "--people", "8", "--seed", str(self.dice.randrange(99))]

    def merge(self):
        return ["merge", "--yes", "--", self.person(), self.person()]

    def split(self):
        merged = self.look("SELECT p.name FROM merged_person m JOIN person p ON p.id = m.person"
                           " ORDER BY p.id, m.at")
        return ["split", "--", self.dice.choice(merged)[0] if merged else self.person()]

    def dedupe(self):
        return ["dedupe", "--apply", "0.5"]

    def undo(self):
        return ["undo", *self.dice.choice([[], [], [], ["2"], ["3"], ["0"], ["9999"]])]

    def undo_one(self):
        ids = [id for (id,) in self.look("SELECT id FROM change ORDER BY id DESC LIMIT 12")]
        return ["undo", "--change", str(self.dice.choice(ids or [1]))]

    def redo(self):
        return ["redo", *self.dice.choice([[], [], [], ["2"]])]
