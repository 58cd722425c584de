#!/bin/sh
# Installs what is needed, builds kith, and shows its main job on an invented network.
# Nothing of yours is touched: the sample lives in the build folder.
set -eu
cd "$(dirname "$0")/.."
build=${KITH_BUILD:-build}

sh .ci/run install build
[ -f "$build/CMakeCache.txt" ] || cmake -S . -B "$build" -G Ninja -DKITH_TESTS=OFF
cmake --build "$build" --target kith

kith="$build/src/kith"
sample="$build/sample"
rm -rf "$sample"
mkdir -p "$sample"
KITH_DB="$sample/kith.db"
export KITH_DB

say() { printf '\n\033[1m$ kith %s\033[0m\n' "$1"; }
[ -t 1 ] || say() { printf '\n$ kith %s\n' "$1"; }

say "demo --people 150"
"$kith" demo --people 150 --seed 7
say "add \"Spencer Bean\" --every 30d --email spencer@example.org"
"$kith" add "Spencer Bean" --every 30d --email spencer@example.org
say "log \"coffee with Spencer yesterday at Blue Bottle, he got the job!\""
"$kith" log "coffee with Spencer yesterday at Blue Bottle, he got the job!"
say "show spencer"
"$kith" show spencer
say "due"
"$kith" due
say "export json -o $sample/people.json"
"$kith" export json -o "$sample/people.json"
echo "$(wc -c <"$sample/people.json") bytes of JSON; the first person in it:"
"$kith" list --limit 1 --json

rm -f "$sample/map.html"
say "map -o $sample/map.html"
"$kith" map -o "$sample/map.html"
echo "Open that file in a browser: each dot is a person."

as_root="sudo "
[ "$(id -u)" -ne 0 ] || as_root=
step() { printf '  %-51s  # %s\n' "$1" "$2"; }

printf '\nThat was an invented network. To begin with your own:\n\n'
step "${as_root}cmake --install $build" "puts kith on your PATH"
step "kith import vcard contacts.vcf" 'or: kith add "Ana Lim" --circle close'
step 'kith log "coffee with Ana yesterday at Blue Bottle"' "one line, then forget about it"
step "kith due" "on a quiet morning: who to call, and why"
step "kith prep ana" "before the lunch"
step "kith map --open" "the picture of everybody you know"
step "kith undo" "takes the last change back"
printf '\nTo go on playing with the sample:  KITH_DB=%s %s due\n' "$KITH_DB" "$kith"
printf 'The first week, day by day:  docs/tutorial.md\n'
