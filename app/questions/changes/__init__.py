"""What has changed in a place between two days."""
