"""Who is in a seat, asked of a small place in every way: as a page, a command, a field and a picture."""
