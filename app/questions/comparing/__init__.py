"""Two places beside each other."""
