#!/usr/bin/env bash
# Runs the browser modules' own tests with node's test runner, if there are any.
set -euo pipefail
cd "$(dirname "$0")/.."

# Named one by one: what a bare folder means to `node --test` differs between versions.
if [ -d frontend/tests ]; then
    find frontend/tests \( -name '*test*.js' -o -name '*test*.mjs' \) -exec node --test {} +
fi
