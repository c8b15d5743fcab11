"""Spreadsheets as officers keep them, read, and what of them is refused."""
