// What a property says, in the words in which a person is compared with it.
#include <utility>

#include "exchange/vcard_properties.hpp"
#include "exchange/vcard_wishes.hpp"
#include <kith/text/fold.hpp>

namespace kith::exchange {

std::vector<Wish> said_by(const PropertyReader& reader, const ContentLine& line) {
  Findings findings;
  reader.read(line, findings);
  std::vector<Wish> said;
  const auto say = [&](std::string_view subject, std::string value) {
    if (!value.empty()) {
      said.push_back({.subject = std::string(subject), .value = std::move(value)});
    }
  };
  const ContactDocument& document = findings.document;
  for (const ContactPoint& point : document.contact_points) {
    say(to_string(point.kind), comparable(point.kind, point.value));
    if (!said.empty()) {
      said.back().label = point.label;
    }
  }
  say("city", text::fold(findings.city));
  for (const std::string& nickname : document.nicknames) {
    say("nickname", text::fold(nickname));
  }
  for (const Employment& org : findings.organisations) {
    say("org", org.text);
  }
  for (const Employment& title : findings.titles) {
    say("title", title.text);
  }
  say("birthday", to_string(document.birthday));
  say("timezone", document.timezone);
  for (const std::string& tag : document.tags) {
    say("tag", text::fold(tag));
  }
  for (const Told& told : document.told) {
    if (told.kind == "anniversary" && told.date) {
      say("anniversary", to_string(*told.date));
    } else if (told.date) {
      say("day", to_string(*told.date));
    }
  }
  for (const Relation& relation : document.relations) {
    say("relation", relation.name.empty() ? relation.key : text::fold(relation.name));
    if (!said.empty()) {
      said.back().text = relation.key;
    }
  }
  if (line.name.starts_with("X-KITH-")) {
    const bool has_parameters = line.name == "X-KITH-FACT" || line.name == "X-KITH-MEMBERSHIP";
    say(line.name == "X-KITH-FACT"         ? "fact"
        : line.name == "X-KITH-MEMBERSHIP" ? "membership"
                                           : text::fold(line.name.substr(7)),
        has_parameters ? to_text(line) : unescaped(line.value));
  }
  return said;
}

}  // namespace kith::exchange
