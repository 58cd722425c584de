// Every word that a value has: written, read back, in any case; and the forms of addresses.
#include "support/catch.hpp"
#include <kith/domain/fact.hpp>
#include <kith/domain/follow_up.hpp>
#include <kith/domain/interaction.hpp>
#include <kith/domain/link.hpp>
#include <kith/error.hpp>
#include <kith/store/text_index.hpp>

using namespace kith;
using namespace std::chrono_literals;

namespace {

/// Checks that `values` have the `words`, that each is read back in every case, and that what is
/// nearly one of them is not.
template <class Value, class Read>
void check_words(const std::vector<Value>& values,
                 const std::vector<std::string>& words,
                 Read read) {
  REQUIRE(values.size() == words.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    CAPTURE(words[i]);
    CHECK(to_string(values[i]) == words[i]);
    CHECK(read(words[i]) == values[i]);
    std::string shouted = words[i];
    std::ranges::transform(
        shouted, shouted.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    CHECK(read(shouted) == values[i]);
    CHECK_FALSE(read(words[i] + "s").has_value());
    CHECK_FALSE(read(words[i].substr(0, words[i].size() - 1)).has_value());
  }
  CHECK_FALSE(read("").has_value());
}

std::string comparable_of(ContactKind kind, std::string_view value) {
  return comparable(kind, value);
}

}  // namespace

TEST_CASE("each value's word is read back as that value", "[domain][words]") {
  check_words<Circle>({Circle::inner, Circle::close, Circle::friends, Circle::wider},
                      {"inner", "close", "friend", "wider"},
                      parse_circle);
  check_words<Standing>({Standing::active, Standing::paused, Standing::former, Standing::dead},
                        {"active", "paused", "former", "dead"},
                        parse_standing);
  check_words<Owner>({Owner::me, Owner::them}, {"me", "them"}, parse_owner);
  check_words<FollowUpStatus>({FollowUpStatus::open, FollowUpStatus::done, FollowUpStatus::dropped},
                              {"open", "done", "dropped"},
                              parse_follow_up_status);
  check_words<ContactKind>({ContactKind::email,
                            ContactKind::phone,
                            ContactKind::url,
                            ContactKind::handle,
                            ContactKind::address},
                           {"email", "phone", "url", "handle", "address"},
                           parse_contact_kind);
}

TEST_CASE("kinds of error and of hit are the contract's words", "[domain][words]") {
  CHECK(to_string(ErrorKind::usage) == "usage");
  CHECK(to_string(ErrorKind::not_found) == "not_found");
  CHECK(to_string(ErrorKind::ambiguous) == "ambiguous");
  CHECK(to_string(ErrorKind::bad_input) == "bad_input");
  CHECK(to_string(ErrorKind::conflict) == "conflict");
  CHECK(to_string(ErrorKind::store) == "store");
  CHECK(to_string(HitType::person) == "person");
  CHECK(to_string(HitType::interaction) == "interaction");
  CHECK(to_string(HitType::fact) == "fact");
  CHECK(to_string(HitType::follow_up) == "follow_up");
}

TEST_CASE("each kind a record may have is one word, once, and passes the checks",
          "[domain][words]") {
  const PersonRef ana{PersonId{1}, {}, "Ana"};
  const PersonRef bo{PersonId{2}, {}, "Bo"};
  for (const std::string_view kind : interaction_kinds()) {
    CHECK(checked(Interaction{.date = 2026y / 1 / 1, .kind = std::string{kind}}).kind == kind);
  }
  for (const std::string_view kind : fact_kinds()) {
    CHECK(checked(Fact{.kind = std::string{kind}, .text = "x"}).kind == kind);
  }
  for (const std::string_view kind : link_kinds()) {
    CHECK(checked(Link{.a = ana, .b = bo, .kind = std::string{kind}}).kind == kind);
  }
  for (std::vector<std::string_view> kinds : {interaction_kinds(), fact_kinds(), link_kinds()}) {
    std::ranges::sort(kinds);
    CHECK(std::ranges::adjacent_find(kinds) == kinds.end());
  }
  CHECK(interaction_kinds().back() == "other");
  CHECK(fact_kinds().back() == "other");
}

TEST_CASE("each minute of a day is read as it is written", "[domain][words]") {
  for (auto minute = 0min; minute < 24h; ++minute) {
    REQUIRE(parse_time_of_day(time_of_day(minute)) == minute);
  }
  for (const char* bad : {"-1:00", "1:000", "+1:30", " 1:30", "12:3 ", "99:99", "12:30:00"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_time_of_day(bad).has_value());
  }
}

TEST_CASE("a label is told from a value that has a sign of its own", "[domain][contact]") {
  struct Case {
    const char* text;
    const char* label;
    const char* value;
  };
  const std::vector<Case> cases{{"work=a@b.org", "work", "a@b.org"},
                                {"büro 2=a@b.org", "büro 2", "a@b.org"},
                                {"my_home-2=1=2", "my_home-2", "1=2"},
                                {"=a=b@c.org", "", "a=b@c.org"},
                                {"==x", "", "=x"},
                                {"=", "", ""},
                                {"https://x.org/?q=1", "", "https://x.org/?q=1"},
                                {"a.b=c", "", "a.b=c"},
                                {"+1 555=0", "", "+1 555=0"},
                                {"", "", ""}};
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const ContactPoint point = parse_contact_point(ContactKind::url, one.text);
    CHECK(point.label == one.label);
    CHECK(point.value == one.value);
    CHECK(parse_contact_point(ContactKind::url, to_string(point)) == point);
  }
}

