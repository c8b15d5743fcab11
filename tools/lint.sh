#!/usr/bin/env bash
# Reads JavaScript, CSS, templates and shell scripts for faults. Each linter's settings stand in tools/lint.
# With the word `fix` it mends what eslint and stylelint know to mend, and reports nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/install-test-needs.sh lint
node=tools/lint/node_modules/.bin
eslint=("$node/eslint" --config tools/lint/eslint.config.js --max-warnings 0 .)
stylelint=("$node/stylelint" --config tools/lint/stylelint.config.js --max-warnings 0 'frontend/static/css/*.css')

if [ "${1:-}" = fix ]; then
    "${eslint[@]}" --fix --quiet >/dev/null || true
    "${stylelint[@]}" --fix --quiet >/dev/null 2>&1 || true
    exit
fi

# All four, so that one round shows everything.
failed=0
"${eslint[@]}" || failed=1
"${stylelint[@]}" || failed=1
.venv/bin/djlint --configuration tools/lint/djlint.toml --lint --quiet frontend/templates || failed=1
find .ci tools frontend -name node_modules -prune -o \( -name '*.sh' -o -path .ci/run \) -print0 |
    xargs -0 .venv/bin/shellcheck --rcfile tools/lint/shellcheckrc || failed=1
exit "$failed"
