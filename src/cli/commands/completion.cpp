// kith completion: scripts for the shells, made from the table of commands, so that they never lag
// behind. People's names are asked for as they are typed.
#include "cli/commands/completion.hpp"

#include <filesystem>
#include <memory>
#include <sstream>
#include <vector>

#include "cli/offers.hpp"
#include "cli/render/script.hpp"
#include <kith/error.hpp>
#include <kith/store/name_index.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

constexpr std::size_t kMostNames = 50;

// What is no command of ours, such as the beginning of one, may well be about people.
std::string cases_of_offer() {
  return "    " + options_of(Offer::files) + ") offer=files ;;\n    " + options_of(Offer::people) +
         ") offer=people ;;\n    " + options_of(Offer::nothing) +
         ") offer= ;;\n    *) case $command in\n      " + commands_of(Offer::files, " | ") +
         ") offer=files ;;\n      " + commands_of(Offer::nothing, " | ") +
         ") offer= ;;\n      *) offer=people ;;\n    esac ;;\n";
}

std::string bash_choices() {
  std::string script;
  for (const auto& [pattern, words] : choices()) {
    script += "    " + pattern + ") words=" + in_quotes(words) + " ;;\n";
  }
  return script;
}

// What stands on the line of kith's own settings goes to whoever is asked for names: those of
// another database, for one. bash parts words at "=".
constexpr std::string_view kBashStart = R"script(# shellcheck shell=bash
_kith() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  local command='' word words='' offer='' value i
  local -a globals=()
  if [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD-2]}
  elif [[ $current == = ]]; then
    current=
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case $word in
      --db | --config | --color)
        if [[ ${COMP_WORDS[i + 1]} == = ]]; then ((i++)); fi
        ((i++))
        if [[ $word != --color && $i -lt $COMP_CWORD ]]; then
          value=${COMP_WORDS[i]//[\\\"\']/}
          globals+=("$word" "${value/#\~\//$HOME/}")
        fi
        ;;
      --) break ;;
      -*) ;;
      *) command=${command:-$word} ;;
    esac
  done
  COMPREPLY=()
  case $previous in
    --db | --config)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
  esac
  case "$command $previous" in
)script";

constexpr std::string_view kBashNames = R"script(    current=${current#[\"\']}
    while IFS= read -r word; do
      COMPREPLY+=("$(printf '%q' "$word")")
    done < <(kith "${globals[@]}" complete-names "${current//\\/}" 2>/dev/null)
  fi
}
complete -F _kith kith
)script";

std::string bash_script() {
  std::ostringstream script;
  script << "# Completion of kith for bash: kith completion bash > "
            "~/.local/share/bash-completion/completions/kith\n"
         << kBashStart << bash_choices()
         << "  esac\n"
            "  if [[ -n $words ]]; then\n"
            "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
            "    return\n"
            "  fi\n"
            "  case \"$command $previous\" in\n"
         << cases_of_offer()
         << "  esac\n"
            "  case $command in\n";
  std::string names;
  for (const Command& command : listed()) {
    names += (names.empty() ? "" : " ") + std::string{command.name};
    script << "    " << command.name << ") words=" << in_quotes(option_words(takes(command)))
           << " ;;\n";
  }
  script << "  esac\n"
            "  if [[ $current == -* ]]; then\n"
            "    words+=\" "
         << option_words(globals())
         << "\"\n"
            "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
            "  elif [[ -z $command || $command == help ]]; then\n"
            "    mapfile -t COMPREPLY < <(compgen -W \""
         << names << "\" -- \"$current\")\n";
  for (const auto& [command, words] : word_choices()) {
    script << "  elif [[ $command == " << command << " && $previous == " << command
           << " ]]; then\n"
              "    mapfile -t COMPREPLY < <(compgen -W \""
           << words << "\" -- \"$current\")\n";
  }
  script << "  elif [[ $offer == files ]]; then\n"
            "    mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
            "  elif [[ $offer == people ]]; then\n"
         << kBashNames;
  return script.str();
}

constexpr std::string_view kZshStart = R"script(_kith_people() {
  local -a people
  people=(${(f)"$(kith $globals complete-names "${(Q)PREFIX}" 2>/dev/null)"})
  compadd -U -- $people
}
_kith() {
  local -a commands options globals
  local command offer word value i
  for ((i = 2; i < CURRENT; i++)); do
    word=${words[i]}
    case $word in
      --db|--config|--color)
        ((i++))
        if [[ $word != --color && $i -lt $CURRENT ]]; then
          value=${(Q)words[i]}
          globals+=($word "${value/#\~\//$HOME/}")
        fi ;;
      --db=*|--config=*) globals+=("${(Q)word}") ;;
      --) break ;;
      -*) ;;
      *) command=${command:-$word} ;;
    esac
  done
)script";

