// An export of Monica's, contact by contact.
#include "kith/exchange/monica.hpp"

#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "exchange/json_scanner.hpp"
#include "exchange/monica_parts.hpp"
#include <kith/error.hpp>
#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

using namespace monica;

constexpr int kMostDays = 36'525;
constexpr std::size_t kMostValues = 20'000'000;
constexpr std::string_view kHint =
    "Monica 4 writes one under Settings, Export data, Export to Json";

/// The document, without the pictures in it.
json parse(std::istream& in) {
  std::size_t values = 0;
  const auto keep = [&values](int depth, json::parse_event_t event, json& parsed) {
    if (++values > kMostValues) {
      throw DataError("more than 20,000,000 values: no account has so many", std::string(kHint));
    }
    if (depth > kDeepest) {
      throw DataError("nested more than " + std::to_string(kDeepest) + " deep", std::string(kHint));
    }
    return event != json::parse_event_t::key || parsed != json("dataUrl");
  };
  try {
    return json::parse(in, keep);
  } catch (const json::exception& error) {  // a number that is too large is no parse_error
    std::string why = error.what();  // "[json.exception…] parse error at line 1, column 2: …"
    if (const auto at = why.find("at line "); at != std::string::npos) {
      why.erase(0, at + 3);
    } else {
      why.erase(0, why.find(']') + 2);
    }
    constexpr std::size_t kLongestReason = 200;
    throw DataError("not JSON: " + text::printable(why).substr(0, kLongestReason),
                    std::string(kHint));
  }
}

Types types_of(const json& instance, const char* field) {
  Types types;
  if (!instance.is_object() || !instance.contains(field)) {
    return types;
  }
  for (const json& type : instance.at(field)) {
    const json& fields = properties(type);
    std::string word = text_of(fields, "type");
    if (word.empty()) {
      word = text_of(fields, "translation_key");
    }
    if (word.empty()) {
      word = text_of(fields, "default_life_event_type_key");
    }
    types[text_of(type, "uuid")] = {.name = text_of(fields, "name"), .word = word};
  }
  return types;
}

class Reader {
 public:
  Reader(const json& account, Date today, const KindOf& kind_of, LogSink& sink)
      : data_(list(account, "data")), today_(today), kind_of_(kind_of), sink_(sink) {
    const json instance = list(account, "instance");
    fields_ = types_of(instance, "contact_field_types");
    activities_ = types_of(instance, "activity_types");
    life_events_ = types_of(instance, "life_event_types");
    const json& own = properties(account);
    if (own.is_object() && own.contains("journal_entries")) {
      journal_ = own.at("journal_entries").size();
    }
  }

  void read() {
    for (const json* contact : records_of(data_, "contact")) {
      contacts_[text_of(*contact, "uuid")] = contact;
    }
    for (const json* relationship : records_of(data_, "relationship")) {
      const json& tie = properties(*relationship);
      ties_[text_of(tie, "of_contact")].push_back(&tie);
      tied_.insert(text_of(tie, "contact_is"));
    }
    std::size_t partial = 0;
    for (const json* contact : records_of(data_, "contact")) {
      if (is_only_named(*contact)) {
        ++partial;
        continue;
      }
      sink_.take(to_document(*contact));
    }
    for (const json* contact : records_of(data_, "contact")) {
      take_log(*contact);
    }
    take_activities();
    say(partial, "partial contact", "told in facts of the people they belong to");
    say(records_of(data_, "photo").size(), "photo", "left out");
    say(records_of(data_, "document").size(), "document", "left out");
    say(journal_, "page of the journal", "about nobody, left out");
    say(automatic_, "birthday reminder", "left out, since kith reminds of birthdays by itself");
  }

 private:
  static json list(const json& record, const char* field) {
    return record.is_object() && record.contains(field) ? record.at(field) : json::array();
  }

  void say(std::size_t count, const std::string& what, const std::string& why) {
    if (count > 0) {
      const std::string number = count == 1 ? "" : " (" + std::to_string(count) + ")";
      sink_.remark({Remark::Kind::warning, 0, {}, what + number + ": " + why});
    }
  }

  /// Partial contacts are there for the sake of others: a child, a former partner.
  bool is_only_named(const json& contact) const {
    return is_true(properties(contact), "is_partial") && tied_.contains(text_of(contact, "uuid"));
  }

