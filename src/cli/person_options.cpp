// What can be said of a person on the command line.
#include "cli/person_options.hpp"

#include "cli/person_arg.hpp"
#include <kith/error.hpp>
#include <kith/text/clean.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

void add_points(Person& person, ContactKind kind, const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    if (text::clean_line(value).empty()) {
      throw DataError("--" + std::string{to_string(kind)} + ": is empty");
    }
    person.add_point(parse_contact_point(kind, value));
  }
}

void replace(std::string& field, const std::optional<std::string>& value) {
  if (value) {
    field = *value;
  }
}

}  // namespace

void declare_person_options(Arguments& args, PersonOptions& options) {
  args.many("--email", options.emails, "an email, 'work=ana@example.org' to label it");
  args.many("--phone", options.phones, "a phone number");
  args.many("--url", options.urls, "a page of theirs");
  args.many("--handle", options.handles, "a name on some service, 'mastodon=@ana@example.org'");
  args.many("--address", options.addresses, "a postal address");
  args.many("--nickname", options.nicknames, "what else they are called");
  args.option("--org", options.org, "where they work or belong");
  args.option("--title", options.title, "what they do there");
  args.option("--city", options.city, "where they live");
  args.option("--timezone", options.timezone, "Europe/Lisbon", "ZONE");
  args.option("--birthday", options.birthday, "1990-05-03, or 'may 3' without the year", "DATE");
  args.option("--met", options.met, "how you met", "TEXT");
  args.option("--met-on", options.met_on, "when you met: 2019, 'may 2019', 2019-05-03", "DATE");
  args.option("--via", options.via, "who introduced you", "PERSON");
  args.choice("--circle", options.circle, {"inner", "close", "friend", "wider"}, "how close");
  args.option("--every", options.every, "how long to go at most without being in touch", "SPAN");
  args.many("--tag", options.tags, "a word to find them by");
  args.choice("--standing",
              options.standing,
              {"active", "paused", "former", "dead"},
              "all but active are never due");
}

void apply(Context& ctx, const PersonOptions& options, Person& person) {
  const Date today = ctx.clock.today();
  add_points(person, ContactKind::email, options.emails);
  add_points(person, ContactKind::phone, options.phones);
  add_points(person, ContactKind::url, options.urls);
  add_points(person, ContactKind::handle, options.handles);
  add_points(person, ContactKind::address, options.addresses);
  for (const std::string& nickname : options.nicknames) {
    if (text::clean_line(nickname).empty()) {
      throw DataError("--nickname: is empty");
    }
    person.add_nickname(nickname);
  }
  for (const std::string& tag : options.tags) {
    person.add_tag(tag);
  }
  if (options.org) {
    person.set_org(*options.org);
  }
  if (options.title) {
    person.set_title(*options.title);
  }
  replace(person.city, options.city);
  replace(person.timezone, options.timezone);
  replace(person.met, options.met);
  if (options.birthday) {
    person.birthday = parse_partial_date(*options.birthday, today);
  }
  if (options.met_on) {
    person.met_on = parse_partial_date(*options.met_on, today);
  }
  if (options.via) {
    person.introduced_by = resolve_person(ctx, *options.via).ref();
  }
  if (options.circle) {
    person.circle = parse_circle(*options.circle);
  }
  if (options.every) {
    person.own_cadence = Cadence{parse_span(*options.every)};
  }
  if (options.standing) {
    person.standing = *parse_standing(*options.standing);
  }
  keep_tracking(person, today);
}

void keep_tracking(Person& person, Date today) {
  if (!person.cadence()) {
    person.tracked_since.reset();
  } else if (!person.tracked_since) {
    person.tracked_since = today;
  }
}

}  // namespace kith::cli
