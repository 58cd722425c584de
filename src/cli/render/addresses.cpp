// E-mail addresses in the forms that mail programs read.
#include "cli/render/addresses.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "exchange/records.hpp"
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

/// What stands beside the name: "work, Acme". A blank where there is nothing, as mutt's own scripts
/// have it: a line has three columns.
std::string more(const Address& address) {
  const std::string words =
      address.label + (address.label.empty() || address.org.empty() ? "" : ", ") + address.org;
  return words.empty() ? " " : words;
}

void write_line(std::ostream& out, std::initializer_list<std::string> columns) {
  bool first = true;
  for (const std::string& column : columns) {
    out << (first ? "" : "\t") << text::printable(column);
    first = false;
  }
  out << '\n';
}

}  // namespace

void show(Context& ctx, const AddressesView& view) {
  if (ctx.settings.json) {
    JsonArray array{ctx.out};
    for (const Address& address : view.addresses) {
      array.add({{"email", address.email},
                 {"label",
                  address.label.empty() ? nlohmann::ordered_json(nullptr)
                                        : nlohmann::ordered_json(address.label)},
                 {"person", exchange::to_json(address.person)},
                 {"org",
                  address.org.empty() ? nlohmann::ordered_json(nullptr)
                                      : nlohmann::ordered_json(address.org)}});
    }
    array.finish();
    return;
  }
  const std::size_t count = view.addresses.size();
  if (view.format == AddressFormat::mutt) {
    ctx.out << (count == 0
                    ? fmt::format("{}: nobody with an e-mail address", text::printable(view.query))
                    : fmt::format("{} {}", count, count == 1 ? "address" : "addresses"))
            << '\n';
  }
  for (const Address& one : view.addresses) {
    if (view.format == AddressFormat::tsv) {
      write_line(ctx.out,
                 {one.email, one.person.name, one.label, one.org, to_string(one.person.uid)});
    } else {
      write_line(ctx.out, {one.email, one.person.name, more(one)});
    }
  }
}

}  // namespace kith::cli
