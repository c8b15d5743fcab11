"""Which documents the facts come from."""
