// E-mail addresses in the forms that mail programs read.
#pragma once

#include <string_view>
#include <vector>

#include "cli/context.hpp"
#include <kith/agenda/addresses.hpp>

namespace kith::cli {

enum class AddressFormat {
  mutt,  ///< a line for people first, then address, name and more, parted by tabs
  aerc,  ///< the same without the first line
  tsv    ///< address, name, label, organisation and uid, parted by tabs
};

struct AddressesView {
  std::string_view query{};
  AddressFormat format = AddressFormat::mutt;
  std::vector<Address> addresses{};
};

/// A line an address; nothing in a name can end a line or a column.
void show(Context& ctx, const AddressesView& view);

}  // namespace kith::cli
