"""What stands around every page: layout, headers, errors, health."""
