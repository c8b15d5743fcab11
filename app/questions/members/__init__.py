"""Who is on a body, as a list of members."""
