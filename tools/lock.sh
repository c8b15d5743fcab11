#!/usr/bin/env bash
# Writes the lock files: every package with its hashes, for every platform, and no address of any index.
# Versions stay as they are unless pyproject.toml asks for others; `make lock ARGS=--upgrade` takes the newest.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=$(command -v uv || printf '.venv/bin/uv')
if ! "$uv" --version >/dev/null 2>&1; then
    printf 'The lock files are made by uv: .venv/bin/pip install uv\n' >&2
    exit 1
fi

compile() {
    "$uv" pip compile --quiet --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate "$@"
}

own=(pyproject.toml tools/requirements-build.in --extra fast)
compile "${own[@]}" --output-file requirements.lock "$@"
compile "${own[@]}" --extra dev --constraints requirements.lock --output-file requirements-dev.lock "$@"
compile tests/clients/requirements.in --output-file tests/clients/requirements.lock "$@"
