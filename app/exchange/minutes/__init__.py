"""Minutes of meetings: files become text with its cells, and text becomes finds, each with its place and certainty."""
