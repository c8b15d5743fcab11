"""What one request may ask for, so that nobody can keep the site from others."""

MAX_QUERY_BYTES = 50_000
MAX_BODY_BYTES = 200_000
MAX_TOKENS = 2_000
MAX_SECONDS = 10.0
