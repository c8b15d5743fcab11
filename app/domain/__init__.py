"""The vocabulary, dates, records and pure rules of partnership working; no input or output."""
