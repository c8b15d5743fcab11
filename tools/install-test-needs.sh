#!/usr/bin/env bash
# Installs what the tests need beside Python packages, where it is missing: Chromium and a font for the browser
# tests, a Java development kit and Maven for Neo4j, Node for the frontend's tests and for the audits of
# GraphQL over HTTP and of pages.
# On Debian and Ubuntu it does so itself, as root or with sudo; elsewhere it says what to install.
set -euo pipefail
cd "$(dirname "$0")/.."

has() {
    command -v "$1" >/dev/null 2>&1
}

has_browser() {
    has chromium || has chromium-browser || has google-chrome
}

has_font() {
    has fc-list && fc-list : family | grep -i 'liberation *sans' >/dev/null
}

has_java() { # a development kit, 17 or newer
    local version
    has javac || return 1
    version=$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    [ "${version:-0}" -ge 17 ]
}

has_node() { # 20 or newer
    has node && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'
}

missing=
has_browser || missing+=' chromium'
has_font || missing+=' fonts-liberation fontconfig'
has_java || missing+=' default-jdk-headless'
has mvn || missing+=' maven'
has_node || missing+=' nodejs'
has npm || missing+=' npm'

if [ -n "$missing" ]; then
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root='sudo -n'
    if ! has apt-get || ! $as_root true 2>/dev/null; then
        printf '%s\n' "The tests need what Debian calls:$missing" \
            "Please install it (for example: sudo apt-get install$missing) and try again." >&2
        exit 1
    fi
    printf 'Installing%s\n' "$missing"
    apt() { # unquoted on purpose: each holds several words or none
        # shellcheck disable=SC2086
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" </dev/null
    }
    apt update
    # shellcheck disable=SC2086
    apt install --yes --no-install-recommends $missing >/dev/null
    if ! has_java || ! has_node; then
        printf 'What is installed is too old: Java 17 and Node 20 or newer are needed.\n' >&2
        exit 1
    fi
fi

for audits in tests/http tests/audits; do
    if [ $audits/package-lock.json -nt $audits/node_modules/.package-lock.json ]; then
        printf 'Installing %s\n' "$audits"
        # Without its scripts puppeteer fetches no browser: the one above is used.
        npm ci --prefix "$audits" --ignore-scripts --no-audit --no-fund --loglevel=error
    fi
done

if [ -f tests/neo4j/server.py ]; then
    .venv/bin/python -m tests.neo4j.server --fetch
fi
