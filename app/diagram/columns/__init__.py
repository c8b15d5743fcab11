"""The map of a place, as a pure function from what is drawn to where it stands."""

from app.diagram.columns.layout import lay_out_map

__all__ = ["lay_out_map"]
