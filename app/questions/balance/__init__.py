"""Who sits on a board: its seats by sector, with and without a vote."""
