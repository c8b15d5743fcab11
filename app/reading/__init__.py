"""What several questions read: names, registers, structure, search, timeline."""
