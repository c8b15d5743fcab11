"""A selection becomes one statement, and what that finds becomes the answer at once, outside the executor."""