  std::string name(const std::string& uuid) const {
    const auto it = contacts_.find(uuid);
    return it == contacts_.end() ? std::string() : name_of(*it->second);
  }

  Who who(const json& contact) const {
    return {.name = name_of(contact), .key = text_of(contact, "uuid")};
  }

  ContactDocument to_document(const json& contact) {
    ContactDocument person;
    const json& fields = properties(contact);
    const std::string uuid = text_of(contact, "uuid");
    if (!uuid.empty()) {
      person.keys = {uuid};
      person.key_is_identity = true;
    }
    person.name = name_of(contact);
    add_properties(fields, person);
    const json data = list(contact, "data");
    for (const json* field : records_of(data, "contact_field")) {
      add_contact_field(*field, fields_, person);
    }
    for (const json* address : records_of(data, "address")) {
      add_address(*address, person);
    }
    const auto tell = [&](std::optional<Told> told) {
      if (told) {
        person.told.push_back(std::move(*told));
      }
    };
    for (const json* note : records_of(data, "note")) {
      tell(told_by_note(*note));
    }
    for (const json* gift : records_of(data, "gift")) {
      tell(told_by_gift(*gift));
    }
    for (const json* debt : records_of(data, "debt")) {
      tell(told_by_debt(*debt));
    }
    for (const json* pet : records_of(data, "pet")) {
      tell(told_by_pet(*pet));
    }
    for (const json* event : records_of(data, "life_event")) {
      tell(told_by_life_event(*event, life_events_));
    }
    add_ties(uuid, person);
    return person;
  }

  void add_properties(const json& fields, ContactDocument& person) {
    if (const std::string nickname = text_of(fields, "nickname"); !nickname.empty()) {
      person.nicknames = {nickname};
    }
    const std::string company = text_of(fields, "company");
    const std::string job = text_of(fields, "job");
    if (!company.empty() || !job.empty()) {
      person.memberships = {{.org = company, .title = job}};
    }
    if (fields.contains("tags")) {
      for (const json& tag : fields.at("tags")) {
        if (tag.is_string()) {
          person.tags.push_back(tag.get<std::string>());
        }
      }
    }
    if (is_true(fields, "is_starred")) {
      person.tags.emplace_back("starred");
    }
    if (is_true(fields, "is_dead")) {
      person.standing = Standing::dead;
    }
    if (fields.contains("is_active")) {
      person.archived = !is_true(fields, "is_active");
    }
    if (fields.contains("birthdate")) {
      person.birthday = special_date(fields.at("birthdate"));
    }
    if (fields.contains("first_met_date")) {
      person.met_on = special_date(fields.at("first_met_date"));
    }
    person.introduced_by = name(text_of(fields, "first_met_through"));
    if (const auto it = fields.find("stay_in_touch_frequency");
        it != fields.end() && it->is_number()) {
      const auto days = it->get<double>();
      if (days >= 1 && days <= kMostDays) {
        person.cadence = Cadence(static_cast<int>(days));
      }
    }
    const auto tell = [&](const char* field, const char* kind, const std::string& before) {
      if (const std::string text = text::clean_text(text_of(fields, field)); !text.empty()) {
        person.told.push_back({.text = before + text, .kind = kind});
      }
    };
    tell("description", "other", "");
    tell("food_preferences", "like", "food: ");
    if (fields.contains("deceased_date")) {
      const PartialDate died = special_date(fields.at("deceased_date"));
      person.told.push_back(
          {.text = "died" + (died.empty() ? "" : " " + to_string(died)), .date = died.full()});
    }
  }

  void add_ties(const std::string& uuid, ContactDocument& person) {
    const auto it = ties_.find(uuid);
    if (it == ties_.end()) {
      return;
    }
    for (const json* tie : it->second) {
      const std::string type = text_of(*tie, "type");
      const std::string other = text_of(*tie, "contact_is");
      const auto found = contacts_.find(other);
      const bool is_fact = found != contacts_.end() && is_only_named(*found->second);
      if (!is_fact) {
        person.relations.push_back(
            {.kind = link_kind(type), .word = type, .name = name(other), .key = other});
        continue;
      }
      std::string text = type + ": " + name_of(*found->second);
      const json& fields = properties(*found->second);
      const PartialDate born =
          fields.contains("birthdate") ? special_date(fields.at("birthdate")) : PartialDate{};
      text += born.empty() ? "" : ", born " + friendly(born);
      text += is_true(fields, "is_dead") ? ", dead" : "";
      const std::string kind = link_kind(type);
      const bool is_family = kind == "family" || kind == "partner";
      person.told.push_back({.text = text, .kind = is_family ? "family" : "other"});
    }
  }

