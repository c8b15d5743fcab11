"""One module a question: what its command prints in a terminal, and beside it the document that `--json` asks."""
