#!/bin/sh
# The Debian package: built by CPack, judged by lintian, installed by dpkg into a root of its own with
# this system's list of packages, run from there, and removed without a trace.
# deb.sh BUILD: exit 77 (skipped) without dpkg, or without root or fakeroot.
set -eu
build=$1
for tool in cpack dpkg-deb dpkg-shlibdeps; do
  command -v "$tool" > /dev/null || {
    echo "skipped: $tool is not installed"
    exit 77
  }
done
as_root=
if [ "$(id -u)" -ne 0 ]; then
  command -v fakeroot > /dev/null || {
    echo "skipped: neither root nor fakeroot"
    exit 77
  }
  as_root=fakeroot
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$build" && cpack -G DEB -B "$folder/out") > "$folder/said" 2>&1 || {
  cat "$folder/said"
  exit 1
}
package=$(ls "$folder"/out/kith_*.deb)
failed=0
claim() { # claim WHAT COMMAND…
  what=$1
  shift
  if ! "$@" > "$folder/said" 2>&1; then
    echo "not so: $what"
    cat "$folder/said"
    failed=1
  fi
}

if readelf -d "$build/src/kith" | grep -q NEEDED; then
  claim "it needs a C library, by version" sh -c "dpkg-deb -f '$package' Depends | grep 'libc6 (>= '"
else
  claim "it brings its libraries, and needs none" test -z "$(dpkg-deb -f "$package" Depends)"
fi
if command -v lintian > /dev/null; then
  claim "lintian finds no error" lintian --allow-root --fail-on error "$package"
else
  echo "lintian is not installed: not asked"
fi

root=$folder/root
mkdir -p "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/triggers"
cp /var/lib/dpkg/status "$root/var/lib/dpkg/status" # what is installed here, for the dependencies
# shellcheck disable=SC2317 # claim calls it
dpkg_there() {
  $as_root dpkg --root="$root" --force-script-chrootless --force-not-root --log="$folder/log" "$@"
}
# Configuring asks whether what the package depends on is there.
claim "it installs, dependencies and all" dpkg_there --install "$package"
status() { dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${Status}' kith; }
claim "dpkg has it installed" test "$(status)" = "install ok installed"
kith=$root/usr/bin/kith
claim "it runs" env -i HOME="$folder" KITH_NOW=2026-03-20 "$kith" add "Ada Lovelace"
claim "its version is the package's" sh -c \
  "test \"\$('$kith' --version | head -1)-1\" = \"kith \$(dpkg-deb -f '$package' Version)\""
for file in usr/share/man/man1/kith.1.gz usr/share/man/man1/kith-log.1.gz usr/share/doc/kith/copyright \
  usr/share/doc/kith/changelog.Debian.gz usr/share/doc/kith/changelog.gz \
  usr/share/bash-completion/completions/kith usr/share/zsh/site-functions/_kith \
  usr/share/fish/vendor_completions.d/kith.fish usr/share/kith/kith.schema.json; do
  claim "it brings $file" test -s "$root/$file"
done
claim "it goes" dpkg_there --purge kith
left=$(find "$root/usr" ! -type d 2> /dev/null || true)
claim "nothing of it is left: $left" test -z "$left"

# And for other systems: everything below a prefix.
claim "cmake installs" cmake --install "$build" --prefix "$folder/prefix"
claim "the binary stands under the prefix" "$folder/prefix/bin/kith" --version
claim "and its manual" test -s "$folder/prefix/share/man/man1/kith-log.1"
claim "and its completions" test -s "$folder/prefix/share/bash-completion/completions/kith"
claim "and its documents" test -s "$folder/prefix/share/doc/kith/README.md"
[ $failed -eq 0 ] && echo "$(basename "$package"): $(dpkg-deb -f "$package" Depends)"
exit $failed
