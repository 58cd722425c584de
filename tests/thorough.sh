#!/bin/sh
# The slow checks, each by its name, or all: what to run before a release.
#   clang      builds with clang, warnings as errors, and runs the tests
#   sanitize   the whole suite under AddressSanitizer and UndefinedBehaviorSanitizer
#   tidy       clang-tidy over all of our code
#   fuzz       each fuzz target for KITH_FUZZ_SECONDS (600)
#   browser    the pages of map and review in headless Chromium; screenshots in build/screenshots
#   mcp        kith mcp and the protocol's reference client
#   trust      kills, faults, damage, crowds, floods and undo: docs/promises.md
#   shell      shellcheck and pyflakes over every script
#   loop       kith, vdirsyncer and a server, both ways, with a thousand people
#   bench      every command's time and memory beside sqlite3's and other programs': docs/performance.md
#   map        the map's figures on planted networks, beside igraph's and graphviz's
set -eu
cd "$(dirname "$0")/.."
sh .ci/run install check

clang() {
  cmake -S . -B build-clang -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_C_COMPILER=clang \
    -DKITH_WERROR=ON
  cmake --build build-clang
  ctest --test-dir build-clang --output-on-failure -j "$(nproc)"
}

# Warnings are the other builds' business: under sanitizers g++ 12 has false ones.
sanitize() {
  cmake -S . -B build-sanitize -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    -DKITH_SANITIZE=address,undefined -DKITH_WERROR=OFF
  cmake --build build-sanitize
  ctest --test-dir build-sanitize --output-on-failure -j "$(nproc)"
}

tidy() {
  cmake -S . -B build-clang -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_C_COMPILER=clang
  git ls-files 'src/*.cpp' | grep -v fmt_impl |
    xargs -P "$(nproc)" -n 4 clang-tidy -p build-clang --quiet --warnings-as-errors='*'
}

fuzz() {
  seconds=${KITH_FUZZ_SECONDS:-600}
  cmake -S . -B build-fuzz -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_C_COMPILER=clang \
    -DCMAKE_BUILD_TYPE=RelWithDebInfo -DKITH_FUZZ=ON -DKITH_SANITIZE=address,undefined
  cmake --build build-fuzz
  for target in build-fuzz/tests/fuzz_*; do
    [ -x "$target" ] || continue
    name=$(basename "$target")
    seeds=tests/fuzz/seeds/${name#fuzz_}
    found=build-fuzz/corpus/$name
    mkdir -p "$found"
    echo "== $name"
    mkdir -p "$seeds"
    "$target" -max_total_time="$seconds" -print_final_stats=1 "$found" "$seeds"
  done
}

browser() {
  sh .ci/run install browser
  cmake -S . -B build -G Ninja -DKITH_TESTS=ON
  cmake --build build --target kith kith_sample_map
  npm ci --prefix tests/browser --no-audit --no-fund --ignore-scripts
  node tests/browser/map_test.mjs build/tests/kith_sample_map build/screenshots
  node tests/browser/review_test.mjs build/src/kith build/screenshots
}

mcp() {
  sh .ci/run install browser
  cmake -S . -B build -G Ninja -DKITH_TESTS=ON
  cmake --build build --target kith
  npm ci --prefix tests/mcp --no-audit --no-fund --ignore-scripts
  node tests/mcp/reference.mjs build/src/kith
}

shell() {
  git ls-files '*.sh' | xargs shellcheck .ci/run
  git ls-files '*.py' | xargs pyflakes3
}

map() {
  sh .ci/run install map
  cmake -S . -B build -G Ninja -DKITH_TESTS=ON -DKITH_WERROR=ON
  cmake --build build --target kith_map_quality
  folder=build/map-quality
  mkdir -p "$folder"
  build/tests/kith_map_quality --write "$folder"
  /usr/bin/python3 tests/network/compare.py "$folder"
}

loop() {
  sh .ci/run install loop
  cmake -S . -B build -G Ninja -DKITH_TESTS=ON -DKITH_WERROR=ON
  cmake --build build --target kith
  KITH_LOOP=1 /usr/bin/python3 tests/interchange/loop.py build/src/kith
}

# All words go on to tests/bench/run.py: sh tests/thorough.sh bench --sizes circle
# Measured is what is installed: a file that was copied starts a twelfth sooner than as the linker wrote it.
bench() {
  sh .ci/run install bench
  cmake -S . -B build -G Ninja
  cmake --build build --target kith
  prefix=$(mktemp -d)
  cmake --install build --prefix "$prefix" > "$prefix/said"
  status=0
  python3 tests/bench/run.py "$prefix/bin/kith" "$@" || status=$?
  rm -rf "$prefix"
  return "$status"
}

trust() {
  cmake -S . -B build -G Ninja -DKITH_TESTS=OFF
  cmake --build build --target kith
  kith=build/src/kith
  python3 tests/trust/kills.py "$kith" --kills "${KITH_KILLS:-5000}"
  python3 tests/trust/io_faults.py "$kith" --most 60
  python3 tests/trust/damage.py "$kith"
  python3 tests/trust/crowd.py "$kith"
  python3 tests/trust/silent.py "$kith"
  python3 tests/trust/large.py "$kith"
  python3 tests/trust/undo.py "$kith" --sequences 20 --commands 300
}

case ${1:-all} in
  bench)
    shift
    bench "$@"
    ;;
  clang | sanitize | tidy | fuzz | browser | mcp | trust | shell | loop | map) "$1" ;;
  all)
    clang
    sanitize
    tidy
    browser
    mcp
    trust
    shell
    loop
    map
    fuzz
    ;;
  *)
    sed -n '2,13s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
