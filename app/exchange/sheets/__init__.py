"""Spreadsheets in: a module a format turns bytes into rows, and rows become entries or problems, each at its cell."""
