"""Atom feeds (RFC 4287): what every feed of the site is made with. Names are only ever text in it."""

from datetime import datetime
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from app.diagram.text import cleaned

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
MOST = 100
"""How many entries a feed has."""
_MINTED = "2026"
"""The year in tag addresses (RFC 4151): that since which whoever runs the site gives out ids of this shape."""

register_namespace("", ATOM)


def begun(id_: str, title: str, subtitle: str, updated: datetime) -> Element:
    """Begin a feed of the site."""
    feed = Element(named("feed"), {"{http://www.w3.org/XML/1998/namespace}lang": "en-GB"})
    text(feed, "id", id_)
    text(feed, "title", title)
    text(feed, "subtitle", subtitle)
    text(feed, "updated", written(updated))
    text(SubElement(feed, named("author")), "name", "Partnership Explorer")
    return feed


def entry_in(feed: Element, id_: str, title: str, updated: datetime) -> Element:
    """Add an entry to a feed."""
    entry = SubElement(feed, named("entry"))
    text(entry, "id", id_)
    text(entry, "title", title)
    text(entry, "updated", written(updated))
    return entry


def finished(feed: Element) -> bytes:
    """Write a feed."""
    content: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return content


def written(moment: datetime) -> str:
    """Write a moment in UTC as RFC 3339 has it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment.year > 999 else f"{moment.isoformat()[:19]}Z"


def tag(origin: str, path: str) -> str:
    """Return an id that stays, wherever the site is moved to under its host."""
    return f"tag:{urlsplit(origin).hostname},{_MINTED}:{quote(cleaned(path))}"


def named(element: str) -> str:
    """Return the name of an element in Atom's namespace."""
    return f"{{{ATOM}}}{element}"


def text(parent: Element, element: str, words: str) -> None:
    """Add an element with words in it."""
    SubElement(parent, named(element)).text = cleaned(words)


def link(parent: Element, rel: str, href: str, type_: str) -> None:
    """Add a link."""
    SubElement(parent, named("link"), {"rel": rel, "href": href, "type": type_})
