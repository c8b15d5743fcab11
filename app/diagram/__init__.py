"""Structures become geometry, and geometry becomes drawings."""
