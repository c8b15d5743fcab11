"""Forms named after what happened: each asks a few things and makes a draft of the answers."""
