# Every file of kith_cli, listed: a forgotten one should fail.
set(cli_sources
  cli/app.cpp cli/arguments.cpp cli/command_table.cpp cli/exit_code.cpp cli/help.cpp
  cli/person_arg.cpp cli/prompt.cpp cli/settings.cpp cli/suggest.cpp cli/today.cpp
  cli/render/card.cpp cli/render/json.cpp cli/render/report.cpp cli/render/show.cpp cli/render/text.cpp
  cli/commands/remind.cpp
)
