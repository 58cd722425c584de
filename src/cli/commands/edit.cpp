// kith edit: changes a person, by options or, without any, in the editor.
#include "cli/commands/edit.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "cli/person_arg.hpp"
#include "cli/person_form.hpp"
#include "cli/person_options.hpp"
#include "cli/process.hpp"
#include "cli/prompt.hpp"
#include "cli/render/present.hpp"
#include "cli/render/report.hpp"
#include "cli/render/show.hpp"
#include <kith/error.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::cli {
namespace {

/// What is to be forgotten.
struct Removals {
  std::vector<std::string> emails{};
  std::vector<std::string> phones{};
  std::vector<std::string> urls{};
  std::vector<std::string> handles{};
  std::vector<std::string> addresses{};
  std::vector<std::string> nicknames{};
  std::vector<std::string> tags{};
  bool org = false;
  bool title = false;
  bool city = false;
  bool timezone = false;
  bool birthday = false;
  bool met = false;
  bool met_on = false;
  bool via = false;
  bool circle = false;
  bool every = false;

  bool operator==(const Removals&) const = default;
};

struct EditOptions {
  std::vector<std::string> who{};
  std::optional<std::string> name{};
  PersonOptions person{};
  Removals removals{};

  bool say_nothing() const { return !name && person == PersonOptions{} && removals == Removals{}; }
};

void declare_removals(Arguments& args, Removals& removals) {
  args.many("--remove-email", removals.emails, "forgets an email", "EMAIL");
  args.many("--remove-phone", removals.phones, "forgets a phone number", "PHONE");
  args.many("--remove-url", removals.urls, "forgets a page", "URL");
  args.many("--remove-handle", removals.handles, "forgets a handle", "HANDLE");
  args.many("--remove-address", removals.addresses, "forgets a postal address", "ADDRESS");
  args.many("--remove-nickname", removals.nicknames, "forgets a nickname", "NICKNAME");
  args.many("--remove-tag", removals.tags, "takes a tag away", "TAG");
  args.flag("--remove-org", removals.org, "forgets where they work");
  args.flag("--remove-title", removals.title, "forgets what they do there");
  args.flag("--remove-city", removals.city, "forgets the city");
  args.flag("--remove-timezone", removals.timezone, "forgets the time zone");
  args.flag("--remove-birthday", removals.birthday, "forgets the birthday");
  args.flag("--remove-met", removals.met, "forgets how you met");
  args.flag("--remove-met-on", removals.met_on, "forgets when you met");
  args.flag("--remove-via", removals.via, "forgets who introduced you");
  args.flag("--remove-circle", removals.circle, "takes them out of their circle");
  args.flag("--remove-every", removals.every, "forgets their own cadence");
}

[[noreturn]] void not_there(const Person& person, const std::string& value) {
  throw NotFoundError(value + ": " + person.name + " has no such thing",
                      "kith show " + person.name + " tells what there is");
}

void remove_points(Person& person, ContactKind kind, const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    const auto gone = std::erase_if(person.contact_points, [&](const ContactPoint& point) {
      return point.kind == kind && same_value(kind, point.value, value);
    });
    if (gone == 0) {
      not_there(person, value);
    }
  }
}

void remove_words(const Person& person,
                  std::vector<std::string>& words,
                  const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    const std::string wanted = text::fold(value.starts_with("#") ? value.substr(1) : value);
    if (std::erase_if(words, [&](const std::string& one) { return text::fold(one) == wanted; }) ==
        0) {
      not_there(person, value);
    }
  }
}

void forget(const Removals& removals, Person& person) {
  remove_points(person, ContactKind::email, removals.emails);
  remove_points(person, ContactKind::phone, removals.phones);
  remove_points(person, ContactKind::url, removals.urls);
  remove_points(person, ContactKind::handle, removals.handles);
  remove_points(person, ContactKind::address, removals.addresses);
  remove_words(person, person.nicknames, removals.nicknames);
  remove_words(person, person.tags, removals.tags);
  if (removals.org) {
    person.set_org("");
  }
  if (removals.title) {
    person.set_title("");
  }
  if (removals.city) {
    person.city.clear();
  }
  if (removals.timezone) {
    person.timezone.clear();
  }
  if (removals.birthday) {
    person.birthday = {};
  }
  if (removals.met) {
    person.met.clear();
  }
  if (removals.met_on) {
    person.met_on = {};
  }
  if (removals.via) {
    person.introduced_by.reset();
  }
  if (removals.circle) {
    person.circle.reset();
  }
  if (removals.every) {
    person.own_cadence.reset();
  }
}

