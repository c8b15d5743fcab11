"""What one request may ask for, so that nobody can keep the site from others.

How a query is written is looked at once for each text, before anything else is: `app.api.admitting.shape`. How much
it may bring depends on its variables too: `app.api.admitting.estimating` estimates that before anything is read.
"""

MAX_QUERY_BYTES = 50_000
MAX_BODY_BYTES = 200_000
MAX_PERSISTED_BYTES = 4_000_000
"""Of all documents together that are known by their hashes, in each process: those asked for last."""
MAX_TOKENS = 2_000
MAX_VALUES = 2_000
"""Values in the variables of a request: lists and objects count as many as they hold."""
MAX_DEPTH = 12
MAX_SCHEMA_DEPTH = 16
"""Levels of a question about the schema: the usual ones unwrap a type nine times, which makes fifteen."""
MAX_ALIASES = 30
MAX_DIRECTIVES = 20
MAX_FIELDS = 4_000
"""Fields of a document, its fragments written out."""
MAX_PAIRS = 4_000
"""Pairs of fields with the same name in the same place: each pair is compared, to see that both mean the same."""
MAX_NODES = 20_000
MAX_SCHEMA_NODES = 8_000
"""Nodes of the schema that a query may ask for: the usual introspection brings some 3,200."""
MAX_SCHEMA_NODES_BESIDE = 1_000
"""As many beside nodes of another sort; what asks for the schema alone is answered beside the event loop, and kept."""
MOST_ERRORS = 10
"""Mistakes that are told at once: to name what was meant instead takes a moment for each."""
MAX_SECONDS = 10.0
MOST = 100
"""The longest page."""
