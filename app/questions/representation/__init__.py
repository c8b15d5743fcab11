"""Who represents a group or person where."""
