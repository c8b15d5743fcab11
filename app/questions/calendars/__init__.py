"""Dates of a place to come, for a calendar."""
