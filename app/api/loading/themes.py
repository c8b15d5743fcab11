"""Themes by ids of their own, over all places."""

from dataclasses import replace

from app.domain import records as r


def theme_of(body: r.Organization) -> r.Theme | None:
    """Return the theme of a body by an id of its own: two places may each have a theme `health`."""
    return theme_at(body.id.partition("/")[0], body.theme) if body.theme else None


def theme_at(place: str, theme: r.Theme) -> r.Theme:
    """Return a theme by its id over all places."""
    return replace(theme, id=f"{place}/{theme.id}")
