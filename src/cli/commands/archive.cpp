// kith archive: puts a person away.
#include "cli/commands/archive.hpp"

#include <memory>

#include "cli/person_arg.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/error.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::cli {

Action declare_archive(Arguments& args) {
  auto who = std::make_shared<std::vector<std::string>>();
  args.some("person", *who, "name, nickname, email, phone or uid");
  return [who](Context& ctx) {
    Person person = resolve_person(ctx, joined(*who));
    if (person.archived) {
      throw ConflictError(person.name + ": is archived already");
    }
    person.archived = true;
    Store& store = ctx.store();
    const PersonView view = store.write("archive " + person.name, [&] {
      const Person saved = store.people().update(person);
      return PersonView{saved, store.people().last_seen(saved.id, ctx.clock.today()), "archived"};
    });
    present(ctx, view);
    return ExitCode::ok;
  };
}

}  // namespace kith::cli
