// Every subcommand: one line here, one pair of files in commands/, one line in src/cli_files.cmake.
#include "cli/command_table.hpp"

#include <array>

#include "cli/commands/add.hpp"
#include "cli/commands/archive.hpp"
#include "cli/commands/backup.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/completion.hpp"
#include "cli/commands/config.hpp"
#include "cli/commands/dedupe.hpp"
#include "cli/commands/demo.hpp"
#include "cli/commands/doctor.hpp"
#include "cli/commands/done.hpp"
#include "cli/commands/drop.hpp"
#include "cli/commands/due.hpp"
#include "cli/commands/edit.hpp"
#include "cli/commands/export.hpp"
#include "cli/commands/find.hpp"
#include "cli/commands/help.hpp"
#include "cli/commands/history.hpp"
#include "cli/commands/import.hpp"
#include "cli/commands/intro.hpp"
#include "cli/commands/link.hpp"
#include "cli/commands/list.hpp"
#include "cli/commands/log.hpp"
#include "cli/commands/map.hpp"
#include "cli/commands/mcp.hpp"
#include "cli/commands/merge.hpp"
#include "cli/commands/note.hpp"
#include "cli/commands/path.hpp"
#include "cli/commands/prep.hpp"
#include "cli/commands/query.hpp"
#include "cli/commands/redo.hpp"
#include "cli/commands/remind.hpp"
#include "cli/commands/restore.hpp"
#include "cli/commands/review.hpp"
#include "cli/commands/rm.hpp"
#include "cli/commands/schema.hpp"
#include "cli/commands/show.hpp"
#include "cli/commands/snooze.hpp"
#include "cli/commands/split.hpp"
#include "cli/commands/stats.hpp"
#include "cli/commands/sync.hpp"
#include "cli/commands/timeline.hpp"
#include "cli/commands/triage.hpp"
#include "cli/commands/unarchive.hpp"
#include "cli/commands/undo.hpp"
#include "cli/commands/unlink.hpp"
#include "cli/suggest.hpp"
#include <kith/error.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

constexpr std::string_view kPeople = "People";
constexpr std::string_view kDays = "What happened";
constexpr std::string_view kPromises = "What is to do";
constexpr std::string_view kTies = "Ties";
constexpr std::string_view kData = "In and out";
constexpr std::string_view kBack = "Taking back";
constexpr std::string_view kMore = "More";
constexpr std::string_view kHidden = {};

constexpr std::array kCommands{
    Command{"add", kPeople, "add a person", declare_add},
    Command{"edit", kPeople, "change a person, or open them in your editor", declare_edit},
    Command{"show", kPeople, "a person's card", declare_show},
    Command{"prep", kPeople, "what to know before you meet somebody", declare_prep},
    Command{"list", kPeople, "people, filtered and sorted", declare_list},
    Command{"find", kPeople, "search in everything that is noted", declare_find},
    Command{"note", kPeople, "note a fact about a person", declare_note},
    Command{"triage", kPeople, "give people a circle, one key each", declare_triage},
    Command{"dedupe", kPeople, "people who may be the same person", declare_dedupe},
    Command{"merge", kPeople, "make two people one", declare_merge},
    Command{"split", kPeople, "take apart who was merged", declare_split},
    Command{"archive", kPeople, "put a person away", declare_archive},
    Command{"unarchive", kPeople, "take a person back", declare_unarchive},
    Command{"rm", kPeople, "delete a person or a record", declare_rm},
    Command{"log", kDays, "log what happened, in a plain sentence", declare_log},
    Command{"due", kDays, "who is due, and why", declare_due},
    Command{"timeline", kDays, "interactions, newest first", declare_timeline},
    Command{"review", kDays, "the moments of a week, month or year", declare_review, true},
    Command{"intro", kDays, "somebody was introduced to somebody", declare_intro},
    Command{"remind", kPromises, "something to do for or with a person", declare_remind},
    Command{"done", kPromises, "end a follow-up; a hope has come true", declare_done},
    Command{"snooze", kPromises, "move a follow-up, or let a person rest", declare_snooze},
    Command{"drop", kPromises, "abandon a follow-up; a hope is let go", declare_drop},
    Command{"link", kTies, "tie two people", declare_link},
    Command{"unlink", kTies, "take a tie away", declare_unlink},
    Command{"path", kTies, "who leads to a person, or into an organisation", declare_path},
    Command{"map", kTies, "the picture of everybody you know", declare_map, true},
    Command{"stats", kTies, "how many, how often, who brought whom", declare_stats},
    Command{"import", kData, "bring people in from a file", declare_import},
    Command{"export", kData, "take data out", declare_export, true},
    Command{"query", kData, "e-mail addresses for mail programs", declare_query, true},
    Command{"sync", kData, "two-way with your phone, through a folder", declare_sync},
    Command{"history", kBack, "every change, newest first", declare_history},
    Command{"undo", kBack, "take changes back", declare_undo},
    Command{"redo", kBack, "make them again", declare_redo},
    Command{"backup", kBack, "a copy of everything, in one file", declare_backup},
    Command{"restore", kBack, "put a backup in the place of everything", declare_restore},
    Command{"doctor", kBack, "whether the database is sound", declare_doctor},
    Command{"demo", kMore, "an invented network to play with", declare_demo},
    Command{"config", kMore, "the settings, read and set", declare_config},
    Command{"help", kMore, "how a command is used", declare_help},
    Command{"completion", kMore, "completion for bash, zsh and fish", declare_completion, true},
    Command{"commands", kMore, "every command with its options", declare_commands},
    Command{"schema", kMore, "the JSON Schema of all that --json shows", declare_schema, true},
    Command{"mcp", kMore, "a server for assistants", declare_mcp, true},
    Command{"complete-names", kHidden, "names for the shells", declare_complete_names, true},
};

}  // namespace

std::span<const Command> all_commands() { return kCommands; }

const Command& find_command(std::string_view word) {
  std::vector<const Command*> begun;
  std::vector<std::string> names;
  for (const Command& command : kCommands) {
    if (command.name == word) {
      return command;
    }
    if (command.group.empty()) {
      continue;  // neither shortened nor suggested
    }
    if (!word.empty() && command.name.starts_with(word)) {
      begun.push_back(&command);
    }
    names.emplace_back(command.name);
  }
  if (begun.size() == 1) {
    return *begun.front();
  }
  if (!begun.empty()) {
    std::string all = "it may be ";
    for (const Command* command : begun) {
      all += (command == begun.front() ? "" : ", ") + std::string{command->name};
    }
    throw UsageError(std::string{word} + ": more than one command begins so", all);
  }
  throw UsageError(text::printable(word) + ": no such command",
                   did_you_mean(word, names, "kith --help lists them"));
}

}  // namespace kith::cli