TEST_CASE("a label from elsewhere is made one that can be read back", "[domain][contact]") {
  const std::vector<std::pair<std::string, std::string>> labels{{"Work (old)", "Work old"},
                                                                {"home/office", "home office"},
                                                                {"a=b", "a b"},
                                                                {"* Other", "Other"},
                                                                {"!!!", ""},
                                                                {"Büro №2", "Büro №2"}};
  for (const auto& [label, kept] : labels) {
    CAPTURE(label);
    Person ana{.name = "Ana"};
    ana.contact_points = {{ContactKind::email, "a=b@example.org", label}};
    const ContactPoint point = checked(ana).contact_points.front();
    CHECK(point.label == kept);
    CHECK(parse_contact_point(point.kind, to_string(point)) == point);
  }
}

TEST_CASE("an address has one form for comparing, whatever its spelling", "[domain][contact]") {
  const std::vector<std::tuple<ContactKind, std::string, std::string>> cases{
      {ContactKind::email, "  Ana@EXAMPLE.org ", "ana@example.org"},
      {ContactKind::email, "Jürgen@Müller.example", "jurgen@muller.example"},
      {ContactKind::handle, "@Ana", "ana"},
      {ContactKind::handle, "@ana@social.example", "ana@social.example"},
      {ContactKind::handle, "@@ana", "@ana"},
      {ContactKind::phone, "+49 (0)30 / 12-34", "49301234"},
      {ContactKind::phone, "0049 30 1234", "49301234"},
      {ContactKind::phone, "(0)30 1234", "301234"},
      {ContactKind::phone, "+44(0)(0)20", "44020"},
      {ContactKind::phone, "０３（１２３４）５", "312345"},
      {ContactKind::phone, "000", ""},
      {ContactKind::phone, "call me", ""},
      {ContactKind::url, "HTTPS://WWW.Example.org", "example.org"},
      {ContactKind::url, "example.org/a/b//", "example.org/a/b"},
      {ContactKind::url, "http://example.org/?a=1#b", "example.org"},
      {ContactKind::url, "example.org/in/jos%C3%A9", "example.org/in/jose"},
      {ContactKind::url, "example.org/100%", "example.org/100%"},
      {ContactKind::url, "example.org/%zz", "example.org/%zz"},
      {ContactKind::url, "", ""},
      {ContactKind::address, "1  High   Street", "1 high street"}};
  for (const auto& [kind, value, form] : cases) {
    CAPTURE(value);
    CHECK(comparable_of(kind, value) == form);
  }
}
