"""Whose leaving a place would feel: who carries its seats."""
