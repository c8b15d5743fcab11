"""Pictures within pages, as files and in other sites."""
