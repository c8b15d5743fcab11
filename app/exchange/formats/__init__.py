"""Open formats that a place leaves in: a module a format, all of them listed in `registry.py`."""
