#!/usr/bin/env bash
# Fills .venv from a lock file, made first if it is not there: tools/make-venv.sh requirements.lock
# Only wheels whose hashes stand in the lock file are installed: nothing is built, and nothing else is fetched.
set -euo pipefail
cd "$(dirname "$0")/.."
lock=$1
python=.venv/bin/python

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    local candidate
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if new_enough "$candidate"; then
            printf '%s' "$candidate"
            return
        fi
    done
    fail "Python 3.11 or newer is needed; python3 here is: $(python3 --version 2>&1 || printf 'not there')." \
        "If a newer one is installed elsewhere, name it: PYTHON=/path/to/python3.12 make run"
}

if ! new_enough "$python"; then
    base=$(find_python)
    printf 'Making .venv with %s\n' "$("$base" --version)"
    "$base" -m venv --clear .venv >/dev/null 2>&1 ||
        fail "$base cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv"
fi
"$python" -m pip --version >/dev/null 2>&1 || "$python" -m ensurepip >/dev/null ||
    fail "There is no pip in .venv and none could be put there: remove .venv and try again."

printf 'Installing what %s names\n' "$lock"
"$python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$lock"
"$python" -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --editable .
