// Contact documents into the store: who is meant, what is new, and what is the user's own.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
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
/// something else that agrees (organisation or birthday). The same name alone is a new person and a
/// possible double. Two documents of one file never become one person unless they share a key, or
/// e-mail or phone and name.
///
/// What is changed: where the source says the same as last time, nothing. Where it says something
/// new, the field follows it if it still holds what the source said last; if it does not, the user
/// has written there, and that stays. A person whom this source speaks of for the first time only
/// has gaps filled.
class Importer : public DocumentSink {
 public:
  /// `source` is the word under which origins are kept: "linkedin", "csv".
  Importer(Store& store, std::string source, ImportProgress progress = {});
  ~Importer() override;

  void take(const ContactDocument& document) override;
  void remark(Remark remark) override;

  /// Ends a file: ties who introduced whom, now that everybody is there, and tells what happened.
  ImportReport finish(std::string file);

 private:
  struct Match;

  Match match(const ContactDocument& document) const;
  std::optional<Origin> remembered(const ContactDocument& document) const;
  std::optional<PersonId> by_contact(const ContactDocument& document, ContactKind kind) const;
  std::optional<PersonId> by_name(const ContactDocument& document) const;
  std::vector<PersonRef> with_name(const std::string& name) const;
  std::vector<PersonRef> with_contact(const ContactPoint& point) const;
  void clean(ContactDocument& document);
  bool is_free(PersonId id, const std::string& name) const;
  void add_new(const ContactDocument& document, const std::vector<PersonRef>& like);
  void update(const ContactDocument& document, const Match& found, bool is_repeated);
  bool keep_the_rest(const ContactDocument& document,
                     const Person& person,
                     const std::optional<Origin>& old,
                     std::map<std::string, std::string> said,
                     bool is_new);

  Store& store_;
  std::string source_;
  ImportProgress progress_;
  ImportReport report_{};
  std::map<PersonId, std::string> claimed_{};  // whom this file has named, and how (folded)
  std::set<std::string> keys_seen_{};
  // What this file brought in: the store's own look-ups follow when the transaction ends.
  std::map<std::string, std::vector<PersonRef>> new_names_{};
  std::map<std::pair<ContactKind, std::string>, std::vector<PersonRef>> new_points_{};
  struct Introduction {
    PersonId person{};
    std::string by{};
    std::size_t line = 0;
  };
  std::vector<Introduction> introductions_{};
};

}  // namespace kith::exchange
