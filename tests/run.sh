#!/bin/sh
# Installs what the tests need, builds everything with warnings as errors, and runs every test.
# Words are passed on to ctest: `sh tests/run.sh -R transcript`.
set -eu
cd "$(dirname "$0")/.."
sh .ci/run install test
cmake -S . -B build -G Ninja -DKITH_TESTS=ON -DKITH_WERROR=ON
cmake --build build
ctest --test-dir build --output-on-failure -j "$(nproc)" "$@"
