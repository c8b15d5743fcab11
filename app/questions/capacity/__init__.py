"""What bodies have to work with: constitution, staff, money, members."""
