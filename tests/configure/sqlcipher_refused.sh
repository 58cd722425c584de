#!/bin/sh
# KITH_SQLCIPHER=ON is refused, with the reason, where SQLCipher is missing, too old, or none at all.
#
# usage: sqlcipher_refused.sh SOURCE
set -eu
source=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/pc"
failed=0

# refused WHY: configures, and looks for the reason on one line of what was said.
refused() {
  rm -rf "$folder/build"
  if PKG_CONFIG_LIBDIR="$folder/pc" PKG_CONFIG_PATH='' cmake -S "$source" -B "$folder/build" \
    -DKITH_SQLCIPHER=ON -DKITH_TESTS=OFF >"$folder/said" 2>&1; then
    echo "not refused, though: $1"
    failed=1
  elif ! tr -s '\n ' '  ' <"$folder/said" | grep -qF "$1"; then
    echo "refused, but not for this reason: $1"
    cat "$folder/said"
    failed=1
  fi
}

# describe FOLDER LIBRARY: what pkg-config is told.
describe() {
  cat >"$folder/pc/sqlcipher.pc" <<PC
Name: sqlcipher
Description: for a test
Version: 4.9.0
Libs: -L$1 -l$2
PC
}

refused "there is no SQLCipher here"

cc -c "$source/tests/configure/old_sqlcipher.c" -o "$folder/old.o"
ar rcs "$folder/libsqlcipher.a" "$folder/old.o"
describe "$folder" sqlcipher
refused "SQLCipher 3.4.1 on SQLite 3.15.2 is too old: kith needs SQLCipher 4.5"

# SQLite itself under that name.
rm "$folder/libsqlcipher.a"
sqlite=$(cc -print-file-name=libsqlite3.so)
ln -s "$sqlite" "$folder/libsqlcipher.so"
refused "cannot encrypt"
exit $failed
