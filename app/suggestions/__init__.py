"""Suggestions: what readers say is wrong or missing, kept beside the record until an editor has seen to it."""
