// The neutral contact document: what any file says about one person, before it is anybody's.
// Every format is read into it, so that matching, updating and reporting are written once.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/follow_up.hpp>
#include <kith/domain/interaction.hpp>
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

/// Something a source tells about a person: it becomes a fact, once.
struct Told {
  std::string text{};
  std::string kind = "other";
  std::optional<Date> date{};
  bool operator==(const Told&) const = default;
};

/// Somebody whom a source ties to a person.
struct Relation {
  std::string kind = "knows";  ///< of the link
  std::string word{};          ///< the source's own: "spouse", "manager"
  std::string name{};          ///< may be empty where there is a key
  std::string key{};           ///< what names them at the source; may be empty
  bool operator==(const Relation&) const = default;
};

/// What a document may speak about; see ContactDocument::final_on.
enum class Field { employment, city, timezone, birthday, met, met_on };

struct ContactDocument {
  /// What names the person at the source (a URL, an id), best first. The first is what is
  /// remembered; the others find people who were remembered under them, provided the source called
  /// them by the same name then.
  std::vector<std::string> keys{};
  bool key_is_identity = false;  ///< another key at the same source is certainly another person
  bool key_parts_file = false;   ///< another key in the same file is certainly another person
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
  std::vector<Told> told{};
  /// A tie where the name or key is one person's; else a fact of kind family or other.
  std::vector<Relation> relations{};
  /// What kith has no place for, as unfolded vCard lines: kept with the origin, so that it goes out
  /// again. Needs a key.
  std::vector<std::string> kept{};
  /// The names of the properties among them that nothing else here speaks of, for the report.
  std::vector<std::string> without_place{};
  /// The names of what was dropped: "PHOTO".
  std::vector<std::string> dropped{};

  /// Fields on which the source has the last word: where it said something before and says nothing
  /// now, that is news. Elsewhere silence means nothing.
  std::set<Field> final_on{};
};

/// A list that a source keeps of people: everybody in it gets its name as a tag.
struct GroupDocument {
  std::string name{};
  std::vector<std::string> members{};  ///< what names them at the source
  std::size_t line = 0;
};

/// Somebody in an interaction, as far as a source names them. What is empty is not known.
struct Who {
  std::string name{};
  std::string email{};
  std::string phone{};
  std::string url{};
  std::string key{};  ///< what names them at the source
  bool operator==(const Who&) const = default;
};

/// What a source says happened.
struct InteractionDocument {
  std::string key{};          ///< what names it at the source; empty: day, people and text do
  std::size_t line = 0;       ///< where in the file it begins; 0 if that means nothing there
  Interaction interaction{};  ///< but for its people and mentions
  std::vector<Who> people{};
  std::vector<Who> mentions{};
};

/// What a source says is to be done.
struct FollowUpDocument {
  std::string key{};  ///< as above
  std::size_t line = 0;
  FollowUp follow_up{};  ///< but for its person
  Who person{};
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
  std::string file{};  ///< which of a folder's files; empty where one file is read
  bool operator==(const Remark&) const = default;
};

/// A tag as it is stored: one word, no '#'.
std::string plain_tag(std::string_view text);

/// skipped, repeated, warning
std::string_view word(Remark::Kind kind);

/// Takes what a reader finds, as it finds it.
class DocumentSink {
 public:
  virtual ~DocumentSink() = default;
  virtual void take(const ContactDocument& document) = 0;
  /// Members may come before or after it.
  virtual void take_group(const GroupDocument& /*group*/) {}
  virtual void remark(Remark remark) = 0;
};

/// Takes what happened, and what is to be done, too. People come before what they took part in.
class LogSink : public DocumentSink {
 public:
  using DocumentSink::take;
  virtual void take(const InteractionDocument& document) = 0;
  virtual void take(const FollowUpDocument& document) = 0;
};

}  // namespace kith::exchange
