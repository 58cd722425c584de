// kith add: a person whom you know.
#include "cli/commands/add.hpp"

#include <memory>

#include "cli/person_options.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include "cli/render/text.hpp"
#include <kith/error.hpp>
#include <kith/store/name_index.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::cli {
namespace {

struct AddOptions {
  std::vector<std::string> name{};
  PersonOptions person{};
  bool namesake = false;
};

[[noreturn]] void refuse(Store& store, const std::string& what, const PersonRef& there) {
  const std::string told = distinguishing(store.people().get(there.id));
  throw ConflictError(what + (told.empty() ? "" : " (" + told + ")"),
                      "kith edit changes them; --namesake adds somebody else all the same");
}

// The same person twice is the commonest way in which such a list decays.
void refuse_double(Store& store, const Person& draft) {
  for (const PersonRef& there : store.names().with_name(draft.name)) {
    refuse(store, there.name + ": is there already", there);
  }
  for (const ContactPoint& point : draft.contact_points) {
    if (point.kind == ContactKind::url || point.kind == ContactKind::address) {
      continue;  // shared by a family or a firm
    }
    for (const PersonRef& there : store.names().with_contact(point.kind, point.value)) {
      refuse(store, point.value + ": belongs to " + there.name, there);
    }
  }
}

ExitCode run_add(const AddOptions& options, Context& ctx) {
  Person draft{.name = joined(options.name)};
  apply(ctx, options.person, draft);
  draft = checked(draft);
  Store& store = ctx.store();
  const Person saved = store.write("add " + draft.name, [&] {
    if (!options.namesake) {
      refuse_double(store, draft);
    }
    return store.people().add(draft);
  });
  present(ctx, PersonView{.person = saved});
  return ExitCode::ok;
}

}  // namespace

Action declare_add(Arguments& args) {
  auto options = std::make_shared<AddOptions>();
  args.some("name", options->name, "the name under which you know them");
  declare_person_options(args, options->person);
  args.flag("--namesake", options->namesake, "add them even if the name or address is taken");
  return [options](Context& ctx) { return run_add(*options, ctx); };
}

}  // namespace kith::cli
