#!/bin/sh
# Every page of the manual as man(1) shows it: without a warning, with a name that whatis finds.
# manuals.sh FOLDER-OF-PAGES DOCS/MANUAL: exit 77 (skipped) where there is no man.
set -eu
made=$1
source=$2
for tool in man lexgrog; do
  command -v "$tool" > /dev/null || {
    echo "skipped: $tool is not installed"
    exit 77
  }
done
failed=0
pages=0
said=$(mktemp)
trap 'rm -f "$said"' EXIT
for page in "$source"/*.md; do
  name=$(basename "$page" .md)
  [ "$name" = kith ] || name=kith-$name
  pages=$((pages + 1))
  for width in 80 200; do
    LC_ALL=C.UTF-8 MANWIDTH=$width man -l --warnings "$made/$name.1" 2>&1 > /dev/null |
      sed "s/^/$name at $width: /" > "$said"
    if [ -s "$said" ]; then
      cat "$said"
      failed=1
    fi
  done
  if ! LC_ALL=C.UTF-8 lexgrog "$made/$name.1" | grep -q "\"$name - "; then
    echo "$name: whatis finds no name in it"
    failed=1
  fi
  # What is marked up in the source is not to be seen as marks.
  if LC_ALL=C.UTF-8 man -l "$made/$name.1" | col -b | grep -nE '```|\]\(|<!--|^ *\| ---'; then
    echo "$name: marks of the source are left"
    failed=1
  fi
done
echo "$pages pages"
[ "$pages" -gt 40 ] && exit $failed
