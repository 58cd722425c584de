// A card brought up to what is true: what still holds stays as it stands.
#include <sstream>

#include "support/catch.hpp"
#include "support/imports.hpp"

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

Card card_of(const std::string& lines, const std::string& version = "3.0") {
  std::istringstream in("BEGIN:VCARD\nVERSION:" + version + "\n" + lines + "END:VCARD\n");
  return CardReader(in).next().value();
}

/// Ana as the cards here know her.
CardSubject ana() {
  CardSubject subject{.person = {.name = "Ana Lim"}};
  subject.person.uid = parse_uid("019347f4-8d2a-7c3b-9e1f-0a2b3c4d5e6f").value();
  return subject;
}

/// The card that comes of it, without what frames every card.
Lines patch(const std::string& lines,
            const CardSubject& subject,
            CardDetail detail = CardDetail::portable) {
  const Card base = card_of("UID:1\nPRODID:x\n" + lines);
  Lines out;
  for (const ContentLine& line : patched(base, subject, CardVersion::v3_0, detail).lines) {
    if (line.name != "UID" && line.name != "PRODID" && line.name != "REV") {
      out.push_back(to_text(line));
    }
  }
  return out;
}

const Lines kName{"FN:Ana Lim", "N:Lim;Ana;;;"};

Lines with_name(const Lines& more) {
  Lines all = kName;
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

TEST_CASE("patch: a card that holds is the same, byte for byte", "[vcard][patch]") {
  CardSubject subject = ana();
  subject.person.contact_points = {{ContactKind::phone, "+1 555 0100", "boat"},
                                   {ContactKind::email, "ana@example.org", "work"},
                                   {ContactKind::address, "1 Pier, Whitby, YO21 1XX", "home"}};
  subject.person.city = "Whitby";
  subject.person.memberships = {{.org = "Acme", .title = "CTO"}};
  subject.person.birthday = PartialDate({}, 5, 14);
  subject.person.tags = {"Book-Club", "climbing"};
  subject.facts = {{.text = "likes tea"}, {.text = "no nuts"}};
  const Card card = card_of(
      "UID:1\nPRODID:someone\nitem1.tel;type=pref:+1-555-0100\nitem1.X-ABLABEL:Boat\nFN:Ana Lim\n"
      "N:Lim;Ana;Maria;Dr.;\nEMAIL;type=INTERNET;type=WORK:ANA@example.org\n"
      "ADR;TYPE=HOME:;;1 Pier;Whitby;;YO21 1XX;\nORG:Acme;Research\nTITLE:CTO\nROLE:Head\n"
      "BDAY:--0514\nCATEGORIES:Book Club,climbing\nNOTE:likes tea\\n\\nno nuts\n"
      "PHOTO;ENCODING=b:AAAA\nX-SHOE;SIZE=38:a\\,b;c\nREV:2020-01-01T00:00:00Z\n");
  CHECK(patched(card, subject, CardVersion::v3_0, CardDetail::portable) == card);
  CHECK(is_up_to_date(card, subject, CardDetail::portable));
}

TEST_CASE("patch: a new value takes the old one's place, and its parameters", "[vcard][patch]") {
  CardSubject subject = ana();
  subject.person.contact_points = {{ContactKind::phone, "+1 555 0199", "work"}};
  CHECK(patch("TEL;TYPE=WORK,VOICE;X-A=1:+1 555 0100\nFN:Ana Lim\nN:Lim;Ana;;;\n", subject) ==
        Lines{"TEL;TYPE=WORK,VOICE;X-A=1:+1 555 0199", "FN:Ana Lim", "N:Lim;Ana;;;"});
}

TEST_CASE("patch: a new name brings new parts", "[vcard][patch]") {
  CHECK(patch("FN:Anna Lim\nN:Lim;Anna;;;\nX-PHONETIC:e\n", ana()) ==
        Lines{"FN:Ana Lim", "N:Lim;Ana;;;", "X-PHONETIC:e"});
}

TEST_CASE("patch: what is no longer so goes, with its label", "[vcard][patch]") {
  CHECK(patch("FN:Ana Lim\nN:Lim;Ana;;;\nitem1.TEL:1\nitem1.X-ABLabel:boat\nBDAY:19800322\n"
              "TITLE:CTO\nCATEGORIES:a,b\nNICKNAME:Anni\nNOTE:x\nTZ:Europe/Berlin\n"
              "item2.X-ABRELATEDNAMES:Ben\nitem2.X-ABLabel:friend\n",
              ana()) == kName);
}

TEST_CASE("patch: of a list, what holds stays in its property", "[vcard][patch]") {
  CardSubject subject = ana();
  subject.person.tags = {"b", "c"};
  subject.person.nicknames = {"Anni"};
  CHECK(patch("FN:Ana Lim\nN:Lim;Ana;;;\nCATEGORIES;X-A=1:a,b\nNICKNAME:Anni\n", subject) ==
        with_name({"CATEGORIES;X-A=1:b,c", "NICKNAME:Anni"}));
}

TEST_CASE("patch: a card has one note", "[vcard][patch]") {
  CardSubject subject = ana();
  subject.facts = {{.text = "likes tea"}, {.text = "no nuts"}};
  CHECK(patch("FN:Ana Lim\nN:Lim;Ana;;;\nNOTE:likes tea\n", subject) ==
        with_name({"NOTE:likes tea\\n\\nno nuts"}));
  CHECK(patch("FN:Ana Lim\nN:Lim;Ana;;;\nNOTE;LANGUAGE=en:something else\n", subject) ==
        with_name({"NOTE;LANGUAGE=en:likes tea\\n\\nno nuts"}));
}

TEST_CASE("patch: only what kith may tell goes into a portable card", "[vcard][patch]") {
  CardSubject subject = ana();
  subject.person.circle = Circle::close;
  subject.facts = {{.kind = "health", .text = "a secret"}};
  CHECK(patch("FN:Ana Lim\nN:Lim;Ana;;;\n", subject) == kName);
  CHECK(patch("FN:Ana Lim\nN:Lim;Ana;;;\n", subject, CardDetail::everything) ==
        with_name({"X-KITH-FACT;KIND=health:a secret", "X-KITH-CIRCLE:close"}));
}

TEST_CASE("patch: a number under two labels stays under both", "[vcard][patch]") {
  CardSubject subject = ana();
  subject.person.contact_points = {{ContactKind::phone, "1", "home"}};
  CHECK(patch("FN:Ana Lim\nN:Lim;Ana;;;\nTEL;TYPE=HOME:1\nTEL;TYPE=WORK:1\n", subject) ==
        with_name({"TEL;TYPE=HOME:1", "TEL;TYPE=WORK:1"}));
  subject.person.contact_points[0].label = "boat";
  CHECK(patch("FN:Ana Lim\nN:Lim;Ana;;;\nTEL;TYPE=HOME:1\n", subject) ==
        with_name({"item1.TEL:1", "item1.X-ABLabel:boat"}));
}

TEST_CASE("patch: a birthday takes the place of one that cannot be read", "[vcard][patch]") {
  CardSubject subject = ana();
  CHECK(patch("FN:Ana Lim\nN:Lim;Ana;;;\nBDAY:in spring\n", subject) ==
        with_name({"BDAY:in spring"}));
  subject.person.birthday = PartialDate(1980y / 3 / 22);
  CHECK(patch("FN:Ana Lim\nN:Lim;Ana;;;\nBDAY:in spring\n", subject) ==
        with_name({"BDAY:1980-03-22"}));
}

TEST_CASE("patch: ties to cards that kith has not stay, others follow the links",
          "[vcard][patch]") {
  CardSubject subject = ana();
  const Uid ben = parse_uid("019347f4-8d2a-7c3b-9e1f-0a2b3c4d5e70").value();
  subject.links = {{.a = {.id = PersonId{1}, .uid = subject.person.uid, .name = "Ana Lim"},
                    .b = {.id = PersonId{2}, .uid = ben, .name = "Ben Ray"},
                    .kind = "friend"}};
  subject.person.id = PersonId{1};
  subject.known_keys = {{"ben", ben}, {"cleo", Uid{}}};
  CHECK(patch("FN:Ana Lim\nN:Lim;Ana;;;\nRELATED;TYPE=friend:urn:uuid:ben\n"
              "RELATED;TYPE=friend:urn:uuid:cleo\nRELATED;TYPE=friend:urn:uuid:nobody\n",
              subject) ==
        with_name({"RELATED;TYPE=friend:urn:uuid:ben", "RELATED;TYPE=friend:urn:uuid:nobody"}));
}

TEST_CASE("patch: a new group takes a name that is free", "[vcard][patch]") {
  CardSubject subject = ana();
  subject.person.contact_points = {{ContactKind::phone, "+1 555 0100", "boat"}};
  CHECK(patch("FN:Ana Lim\nN:Lim;Ana;;;\nitem1.X-ODD:1\n", subject) ==
        with_name({"item1.X-ODD:1", "item2.TEL:+1 555 0100", "item2.X-ABLabel:boat"}));
}

TEST_CASE("patch: another city comes before the address that has the old one", "[vcard][patch]") {
  CardSubject subject = ana();
  subject.person.contact_points = {{ContactKind::address, "1 Pier, Whitby, YO21 1XX", "home"}};
  subject.person.city = "Leeds";
  const Card card = patched(card_of("ADR;TYPE=HOME:;;1 Pier;Whitby;;YO21 1XX;\n"),
                            subject,
                            CardVersion::v3_0,
                            CardDetail::portable);
  const ContactDocument document = document_of(card);
  CHECK(document.city == "Leeds");
  CHECK(document.contact_points == subject.person.contact_points);
}

TEST_CASE("patch: 2.1 becomes 3.0, and its types keep their meaning", "[vcard][patch]") {
  CardSubject subject = ana();
  subject.person.contact_points = {{ContactKind::phone, "1", "work mobile"}};
  const Card card = patched(card_of("N:Lim;Ana\nTEL;WORK;CELL:1\n", "2.1"),
                            subject,
                            CardVersion::v3_0,
                            CardDetail::portable);
  CHECK(card.version == CardVersion::v3_0);
  CHECK(to_text(*card.find("TEL")) == "TEL;TYPE=WORK,CELL:1");
}

TEST_CASE("patch: REV moves with the card, and only then", "[vcard][patch]") {
  CardSubject subject = ana();
  subject.person.updated_at = Instant{std::chrono::sys_days{2026y / 3 / 20}};
  const Card card = card_of("UID:1\nPRODID:x\nFN:Ana Lim\nN:Lim;Ana;;;\nREV:2020-01-01\n");
  CHECK(patched(card, subject, CardVersion::v3_0, CardDetail::portable) == card);
  subject.person.city = "Bern";
  const Card now = patched(card, subject, CardVersion::v3_0, CardDetail::portable);
  CHECK(now.find("REV")->value == "20260320T000000Z");
}

TEST_CASE("patch: birthdays in every part, in either version", "[vcard][patch]") {
  const auto [date, v3, v4] = GENERATE(table<PartialDate, std::string, std::string>(
      {{PartialDate(1980y / 3 / 22), "BDAY:1980-03-22", "BDAY:19800322"},
       {PartialDate({}, 2, 29), "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "BDAY:--0229"},
       {PartialDate({1980}, 3, {}), "BDAY;VALUE=text:1980-03", "BDAY:1980-03"},
       {PartialDate({1980}, {}, {}), "BDAY;VALUE=text:1980", "BDAY:1980"}}));
  CardSubject subject = ana();
  subject.person.birthday = date;
  const auto written = [&](CardVersion version) {
    return patched({}, subject, version, CardDetail::portable);
  };
  CHECK(to_text(*written(CardVersion::v3_0).find("BDAY")) == v3);
  CHECK(to_text(*written(CardVersion::v4_0).find("BDAY")) == v4);
  CHECK(document_of(written(CardVersion::v3_0)).birthday == date);
  CHECK(document_of(written(CardVersion::v4_0)).birthday == date);
}

TEST_CASE("patch: names have the parts that they most likely have", "[vcard][patch]") {
  const auto [name, parts] =
      GENERATE(table<std::string, std::string>({{"Ana", "N:;Ana;;;"},
                                                {"Ana Maria Lim", "N:Lim;Ana;Maria;;"},
                                                {"Łukasz de la Cruz", "N:de la Cruz;Łukasz;;;"},
                                                {"Omar al Masri", "N:al Masri;Omar;;;"},
                                                {"王伟", "N:王;伟;;;"},
                                                {"김민준", "N:김;민준;;;"},
                                                {"たろう", "N:;たろう;;;"},
                                                {"Ana Lim, PhD", "N:Lim;Ana;;;PhD"}}));
  CardSubject subject = ana();
  subject.person.name = name;
  CHECK(to_text(*patched({}, subject, CardVersion::v3_0, CardDetail::portable).find("N")) == parts);
}

}  // namespace
}  // namespace kith::exchange