std::string zsh_script() {
  std::ostringstream script;
  script << "#compdef kith\n"
            "# Completion of kith for zsh: kith completion zsh > ~/.zfunc/_kith\n"
         << kZshStart << "  commands=(\n";
  for (const Command& command : listed()) {
    script << "    " << in_quotes(std::string{command.name} + ":" + std::string{command.summary})
           << "\n";
  }
  script << "  )\n"
            "  case \"$command ${words[CURRENT-1]}\" in\n";
  for (const auto& [pattern, words] : choices()) {
    script << "    " << pattern << ") compadd -- " << words << "; return ;;\n";
  }
  script << "    *' --db'|*' --config') _files; return ;;\n"
         << cases_of_offer()
         << "  esac\n"
            "  case $command in\n";
  for (const Command& command : listed()) {
    script << "    " << command.name << ") options=(" << option_words(takes(command)) << ") ;;\n";
  }
  script << "  esac\n"
            "  if [[ ${words[CURRENT]} == -* ]]; then\n"
            "    compadd -- $options "
         << option_words(globals())
         << "\n"
            "  elif [[ -z $command || $command == help ]]; then\n"
            "    _describe command commands\n";
  for (const auto& [command, words] : word_choices()) {
    script << "  elif [[ $command == " << command << " && ${words[CURRENT-1]} == " << command
           << " ]]; then\n    compadd -- " << words << "\n";
  }
  script << "  elif [[ $offer == files ]]; then\n"
            "    _files\n"
            "  elif [[ $offer == people ]]; then\n"
            "    _kith_people\n"
            "  fi\n"
            "}\n"
            "_kith \"$@\"\n";
  return script.str();
}

std::string fish_option(const Declared& declared) {
  std::string line = " -l " + declared.name.substr(2);
  if (!declared.short_name.empty()) {
    line += " -s " + declared.short_name.substr(1);
  }
  if (declared.takes_value()) {
    line += offer_for(declared) == Offer::files ? " -rF" : " -x";
  }
  if (offer_for(declared) == Offer::people) {
    line += " -a '(__kith_people)'";
  }
  if (!words_for(declared).empty()) {
    line += " -a " + in_quotes(words_for(declared));
  }
  return line + " -d " + in_quotes(declared.help) + "\n";
}

// The command's word, if there is one, and the names of people in the database that the line names.
constexpr std::string_view kFishStart = R"script(
function __kith_words
    set -l words (commandline -opc)
    set -e words[1]
    set -g __kith_command
    set -g __kith_globals
    while set -q words[1]
        switch $words[1]
            case --db --config --color
                if set -q words[2]; and test $words[1] != --color
                    set -a __kith_globals $words[1] (string replace -r '^~/' "$HOME/" -- $words[2])
                end
                set -e words[1]
            case '--db=*' '--config=*'
                set -a __kith_globals $words[1]
            case --
                return
            case '-*'
            case '*'
                test -n "$__kith_command"; or set __kith_command $words[1]
        end
        set -e words[1]
    end
end
function __kith_none
    __kith_words
    test -z "$__kith_command"
end
function __kith_is
    __kith_words
    contains -- "$__kith_command" $argv
end
function __kith_just
    set -l words (commandline -opc)
    test "$words[-1]" = $argv[1]
end
function __kith_people
    __kith_words
    kith $__kith_globals complete-names (commandline -ct) 2>/dev/null
end
complete -c kith -f
)script";

std::string fish_script() {
  std::ostringstream script;
  script << "# Completion of kith for fish: kith completion fish > "
            "~/.config/fish/completions/kith.fish"
         << kFishStart;
  for (const Declared& global : globals()) {
    script << "complete -c kith" << fish_option(global);
  }
  for (const Command& command : listed()) {
    const std::string name{command.name};
    script << "complete -c kith -n __kith_none -a " << name << " -d " << in_quotes(command.summary)
           << "\n";
    for (const Declared& one : takes(command)) {
      if (one.is_option()) {
        script << "complete -c kith -n '__kith_is " << name << "'" << fish_option(one);
      }
    }
  }
  for (const auto& [command, words] : word_choices()) {
    script << "complete -c kith -n '__kith_is " << command << "; and __kith_just " << command
           << "' -a " << in_quotes(words) << "\n";
  }
  script << "complete -c kith -n '__kith_is " << commands_of(Offer::files, " ")
         << "' -F\n"
            "complete -c kith -n 'not __kith_none; and not __kith_is "
         << commands_of(Offer::files, " ") << " " << commands_of(Offer::nothing, " ")
         << "' -a '(__kith_people)'\n";
  return script.str();
}

}  // namespace

Action declare_completion(Arguments& args) {
  auto shell = std::make_shared<std::optional<std::string>>();
  args.choice("shell", *shell, {"bash", "zsh", "fish"}, "for which shell");
  return [shell](Context& ctx) {
    if (!*shell) {
      throw UsageError("completion: SHELL: is missing", "kith completion bash, zsh or fish");
    }
    const std::string script = *shell == "bash"  ? bash_script()
                               : *shell == "zsh" ? zsh_script()
                                                 : fish_script();
    show(ctx, ScriptView{.shell = **shell, .script = script});
    return ExitCode::ok;
  };
}

Action declare_complete_names(Arguments& args) {
  auto words = std::make_shared<std::vector<std::string>>();
  args.many("prefix", *words, "how the name begins");
  return [words](Context& ctx) {
    std::error_code error;
    if (!std::filesystem::exists(ctx.settings.database, error)) {
      return ExitCode::ok;  // a key press makes no database
    }
    for (const std::string& name : ctx.store().names().completions(joined(*words), kMostNames)) {
      ctx.out << text::printable(name) << '\n';
    }
    return ExitCode::ok;
  };
}

}  // namespace kith::cli
