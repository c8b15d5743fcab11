"""Minutes into the record: whom the names in them mean, what a person says to each find, and the draft that follows."""
