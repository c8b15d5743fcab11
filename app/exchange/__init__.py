"""Data sets from files, and to them: one module a format."""