// What becomes of somebody whose standing is another now; empty if that is not all that changed.
std::string standing_remark(Person before, const Person& after) {
  if (std::exchange(before.standing, after.standing) == after.standing) {
    return {};
  }
  before.updated_at = after.updated_at;
  if (before != after) {
    return {};
  }
  switch (after.standing) {
    case Standing::active:
      return "is there again";
    case Standing::paused:
      return "paused; kith snooze PERSON off ends it";
    case Standing::former:
      return "all is kept, and kith is silent about them from now on";
    case Standing::dead:
      return "remembered; all is kept, and kith is silent about them from now on";
  }
  return {};
}

ExitCode save(Context& ctx, const Person& before, const Person& wanted) {
  const Person person = checked(wanted);
  Store& store = ctx.store();
  const auto last_seen = store.people().last_seen(person.id, ctx.clock.today());
  if (person == before) {
    show(ctx, PersonView{before, last_seen, "nothing changed"});
    return ExitCode::ok;
  }
  const Person saved =
      store.write("edit " + before.name, [&] { return store.people().update(person); });
  present(ctx, PersonView{saved, last_seen, standing_remark(before, saved)});
  return ExitCode::ok;
}

enum class Next { again, away, keep };

// What is to become of a form that came back wrong. Where nobody answers, it is kept.
Next ask_what_next(Context& ctx) {
  while (ctx.may_ask()) {
    const auto answer = ask(ctx, "e to edit again, t to throw it away:");
    if (!answer) {
      break;
    }
    if (*answer == "e" || *answer == "t") {
      return *answer == "e" ? Next::again : Next::away;
    }
  }
  return Next::keep;
}

[[noreturn]] void keep_text(EditedFile& file, const Error& wrong) {
  file.keep();
  throw DataError(
      wrong.message(), "your text is kept in " + file.path().string(), wrong.position());
}

// An editor that ends in failure may have saved before, and by then hold much that was typed.
void open_editor(EditedFile& file, const std::string& form) {
  try {
    file.edit();
  } catch (const Error& failed) {
    const std::string text = file.text();
    if (!text.empty() && text != form) {
      keep_text(file, failed);
    }
    throw;
  }
}

ExitCode edit_form(Context& ctx, const Person& before) {
  const std::string form = write_form(before);
  EditedFile file{ctx, "person.txt", form};
  const auto find = [&](std::string_view who) { return resolve_person(ctx, who).ref(); };
  while (true) {
    open_editor(file, form);
    const std::string text = file.text();
    if (text == form) {
      return save(ctx, before, before);
    }
    try {
      return save(ctx, before, read_form(text, before, ctx.clock.today(), find));
    } catch (const Error& wrong) {
      if (ctx.may_ask()) {
        report(ctx, wrong);
      }
      switch (ask_what_next(ctx)) {
        case Next::again:
          break;
        case Next::away:
          return save(ctx, before, before);
        case Next::keep:
          keep_text(file, wrong);
      }
    }
  }
}

ExitCode run_edit(const EditOptions& options, Context& ctx) {
  const Person before = resolve_person(ctx, joined(options.who));
  if (options.say_nothing()) {
    return edit_form(ctx, before);
  }
  Person person = before;
  forget(options.removals, person);
  apply(ctx, options.person, person);
  if (options.name) {
    person.name = *options.name;
  }
  return save(ctx, before, person);
}

}  // namespace

Action declare_edit(Arguments& args) {
  auto options = std::make_shared<EditOptions>();
  args.some("person", options->who, "name, nickname, email, phone or uid");
  args.option("--name", options->name, "a new name");
  declare_person_options(args, options->person);
  declare_removals(args, options->removals);
  return [options](Context& ctx) { return run_edit(*options, ctx); };
}

}  // namespace kith::cli
