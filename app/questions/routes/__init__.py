"""How a voice gets from one body to another."""
