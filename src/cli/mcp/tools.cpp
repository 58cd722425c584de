// What an assistant may do with kith. A tool's schema is made of what its command declares, so that
// it never lags behind.
#include "cli/mcp/tools.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <nlohmann/json.hpp>

#include "cli/command_table.hpp"
#include <kith/error.hpp>

namespace kith::cli::mcp {
namespace {

using nlohmann::ordered_json;

struct Tool {
  std::string_view command{};
  std::string_view description{};
  bool writes = false;
  bool destroys = false;
};

constexpr std::array kTools{
    Tool{"find",
         "Full-text search in everything that is noted: people, interactions, facts, follow-ups. "
         "Newest first."},
    Tool{"show",
         "A person's card: how you met, contact points, facts, open follow-ups, last interactions, "
         "ties."},
    Tool{"due",
         "Who it would be good to get in touch with today, and why: the few most pressing people."},
    Tool{"prep", "What to know before meeting people: last times, promises, hopes, successes."},
    Tool{"review", "The small, life-altering events of a period, and the people behind them."},
    Tool{"timeline", "Interactions, newest first; of one person, or of everybody."},
    Tool{"list", "People, filtered and sorted."},
    Tool{"path", "Who can introduce you to a person or into an organisation: the warmest chains."},
    Tool{"history", "Every change of the data, newest first, with the number that undo takes."},
    Tool{"log",
         "Log what happened, in a plain sentence: \"coffee with Ana at Blue Bottle yesterday, send "
         "her the book by friday\". Names are looked up among the people known; new ones are added "
         "only if `new` is set. With `dry_run` nothing is changed.",
         true},
    Tool{"note", "Note a fact about a person: a hope, a success, family, work, a like.", true},
    Tool{"remind", "Note something to do for or with a person, by a day.", true},
    Tool{"done", "End follow-ups: the promise is kept.", true},
    Tool{"undo", "Take the last change back, or one change by its number.", true, true},
};

constexpr std::size_t kFewEnough = 50;  // records, where the assistant does not say

const Command* command_of(const Tool& tool) {
  const std::span<const Command> all = all_commands();
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const Command& one) { return one.name == tool.command; });
  return found == all.end() ? nullptr : &*found;
}

// Files are not an assistant's to write or read, nor is anything its to open on the screen.
bool is_offered(const Declared& declared) {
  constexpr std::array<std::string_view, 4> kOfFiles{"--output", "--format", "--force", "--open"};
  return declared.value != "FILE" &&
         std::find(kOfFiles.begin(), kOfFiles.end(), declared.name) == kOfFiles.end();
}

std::vector<Declared> parameters_of(const Command& command) {
  Arguments args;
  command.declare(args);
  std::vector<Declared> all = args.declared();
  std::erase_if(all, [](const Declared& one) { return !is_offered(one); });
  return all;
}

