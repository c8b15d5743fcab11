"""Questions kept as files, with blanks to fill in."""
