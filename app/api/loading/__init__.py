"""What maps fields to data, level by level."""
