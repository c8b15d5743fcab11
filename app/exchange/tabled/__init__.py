"""All entries of a place as tables, a sheet or a CSV for each sort of entry, and back."""