// "--not-since" is not_since.
std::string property(const Declared& declared) {
  std::string name = declared.name.substr(declared.is_option() ? 2 : 0);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

ordered_json type_of(const Declared& declared) {
  if (declared.value == "N" || declared.value == "ID") {
    return "integer";
  }
  if (declared.value == "ID|PERSON") {
    return {"integer", "string"};
  }
  return "string";
}

ordered_json schema_of(const Declared& declared) {
  std::string help = declared.help;
  // A list that has no end of its own gets one: an assistant reads every word.
  if (declared.endless) {
    help += "; " + std::to_string(kFewEnough) + " unless told";
  }
  if (!declared.takes_value()) {
    return {{"type", "boolean"}, {"description", help}};
  }
  ordered_json one{{"type", type_of(declared)}};
  if (!declared.choices.empty()) {
    one["enum"] = declared.choices;
  }
  if (!declared.known.empty()) {
    one["examples"] = declared.known;
  }
  if (declared.several) {
    return {{"type", "array"}, {"items", one}, {"description", help}};
  }
  one["description"] = help;
  return one;
}

ordered_json schema_of(const Command& command) {
  ordered_json properties = ordered_json::object();
  ordered_json required = ordered_json::array();
  for (const Declared& declared : parameters_of(command)) {
    properties[property(declared)] = schema_of(declared);
    if (declared.required) {
      required.push_back(property(declared));
    }
  }
  ordered_json schema{{"type", "object"}, {"properties", properties}};
  if (!required.empty()) {
    schema["required"] = required;
  }
  schema["additionalProperties"] = false;
  return schema;
}

std::string as_word(const std::string& name, const ordered_json& value) {
  if (value.is_number_integer()) {
    return value.dump();
  }
  if (!value.is_string()) {
    throw UsageError(name + ": a text belongs here");
  }
  std::string word = value.get<std::string>();
  if (word.find('\0') != std::string::npos) {
    throw UsageError(name + ": a text without zero bytes belongs here");
  }
  return word;
}

std::vector<std::string> as_words(const Declared& declared, const ordered_json& value) {
  const std::string name = property(declared);
  if (!value.is_array()) {
    return {as_word(name, value)};
  }
  if (!declared.repeated) {
    throw UsageError(name + ": one value belongs here");
  }
  std::vector<std::string> words;
  for (const ordered_json& one : value) {
    words.push_back(as_word(name, one));
  }
  return words;
}

/// The command line that the arguments stand for. Throws UsageError.
std::vector<std::string> command_line(const Command& command, const ordered_json& arguments) {
  const std::vector<Declared> parameters = parameters_of(command);
  for (const auto& [name, value] : arguments.items()) {
    if (std::none_of(parameters.begin(), parameters.end(), [&, &key = name](const Declared& one) {
          return property(one) == key;
        })) {
      throw UsageError(name + ": " + std::string{command.name} + " has no such argument");
    }
  }
  std::vector<std::string> options{std::string{command.name}};
  std::vector<std::string> positional{"--"};
  for (const Declared& declared : parameters) {
    const auto found = arguments.find(property(declared));
    if (found == arguments.end() || found->is_null()) {
      if (declared.endless) {
        options.push_back(declared.name + "=" + std::to_string(kFewEnough));
      }
      continue;
    }
    if (!declared.takes_value()) {
      if (!found->is_boolean()) {
        throw UsageError(property(declared) + ": true or false belongs here");
      }
      if (found->get<bool>()) {
        options.push_back(declared.name);
      }
      continue;
    }
    for (std::string& word : as_words(declared, *found)) {
      if (declared.is_option()) {
        options.push_back(declared.name + "=" + word);
      } else {
        positional.push_back(std::move(word));
      }
    }
  }
  options.insert(options.end(), positional.begin(), positional.end());
  return options;
}

ordered_json text(const std::string& words) { return {{"type", "text"}, {"text", words}}; }

// The document as text for assistants that know no better, and as it is for the others, who want an
// object.
ordered_json result_of(const Outcome& outcome) {
  const std::string& told = outcome.succeeded ? outcome.output : outcome.remarks;
  ordered_json document = ordered_json::parse(told, nullptr, false);
  ordered_json content = ordered_json::array();
  content.push_back(text(document.is_discarded() ? told : document.dump()));
  if (outcome.succeeded && !outcome.remarks.empty()) {
    content.push_back(text(outcome.remarks));
  }
  ordered_json result{{"content", std::move(content)}};
  if (!document.is_discarded()) {
    result["structuredContent"] =
        document.is_object() ? std::move(document) : ordered_json{{"items", std::move(document)}};
  }
  result["isError"] = !outcome.succeeded;
  return result;
}

const Tool* find_tool(std::string_view name) {
  const auto* found = std::find_if(
      kTools.begin(), kTools.end(), [&](const Tool& one) { return one.command == name; });
  return found == kTools.end() || command_of(*found) == nullptr ? nullptr : found;
}

}  // namespace

Tools::Tools(bool may_write, Runner run) : may_write_(may_write), run_(std::move(run)) {}

ordered_json Tools::list() const {
  ordered_json all = ordered_json::array();
  for (const Tool& tool : kTools) {
    const Command* command = command_of(tool);
    if (command == nullptr || (tool.writes && !may_write_)) {
      continue;
    }
    all.push_back({{"name", tool.command},
                   {"title", command->summary},
                   {"description", tool.description},
                   {"inputSchema", schema_of(*command)},
                   {"annotations",
                    {{"title", command->summary},
                     {"readOnlyHint", !tool.writes},
                     {"destructiveHint", tool.destroys},
                     {"idempotentHint", !tool.writes},
                     {"openWorldHint", false}}}});
  }
  return all;
}

std::optional<std::string> Tools::refusal(std::string_view name) const {
  const Tool* tool = find_tool(name);
  if (tool == nullptr) {
    return "unknown tool";
  }
  if (tool->writes && !may_write_) {
    return "this server only reads: kith mcp --write serves the tools that write";
  }
  return std::nullopt;
}

ordered_json Tools::call(std::string_view name, const ordered_json& arguments) const {
  try {
    return result_of(run_(command_line(*command_of(*find_tool(name)), arguments)));
  } catch (const Error& error) {
    return {{"content", ordered_json::array({text(error.message())})}, {"isError", true}};
  }
}

}  // namespace kith::cli::mcp
