"""Invented people by the ten thousand, the same each time: for the benchmarks of dedupe and query.

Given and family names are as unevenly spread as real ones (the n-th most common one is borne 1/n as
often), so that a few names are borne by many and most by hardly anybody.
"""
import itertools
import random

GIVEN = """Anna Maria John Thomas Michael David Peter Paul Daniel Robert James William Mark Andrew
Susan Elizabeth Laura Julia Sarah Lisa Emma Sophie Martin Stefan Andreas Christian Alexander Nina Eva
Katherine Margaret Jennifer Patricia Linda Barbara Richard Joseph Charles Christopher Matthew Anthony
Steven Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric
Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Raymond Patrick Jack Dennis
Jörg Jürgen Günther Björn Søren Håkan Åsa Zoë Chloé André René José María Lucía Sofía Martín Tomás Iván
Olga Natalia Tatiana Ekaterina Dmitri Sergei Mikhail Vladimir Aleksandr Aisha Fatima Omar Yusuf Ahmed
Hassan Layla Noor Amir Priya Ravi Arjun Ananya Rohan Deepa Wei Min Hana Yuki Kenji Haruto Sakura Minh
Linh Thu Chidi Amara Ngozi Kofi Ama Kwame Zanele Thabo Lerato Wanjiru Otieno Malik Giulia Marco Luca
Chiara Francesca Alessandro Matteo Jan Piotr Agnieszka Katarzyna Małgorzata Tomasz Ewa Zofia Ola Freya
Signe Astrid Ingrid Lars Nils Erik Gustav Elin Maja Tuomas Aino Mika Kaisa Eero Janos Zsofia Bence Réka
Pavel Jana Petra Zuzana Marek Lenka Ioana Andrei Mihai Elena Georgi Desislava Nikos Eleni Yannis""".split()
FAMILY = """Smith Müller Garcia Jones Schmidt Martin Brown Nowak Rossi Silva Andersson Hansen Johnson
Williams Miller Davis Wilson Anderson Taylor Moore Jackson White Harris Thompson Robinson Clark Lewis
Walker Hall Allen Young King Wright Lopez Hill Scott Green Adams Baker Nelson Carter Mitchell Perez
Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Murphy Cook Rogers Meyer
Weber Schulz Wagner Becker Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz
Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Maier Fuchs Kaiser Jansen
Larsen Nielsen Olsen Eriksson Lindqvist Virtanen Korhonen Dubois Moreau Lefèvre Girard Bonnet Ferrari
Bianchi Romano Ricci Santos Pereira Costa Oliveira Kowalski Wiśniewski Zieliński Novák Svoboda Horvath
Nagy Popescu Ivanov Petrov Sokolov Kim Lee Park Chen Wang Zhang Liu Nguyen Tran Tanaka Sato Suzuki Khan
Patel Singh Sharma Gupta Hassan Ali Okafor Mensah Ndiaye Diallo""".split()
SYLLABLES = """ba be bor bra cal car da del dor el far fel gar gor hal har hol il jar kal kar kel kor
la lan len lo mar mel mor na nel nor ol or pal per por ra rel ros sal sel sor ta tel tor va vel vor wal
wen wil zan zel""".split()
ORGS = ["Northwind", "Acme", "Blue Harbor", "Kestrel Labs", "Ostrava Steel", "Fjord Systems", "Quill Press"]
CITIES = """London Berlin Paris Madrid Lisbon Oslo Vienna Prague Warsaw Rome Dublin Zurich Lund Ghent
Porto Bergen Graz Brno Turin Cork Basel Leeds Bremen Lyon Seville Braga Linz Gdansk Pisa Galway""".split()
TITLES = ["Engineer", "Designer", "Researcher", "Editor", "Nurse", "Founder", "Teacher", "Analyst"]
PLAIN = str.maketrans({"ö": "o", "ü": "u", "ä": "a", "ø": "o", "å": "a", "é": "e", "è": "e", "ë": "e",
                       "í": "i", "á": "a", "ó": "o", "ú": "u", "ł": "l", "ś": "s", "ń": "n", "ß": "ss",
                       "Å": "A", "ñ": "n", " ": "", "'": "", "-": ""})


class Inventor:
    """People out of a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        families = list(FAMILY)
        while len(families) < 4000:
            families.append("".join(self.random.choices(SYLLABLES, k=self.random.choice([2, 3, 3]))
                                    ).capitalize() + self.random.choice(["", "son", "ski", "er", "i"]))
        self.families = list(dict.fromkeys(families))
        self.orgs = ORGS + [f"{family} {kind}" for family in self.families[300:1100]
                            for kind in ("Ltd", "Group")]
        self.weights = {}
        self.taken = set()

    def uneven(self, values):
        """One of `values`, the n-th about 1/n as often as the first."""
        key = id(values)
        if key not in self.weights:
            self.weights[key] = list(itertools.accumulate(1 / (place + 20) for place in range(len(values))))
        return self.random.choices(values, cum_weights=self.weights[key])[0]

    def chance(self, share):
        return self.random.random() < share

    def phone(self):
        return f"+{self.random.choice([1, 44, 49, 33])} {self.random.randrange(200, 999)} " \
               f"{self.random.randrange(1000000, 9999999)}"

    def birthday(self):
        return f"{self.random.randrange(1945, 2005)}-{self.random.randrange(1, 13):02}-" \
               f"{self.random.randrange(1, 29):02}"

    def email(self, given, family, place, number):
        """An address that nobody else has: that much is true of all of them."""
        local = f"{given}.{family}".translate(PLAIN).lower()
        address = f"{local}{number if self.chance(0.4) else ''}@{place}"
        if address in self.taken:
            address = f"{local}.{len(self.taken)}@{place}"
        self.taken.add(address)
        return address

    def person(self, number):
        """As complete as an address book is: hardly ever."""
        given, family = self.uneven(GIVEN), self.uneven(self.families)
        org = self.uneven(self.orgs)
        site = org.translate(PLAIN).lower() + ".example"
        person = {"given": given, "family": family, "name": f"{given} {family}", "emails": [],
                  "phones": [], "org": org if self.chance(0.7) else "", "city": "", "title": "",
                  "birthday": ""}
        if self.chance(0.5):
            person["emails"].append(self.email(given, family, "gmail.com", number))
        if person["org"] and self.chance(0.4):
            person["emails"].append(self.email(given, family, site, number))
        if self.chance(0.5):
            person["phones"].append(self.phone())
        if self.chance(0.5):
            person["city"] = self.uneven(CITIES)
        if person["org"] and self.chance(0.6):
            person["title"] = self.uneven(TITLES)
        if self.chance(0.3):
            person["birthday"] = self.birthday()
        return person
