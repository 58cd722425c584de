# Every file of kith_cli, listed: a forgotten one should fail.
set(cli_sources
  cli/app.cpp cli/arguments.cpp cli/command_table.cpp cli/exit_code.cpp cli/help.cpp
  cli/person_arg.cpp cli/prompt.cpp cli/settings.cpp cli/suggest.cpp cli/today.cpp
  cli/follow_up_arg.cpp cli/kind_arg.cpp cli/number_arg.cpp cli/person_filter.cpp
  cli/person_form.cpp cli/person_options.cpp cli/process.cpp cli/system_clock.cpp
  cli/render/card.cpp cli/render/found.cpp cli/render/json.cpp cli/render/lists.cpp
  cli/render/report.cpp cli/render/show.cpp cli/render/table.cpp cli/render/text.cpp
  cli/commands/add.cpp
  cli/commands/archive.cpp
  cli/commands/commands.cpp
  cli/commands/completion.cpp
  cli/commands/done.cpp
  cli/commands/drop.cpp
  cli/commands/due.cpp
  cli/commands/edit.cpp
  cli/commands/find.cpp
  cli/commands/help.cpp
  cli/commands/history.cpp
  cli/commands/intro.cpp
  cli/commands/link.cpp
  cli/commands/list.cpp
  cli/commands/note.cpp
  cli/commands/redo.cpp
  cli/commands/remind.cpp
  cli/commands/rm.cpp
  cli/commands/show.cpp
  cli/commands/snooze.cpp
  cli/commands/timeline.cpp
  cli/commands/unarchive.cpp
  cli/commands/undo.cpp
  cli/commands/unlink.cpp
)
list(APPEND cli_sources
  cli/commands/demo.cpp
  cli/log_plan.cpp cli/name_lookup.cpp cli/render/invented.cpp cli/render/logged.cpp cli/commands/log.cpp
  cli/output_file.cpp cli/progress.cpp cli/render/imported.cpp
  cli/commands/export.cpp cli/commands/import.cpp
)
