#!/bin/sh
# Fetches GraphiQL and React from the npm registry and stores them here, compressed, with their licences.
# GraphiQL stays at 3.8: version 5 needs inline styles, which our Content-Security-Policy forbids.
# From its style sheet the embedded fonts and pictures are taken out, since that policy forbids data: addresses too.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for package in graphiql@3.8.3 react@18.3.1 react-dom@18.3.1; do
    mkdir "${package%@*}"
    tar -xzf "$(npm pack --silent "$package")" -C "${package%@*}" --strip-components=1
    cp "${package%@*}/LICENSE" "$here/LICENSE-${package%@*}.txt"
done
store() { grep -v 'sourceMappingURL=' | gzip -9 -n > "$here/$1.gz"; }
store graphiql.min.js < graphiql/graphiql.min.js
store react.production.min.js < react/umd/react.production.min.js
store react-dom.production.min.js < react-dom/umd/react-dom.production.min.js
perl -0pe 's/\@font-face\s*\{[^}]*\}//g; s/url\(data:image[^)]*\)/none/g' graphiql/graphiql.min.css | store graphiql.min.css
ls -l "$here"
