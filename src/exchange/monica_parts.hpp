// The parts of a contact of Monica's, each as kith has it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include <kith/exchange/contact_document.hpp>

namespace kith::exchange::monica {

using nlohmann::json;

/// What an instance calls its own types by their uuids: of contact fields, activities, life events.
struct Type {
  std::string name{};
  std::string word{};  ///< what it is whatever its name: "email", "new_job"
};
using Types = std::map<std::string, Type>;

/// The properties of a record; the record itself where it has none.
const json& properties(const json& record);
/// A field's text, numbers as text too; empty where it is something else.
std::string text_of(const json& record, std::string_view field);
bool is_true(const json& record, std::string_view field);
/// The day that a field's stamp begins with.
std::optional<Date> day_of(const json& record, std::string_view field);
/// The records of one type in a list of collections.
std::vector<const json*> records_of(const json& data, std::string_view type);

std::string name_of(const json& contact);
/// A date of which Monica may know the age alone, or all but the year.
PartialDate special_date(const json& date);

void add_contact_field(const json& field, const Types& types, ContactDocument& person);
void add_address(const json& address, ContactDocument& person);
/// Facts, each with its day; nothing where the record says nothing.
std::optional<Told> told_by_note(const json& note);
std::optional<Told> told_by_gift(const json& gift);
std::optional<Told> told_by_debt(const json& debt);
std::optional<Told> told_by_pet(const json& pet);
std::optional<Told> told_by_life_event(const json& event, const Types& types);

/// The kind of link for Monica's word: "bestfriend" -> "friend".
std::string link_kind(std::string_view type);
/// What is to be done; nothing for the birthdays that Monica adds by itself.
std::optional<FollowUpDocument> follow_up_of_reminder(const json& reminder, Date today);
std::optional<FollowUpDocument> follow_up_of_task(const json& task);

}  // namespace kith::exchange::monica
