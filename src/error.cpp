// The words for the kinds of error.
#include <kith/error.hpp>

namespace kith {

std::string_view to_string(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return "usage";
    case ErrorKind::not_found:
      return "not_found";
    case ErrorKind::ambiguous:
      return "ambiguous";
    case ErrorKind::bad_input:
      return "bad_input";
    case ErrorKind::conflict:
      return "conflict";
    case ErrorKind::store:
      return "store";
  }
  return "internal";
}

}  // namespace kith
