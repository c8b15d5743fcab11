"""Who sits for a group and owes it a report."""
