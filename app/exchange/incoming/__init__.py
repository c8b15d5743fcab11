"""Files of every format that comes back, as documents that the one check of the data format reads."""
