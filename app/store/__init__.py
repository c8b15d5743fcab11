"""The graph database: the only folder that talks to it."""
