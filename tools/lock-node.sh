#!/usr/bin/env bash
# Writes the lock files of what Node runs: every package with its hash, and no address of any registry or sponsor.
# Versions stay as they are unless a package.json asks for others.
set -euo pipefail
cd "$(dirname "$0")/.."

for package in tests/http tests/clients tests/audits tests/servers/provider tools/lint benchmarks/peer; do
    npm install --prefix "$package" --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts \
        --no-audit --no-fund --loglevel=error
    node - "$package/package-lock.json" <<'JS'
const fs = require("node:fs");
const [, , path] = process.argv;
const lock = JSON.parse(fs.readFileSync(path, "utf8"));
for (const entry of Object.values(lock.packages)) {
  delete entry.resolved;
  delete entry.funding;
}
fs.writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
JS
done
