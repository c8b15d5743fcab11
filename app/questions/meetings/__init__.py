"""The meetings of the bodies of places, as a list to keep."""
