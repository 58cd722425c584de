// Contact documents into the store: who is meant, what is new, and what is the user's own.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include <kith/exchange/contact_document.hpp>
#include <kith/exchange/import_report.hpp>
#include <kith/store/store.hpp>

namespace kith {
struct Origin;
}

namespace kith::exchange {

/// Takes the documents of one file after the other. To be used inside Store::write() or
/// Store::rehearse().
///
/// Who is meant: the person with the document's uid, else whom the source's key names, else the one
/// person with its e-mail, else with its phone and a word of its name, else with its name and
/// something else that agrees (organisation, birthday, nickname). The same name alone is a new
/// person and a possible double. Two documents of one file never become one person unless they
/// share a key, or e-mail or phone and name where the source gives no key of its own.
///
/// What is changed: where the source says the same as last time, nothing. Where it says something
/// new, the field follows it if it still holds what the source said last; if it does not, the user
/// has written there, and that stays. A person whom this source speaks of for the first time only
/// has gaps filled.
/// What happened and what is to be done comes in once: its uid is made from what names it at the
/// source (see derived_uid()), and what you deleted does not come back. Who took part is found by
/// the source's key, e-mail, phone, web page or full name; a name that several people have is said
/// and left out. What is in the log already, on that day with the same people in the same words, is
/// not doubled. What happened with nobody you know stays outside, unless strangers are to be
/// added.
class Importer : public LogSink {
 public:
  enum class Strangers { leave_out, add };
  struct LogRules {
    Strangers strangers = Strangers::leave_out;
    std::optional<Date> since{};  ///< nothing before this day
    /// So many new people are written together: until then, nobody but this importer knows of them.
    std::size_t at_once = 1;
  };

  /// `source` is the word under which origins are kept: "linkedin", "csv".
  Importer(Store& store, std::string source, ImportProgress progress = {});
  Importer(Store& store, std::string source, LogRules rules, ImportProgress progress = {});
  ~Importer() override;

  void take(const ContactDocument& document) override;
  void take(const InteractionDocument& document) override;
  void take(const FollowUpDocument& document) override;
  void take_group(const GroupDocument& group) override { groups_.push_back(group); }
  void remark(Remark remark) override;

  /// Whom a document means, as take() would find; nothing if it would be somebody new.
  std::optional<PersonId> whom(const ContactDocument& document) const;
  /// Says that a person is spoken for under this name: a document with another name that shares an
  /// e-mail address with them is somebody else.
  void claim(PersonId person, std::string_view name);

  /// Says which of a folder's files is read next: remarks name it.
  void begin(std::string file) { file_ = std::move(file); }

  /// Ends a file or folder: ties who introduced whom and tags who is in a group, now that everybody
  /// is there, and tells what happened.
  ImportReport finish(std::string file);

 private:
  struct Match;

  Match match(const ContactDocument& document) const;
  std::optional<Origin> remembered(const ContactDocument& document) const;
  std::optional<Origin> said_under_another_key(const ContactDocument& document,
                                               PersonId person) const;
  std::optional<PersonId> by_contact(const ContactDocument& document, ContactKind kind) const;
  std::optional<PersonId> by_name(const ContactDocument& document,
                                  const std::vector<PersonRef>& namesakes) const;
  std::vector<PersonRef> with_name(const std::string& name) const;
  std::vector<PersonRef> with_contact(const ContactPoint& point) const;
  std::vector<PersonRef> meant_by(const Who& who) const;
  std::optional<PersonRef> known(const Who& who, std::size_t line);
  std::optional<PersonRef> known_or_new(const Who& who, std::size_t line);
  bool is_logged(const Interaction& draft) const;
  void tie_relations();
  void tie_introductions();
  void tag_groups();
  void clean(ContactDocument& document);
  bool is_free(PersonId id, const ContactDocument& document) const;
  void add_new(const ContactDocument& document, const std::vector<PersonRef>& like);
  void update(const ContactDocument& document, const Match& found, bool is_repeated);
  bool keep_the_rest(const ContactDocument& document,
                     const Person& person,
                     const std::optional<Origin>& old,
                     std::map<std::string, std::string> said,
                     bool is_new);

  Store& store_;
  std::string source_;
  LogRules rules_{};
  ImportProgress progress_;
  bool has_origins_;  // there may be some of this source, from before this file or elsewhere
  ImportReport report_{};
  std::string file_{};
  // Of whom this file has named, and by which keys, hashes: there may be a million.
  std::unordered_map<PersonId, std::size_t> claimed_{};
  std::unordered_set<std::size_t> keys_seen_{};
  const std::string& folded(const std::string& name) const;
  /// True if this file has named somebody by this key.
  bool is_seen(const std::string& key) const;
  /// True if new people wait for each other.
  bool together() const { return rules_.at_once > 1 && !is_alone_; }
  /// Writes the new people who wait, and what was said of them.
  void write_waiting();
  /// Now and then, so that nothing grows with the number of records.
  void write_now_and_then();
  bool is_waiting(PersonId person) const;
  /// True if the document was put off until everybody who waits is written.
  template <class Document>
  bool is_put_off(const Document& document);
  bool is_waiting(const ContactDocument& document) const;
  void tell(const PersonRef& person, const Told& told, std::size_t line);

  // Whom this file brought in: the store's own look-ups follow when they are written together, or
  // else when the transaction ends.
  std::unordered_map<std::string, std::vector<PersonRef>> new_names_{};
  std::map<ContactKind, std::unordered_map<std::string, std::vector<PersonRef>>> new_points_{};
  std::unordered_set<std::string> new_keys_{};
  mutable std::string last_name_{};
  mutable std::string last_folded_{};
  std::set<Uid> new_uids_{};
  std::optional<PersonId> first_waiting_{};
  struct ToldOf {
    PersonRef person{};
    Told told{};
    std::size_t line = 0;
  };
  std::vector<ToldOf> told_{};
  std::vector<std::variant<InteractionDocument, FollowUpDocument>> later_{};
  std::size_t taken_ = 0;
  bool is_alone_ = false;  // who is new just now does not wait for others
  struct Introduction {
    PersonId person{};
    std::string by{};
    std::size_t line = 0;
  };
  std::vector<Introduction> introductions_{};
  struct Tie {
    PersonRef person{};
    Relation relation{};
    std::size_t line = 0;
  };
  void tie_relation(const Tie& tie);
  std::vector<Tie> ties_{};
  std::set<InteractionId> logged_{};  // by this import: two alike of one source are two
  std::vector<GroupDocument> groups_{};
};

}  // namespace kith::exchange
