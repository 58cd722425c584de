"""Runs what docs/daily.md tells people to paste: the shell's lines, the notification, the units.

    daily.py KITH PAGE

What a program that is not installed would say (fzf, systemd-analyze) is left out, and said so.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

NOW = "2026-03-20T09:00:00"


def blocks(page, language):
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.S | re.M)


class Home:
    def __init__(self, folder, kith):
        self.folder = folder
        tools = os.path.join(folder, ".local", "bin")
        os.makedirs(tools)
        os.symlink(kith, os.path.join(tools, "kith"))
        self.tools = tools
        self.env = {"HOME": folder, "PATH": f"{tools}:{os.environ['PATH']}", "KITH_NOW": NOW, "TZ": "UTC",
                    "LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": folder, "NO_COLOR": "1"}

    def sh(self, script, shell="bash", **more):
        done = subprocess.run([shell, "-c", script], env=self.env | more, cwd=self.folder, text=True,
                              capture_output=True, check=False, timeout=60)
        return done.stdout, done.stderr, done.returncode

    def write(self, name, text, mode=0o644):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path, mode)
        return path


def expect(what, got, wanted):
    if got != wanted:
        sys.exit(f"{what}: {got!r} instead of {wanted!r}")


def fill(home):
    home.sh("kith add 'Ana Lim' --circle close; kith log 'coffee with Ana on 2026-01-18';"
            "kith add 'Bo <b>& Ek' --birthday 03-23")


def check_prompt(home, block):
    shells = [shell for shell in ("bash", "dash", "zsh") if shutil.which(shell)]
    for shell in shells:
        out, err, code = home.sh(f"PS1='$ '\n{block}\nkith_due; printf '%s' \"$PS1\"", shell)
        expect(f"the prompt in {shell}", (out, err, code), ("(2) $(kith_due)$ ", "", 0))
        out, err, code = home.sh(f"PS1='$ '\n{block}\nkith_due", shell, KITH_DB="nobody.db")
        expect(f"an empty prompt in {shell}", (out, err, code), ("", "", 0))


def check_greeting(home, block):
    lines = ("Ana Lim · 61 days, you like every 30\nBo <b>& Ek · birthday in 3 days\n", "", 0)
    expect("the greeting", home.sh(block + "kith_greeting"), lines)
    expect("the same day again", home.sh(block + "kith_greeting"), ("", "", 0))
    expect("a script is not greeted", home.sh(block, XDG_CACHE_HOME=home.folder + "/other"), ("", "", 0))


def check_notification(home, script, units):
    home.write(".local/bin/kith-notify", script, 0o755)
    home.write(".local/bin/notify-send", "#!/bin/sh\nprintf '[%s]\\n' \"$@\"\n", 0o755)
    expect("the notification", home.sh("kith-notify"),
           ("[--app-name=kith]\n[--]\n[It would be good to hear from]\n"
            "[Ana Lim · 61 days, you like every 30\nBo &lt;b&gt;&amp; Ek · birthday in 3 days]\n", "", 0))
    expect("nobody is due", home.sh("kith-notify", KITH_DB="nobody.db"), ("", "", 0))
    if shutil.which("systemd-analyze") is None:
        print("systemd-analyze is not here: the units are not looked at")
        return
    paths = [home.write(f".config/systemd/user/kith.{kind}", unit)
             for kind, unit in zip(("service", "timer"), units, strict=True)]
    expect("the units", home.sh("systemd-analyze verify --user " + " ".join(paths)), ("", "", 0))


def check_finder(home, block):
    if shutil.which("fzf") is None:
        print("fzf is not here: its recipes are not tried")
        return
    ana = {"FZF_DEFAULT_OPTS": "--filter=ana"}
    expect("a person picked", home.sh(block + "kith_pick", **ana), ("Ana Lim\n", "", 0))
    expect("her card", home.sh(block + "kshow", **ana)[0].splitlines()[0], "Ana Lim")
    expect("logged", home.sh(block + "klog coffee yesterday", **ana)[0],
           "coffee with Ana Lim · Thu 19 Mar 2026\n")
    expect("noted", home.sh(block + "knote plays the cello", **ana)[0], "other  Ana Lim  plays the cello  (3)\n")
    expect("nobody picked", home.sh(block + "kshow", FZF_DEFAULT_OPTS="--filter=zoltan")[:2], ("", ""))
    found = home.sh(block + "khappened", FZF_DEFAULT_OPTS="--exact --filter=2026-01-18")[0]
    expect("what happened", found.startswith("2026-01-18  coffee  Ana Lim"), True)
    preview = re.search(r'--preview "(.*)" \|', block).group(1).replace("\\$", "$").replace('\\"', '"')
    out, err, code = home.sh(preview.replace("{}", "'Ana Lim    close'"))
    expect("the preview", (out.splitlines()[0].endswith("Ana Lim\x1b[0m"), err, code), (True, "", 0))


def main(kith, page_file):
    with open(page_file, encoding="utf-8") as file:
        page = file.read()
    prompt, greeting, script, finder, happened = blocks(page, "sh")
    with tempfile.TemporaryDirectory() as folder:
        home = Home(folder, os.path.realpath(kith))
        fill(home)
        check_prompt(home, prompt)
        check_greeting(home, greeting)
        check_notification(home, script, blocks(page, "ini"))
        check_finder(home, finder + happened)
    if shutil.which("fish"):
        (right,) = blocks(page, "fish")
        with tempfile.TemporaryDirectory() as folder:
            home = Home(folder, os.path.realpath(kith))
            fill(home)
            expect("the prompt in fish", home.sh(right + "fish_right_prompt", "fish"), ("(2)\n", "", 0))


if __name__ == "__main__":
    main(*sys.argv[1:])
