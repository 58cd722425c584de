// A person as plain, commented text, one `key: value` a line, for the editor and back.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <kith/domain/person.hpp>

namespace kith::cli {

/// The form of `person`, with an empty line for what is not known yet.
std::string write_form(const Person& person);

/// `before` as `form` wants it. `find` looks a PERSON up. Throws DataError with the line that is
/// wrong, and what `find` throws, as a DataError with its line.
Person read_form(std::string_view form,
                 const Person& before,
                 Date today,
                 const std::function<PersonRef(std::string_view)>& find);

}  // namespace kith::cli