  void take_log(const json& contact) {
    const json data = list(contact, "data");
    for (const json* call : records_of(data, "call")) {
      InteractionDocument document{.key = text_of(*call, "uuid"), .people = {who(contact)}};
      document.interaction.kind = "call";
      document.interaction.text = text_of(properties(*call), "content");
      hand_on(std::move(document), day_of(properties(*call), "called_at"), "call");
    }
    for (const json* conversation : records_of(data, "conversation")) {
      take_conversation(*conversation, contact);
    }
    for (const json* id : records_of(data, "activity")) {
      if (id->is_string()) {
        took_part_[id->get<std::string>()].push_back(who(contact));
      }
    }
    const auto hand_on_follow_up = [&](std::optional<FollowUpDocument> document) {
      if (document) {
        document->person = who(contact);
        sink_.take(*document);
      }
      return document.has_value();
    };
    for (const json* reminder : records_of(data, "reminder")) {
      automatic_ += hand_on_follow_up(follow_up_of_reminder(*reminder, today_)) ? 0 : 1;
    }
    for (const json* task : records_of(data, "task")) {
      hand_on_follow_up(follow_up_of_task(*task));
    }
  }

  void take_conversation(const json& conversation, const json& contact) {
    const json& fields = properties(conversation);
    InteractionDocument document{.key = text_of(conversation, "uuid"), .people = {who(contact)}};
    document.interaction.kind = "message";
    std::string text;
    bool has_mine = false;
    bool has_theirs = false;
    for (const json& message : list(fields, "messages")) {
      const bool is_mine = is_true(properties(message), "written_by_me");
      (is_mine ? has_mine : has_theirs) = true;
      text += (text.empty() ? "" : "\n") + (is_mine ? "me" : name_of(contact)) + ": " +
              text_of(properties(message), "content");
    }
    document.interaction.text = text;
    document.interaction.unanswered = has_mine && !has_theirs;
    hand_on(std::move(document), day_of(fields, "happened_at"), "conversation");
  }

  void take_activities() {
    for (const json* activity : records_of(data_, "activity")) {
      const json& fields = properties(*activity);
      const std::string uuid = text_of(*activity, "uuid");
      InteractionDocument document{.key = uuid, .people = took_part_[uuid]};
      std::string text = text_of(fields, "summary");
      const std::string more = text_of(fields, "description");
      document.interaction.kind = kind_of_ ? kind_of_(text) : "other";
      const auto type = activities_.find(text_of(fields, "type"));
      if (document.interaction.kind == "other" && kind_of_ && type != activities_.end()) {
        document.interaction.kind = kind_of_(type->second.name);
      }
      text += (text.empty() || more.empty() ? "" : "\n") + more;
      document.interaction.text = text;
      hand_on(std::move(document), day_of(fields, "happened_at"), "activity");
    }
  }

  void hand_on(InteractionDocument document, std::optional<Date> day, const std::string& what) {
    if (!day) {
      const std::string name = document.people.empty() ? "" : document.people.front().name;
      sink_.remark({Remark::Kind::warning, 0, name, what + " without a day, left out"});
      return;
    }
    document.interaction.date = *day;
    sink_.take(document);
  }

  const json data_;
  Date today_;
  const KindOf& kind_of_;
  LogSink& sink_;
  Types fields_{};
  Types activities_{};
  Types life_events_{};
  std::size_t journal_ = 0;
  std::size_t automatic_ = 0;
  std::map<std::string, const json*> contacts_{};           // by uuid
  std::map<std::string, std::vector<const json*>> ties_{};  // by whom they are told of
  std::set<std::string> tied_{};                            // who is told of
  std::map<std::string, std::vector<Who>> took_part_{};     // by the activity's uuid
};

}  // namespace

void read_monica(std::istream& in, Date today, const KindOf& kind_of, LogSink& sink) {
  const json document = parse(in);
  if (!document.is_object() || !document.contains("account") ||
      !document.at("account").is_object() || !document.at("account").contains("data")) {
    throw DataError("no export of Monica's: no account in it", std::string(kHint));
  }
  Reader(document.at("account"), today, kind_of, sink).read();
}

}  // namespace kith::exchange
