"""How knowledge gets in."""
