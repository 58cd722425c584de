#!/bin/sh
# KITH_STATIC=ON is refused, with the reason, where a static library is missing or cannot be had.
#
# usage: static_refused.sh SOURCE
set -eu
source=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0

# refused WHY OPTION…: configures, and looks for the reason in what was said.
refused() {
  why=$1
  shift
  rm -rf "$folder/build"
  if cmake -S "$source" -B "$folder/build" -DKITH_STATIC=ON -DKITH_TESTS=OFF "$@" \
    > "$folder/said" 2>&1; then
    echo "not refused, though: $why"
    failed=1
  elif ! tr -s '\n ' '  ' < "$folder/said" | grep -qF "$why"; then
    echo "refused, but not for this reason: $why"
    cat "$folder/said"
    failed=1
  fi
}

libraries=$(realpath "$(dirname "$(cc -print-file-name=libsqlite3.a)")")
refused "there is no libsqlite3.a here" \
  -DCMAKE_IGNORE_PATH="$libraries;${libraries#/usr};/usr/lib;/lib;/usr/local/lib"
refused "KITH_STATIC and KITH_SANITIZE do not go together" -DKITH_SANITIZE=address
refused "KITH_STATIC and KITH_SQLCIPHER do not go together" -DKITH_SQLCIPHER=ON
exit $failed
