#!/usr/bin/env bash
# Installs what the tests need beside Python packages, where it is missing: Chromium and a font for the browser
# tests, a Java development kit and Maven for Neo4j, Node for the frontend's tests, for the audits of GraphQL over HTTP
# and of pages, and for clients of the API. With the word `lint`: only Node and what reads JavaScript and CSS.
# On Debian and Ubuntu it does so itself, as root or with sudo; elsewhere it says what to install.
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:-test}

has() {
    command -v "$1" >/dev/null 2>&1
}

has_browser() {
    has chromium-headless-shell || has chromium || has chromium-browser || has google-chrome
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

has_node() { # 20.19 or newer
    has node && node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
        process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'
}

missing=
node_folders=tools/lint
if [ "$purpose" = test ]; then
    node_folders='tests/http tests/clients tests/audits tests/servers/provider'
    has_browser || missing+=' chromium'
    has_font || missing+=' fonts-liberation fontconfig'
    has_java || missing+=' default-jdk-headless'
    has mvn || missing+=' maven'
fi
has_node || missing+=' nodejs'
has npm || missing+=' npm'

as_root=
[ "$(id -u)" -eq 0 ] || as_root='sudo -n'

may_install() {
    has apt-get && $as_root true 2>/dev/null
}

apt() { # unquoted on purpose: each holds several words or none
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

# Debian's Chromium without windows of its own takes a third of the time; where it cannot be had, any other does.
if [ "$purpose" = test ] && ! has chromium-headless-shell && may_install; then
    has_browser || apt update
    if apt-cache show chromium-headless-shell >/dev/null 2>&1; then
        printf 'Installing chromium-headless-shell\n'
        if apt install --yes --no-install-recommends chromium-headless-shell >/dev/null 2>&1; then
            missing=${missing/ chromium/}
        fi
    fi
fi

if [ -n "$missing" ]; then
    if ! may_install; then
        printf '%s\n' "Needed is what Debian calls:$missing" \
            "Please install it (for example: sudo apt-get install$missing) and try again." >&2
        exit 1
    fi
    printf 'Installing%s\n' "$missing"
    apt update
    # shellcheck disable=SC2086
    apt install --yes --no-install-recommends $missing >/dev/null
    if ! has_node || { [ "$purpose" = test ] && ! has_java; }; then
        printf 'What is installed is too old: Java 17 and Node 20.19 or newer are needed.\n' >&2
        exit 1
    fi
fi

for folder in $node_folders; do
    if [ "$folder/package-lock.json" -nt "$folder/node_modules/.package-lock.json" ]; then
        printf 'Installing %s\n' "$folder"
        npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error
    fi
done

if [ "$purpose" = test ]; then
    .venv/bin/python -m tests.neo4j.server --fetch
    .venv/bin/python -m tests.neo4j.classes
    .venv/bin/python -m tests.engine_classes
fi
