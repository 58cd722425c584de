#!/bin/sh
# Every shell script of the tree, and those that kith makes, as shellcheck and their shells see them.
# scripts.sh SOURCE KITH: exit 77 (skipped) without shellcheck.
set -eu
source=$1
kith=$2
command -v shellcheck > /dev/null || {
  echo "skipped: shellcheck is not installed"
  exit 77
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
find "$source" -mindepth 1 \( -name 'build*' -o -name node_modules -o -name .git \) -prune -o \
  -type f -name '*.sh' -print > "$folder/scripts"
echo "$source/.ci/run" >> "$folder/scripts"
for shell in bash zsh fish; do
  "$kith" completion $shell > "$folder/kith.$shell"
done
echo "$folder/kith.bash" >> "$folder/scripts"
failed=0
xargs -d '\n' shellcheck < "$folder/scripts" || failed=1
bash -n "$folder/kith.bash" || failed=1
if command -v zsh > /dev/null; then zsh -n "$folder/kith.zsh" || failed=1; fi
if command -v fish > /dev/null; then fish --no-config --no-execute "$folder/kith.fish" || failed=1; fi
# Blocks of sh in the pages are for people to copy: they can be read at least.
number=0
for page in "$source"/docs/*.md "$source"/docs/manual/*.md; do
  number=$((number + 1))
  # shellcheck disable=SC2016 # the backquotes are Markdown's
  sed -n '/^```sh$/,/^```$/{/^```/d;p}' "$page" > "$folder/page.sh"
  sh -n "$folder/page.sh" || {
    echo "a block of sh in $page"
    failed=1
  }
done
scripts=$(wc -l < "$folder/scripts")
echo "$scripts scripts, $number pages"
[ "$scripts" -ge 8 ] || {
  echo "some scripts were not found"
  failed=1
}
exit $failed
