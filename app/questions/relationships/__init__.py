"""A place's map of relationships: service areas and how well they are known."""
