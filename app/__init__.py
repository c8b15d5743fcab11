"""Partnership Explorer: who represents us where, in local partnership working."""

__version__ = "0.1.0"
