"""What two facts say that cannot both be so: doubts, which are told and stop nothing."""
