"""From facts back to entries: the inverse of what reads a place's file."""
