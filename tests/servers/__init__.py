"""Servers of others that tests run as processes of their own, on loopback."""
