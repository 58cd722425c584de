// The neutral contact document: what any file says about one person, before it is anybody's.
// Every format is read into it, so that matching, updating and reporting are written once.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/person.hpp>
#include <kith/domain/uid.hpp>

namespace kith::exchange {

/// A name in parts, as formats that part it give it.
struct NameParts {
  std::string prefix{};
  std::string given{};
  std::string middle{};
  std::string family{};
  std::string suffix{};
  bool operator==(const NameParts&) const = default;

  /// The parts in the order in which a Western name is written; empty if all are. A suffix such as
  /// "PhD" or "Jr." follows after a comma.
  std::string display() const;
};

/// What a document may speak about; see ContactDocument::final_on.
enum class Field { employment, city, timezone, birthday, met, met_on };

struct ContactDocument {
  /// What names the person at the source (a URL, an id), best first. The first is what is
  /// remembered; the others find people who were remembered under them, provided the source called
  /// them by the same name then.
  std::vector<std::string> keys{};
  bool key_is_identity = false;  ///< another key at the same source is certainly another person
  std::optional<Uid> uid{};      ///< a uid of kith's own, from a file that kith wrote
  std::size_t line = 0;          ///< where in the file it begins; 0 if that means nothing there

  std::string name{};
  std::vector<std::string> nicknames{};
  std::vector<ContactPoint> contact_points{};
  std::vector<Membership> memberships{};
  std::string city{};
  std::string timezone{};
  PartialDate birthday{};
  std::string met{};
  PartialDate met_on{};
  std::string introduced_by{};  ///< a name
  std::optional<Circle> circle{};
  std::optional<Cadence> cadence{};
  std::vector<std::string> tags{};
  std::optional<Standing> standing{};
  std::optional<bool> archived{};
  std::vector<std::string> notes{};  ///< each becomes a fact

  /// Fields on which the source has the last word: where it said something before and says nothing
  /// now, that is news. Elsewhere silence means nothing.
  std::set<Field> final_on{};
};

/// Something that a reader or the importer has to say about one place of a file.
struct Remark {
  enum class Kind {
    skipped,   ///< this did not come in
    repeated,  ///< it was there already, further up in the same file
    warning    ///< it came in, but not all of it, or not as it stood
  };
  Kind kind = Kind::warning;
  std::size_t line = 0;  ///< 0 if it is about the whole file
  std::string name{};    ///< whom it is about; may be empty
  std::string why{};
  bool operator==(const Remark&) const = default;
};

/// skipped, repeated, warning
std::string_view word(Remark::Kind kind);

/// Takes what a reader finds, as it finds it.
class DocumentSink {
 public:
  virtual ~DocumentSink() = default;
  virtual void take(const ContactDocument& document) = 0;
  virtual void remark(Remark remark) = 0;
};

}  // namespace kith::exchange
