"""Registers of a place: its bodies, seats, people, lines and meetings as lists to sort, filter, print and keep."""
