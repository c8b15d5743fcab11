"""The lines between the bodies of places, as a list to keep."""
