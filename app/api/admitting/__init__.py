"""What a request may ask for: its size, shape and volume."""
