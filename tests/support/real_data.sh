#!/bin/sh
# Brings every LinkedIn export of $KITH_REAL_DATA/linkedin into a new database, twice: the second
# time adds and updates nobody. real_data.sh KITH; exit 77 (skipped) where there are none.
set -eu
kith=$1
folder=${KITH_REAL_DATA:-}/linkedin
if [ -z "${KITH_REAL_DATA:-}" ] || [ ! -d "$folder" ]; then
  echo "skipped: KITH_REAL_DATA names no folder with linkedin/ in it"
  exit 77
fi
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
for file in "$folder"/*.csv; do
  first=$(env -i HOME="$home" "$kith" --json import linkedin "$file")
  again=$(env -i HOME="$home" "$kith" --json import linkedin "$file")
  for field in '"imported": 0,' '"updated": 0,'; do
    echo "$again" | sed -n '1,9p' | grep -q "$field" || {
      echo "$file: the second time is not without: $field"
      exit 1
    }
  done
  echo "$file: $(echo "$first" | sed -n '4,9p' | tr -d '\n')"
done
