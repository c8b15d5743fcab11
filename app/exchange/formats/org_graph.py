"""Linked data as statements to be asked for, read from Turtle or JSON-LD without a look at any other address."""

from collections.abc import Iterator
from typing import Any

import orjson
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import FOAF, RDFS, SKOS
from rdflib.term import Node

MOST_BYTES = 1_500_000
BASE = "http://document.invalid/"
"""What addresses that are not whole begin with."""
MOST_DEPTH = 60
"""Levels of nesting in JSON-LD, and brackets that are open at once in Turtle: more than any file needs."""
Thing = Node
_SCHEMA = "http://schema.org/"
_NAMES = (SKOS.prefLabel, FOAF.name, RDFS.label, URIRef(f"{_SCHEMA}name"))


class NotRead(ValueError):
    """What is no linked data that could be read, in a sentence."""


def graph_of(raw: bytes) -> Graph:
    """Read Turtle or JSON-LD; NotRead says what is wrong with it. No context or import is ever fetched."""
    if len(raw) > MOST_BYTES:
        raise NotRead(f"The document has {len(raw) / 1e6:.1f} MB: at most {MOST_BYTES / 1e6:.0f} are read.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotRead("The document is no text in UTF-8.") from None
    if "\0" in text:
        raise NotRead("The document has a NUL character in it, which is no text.")
    is_json = text.lstrip().startswith(("{", "["))
    if is_json:
        text = _checked_json(raw)
    elif _depth(text) > MOST_DEPTH:
        raise NotRead(f"The document has more than {MOST_DEPTH} brackets open at once.")
    try:
        return Graph().parse(data=text, format="json-ld" if is_json else "turtle", publicID=BASE)
    except RecursionError:
        raise NotRead("The document is nested too deeply.") from None
    except Exception as error:
        said = " ".join(str(error).split())[:120]
        raise NotRead(f"The document is no {'JSON-LD' if is_json else 'Turtle'}: {said}.") from None


def _depth(text: str) -> int:
    """Return how many brackets are open at once at most, those within texts too, which are few."""
    open_, most = 0, 0
    for character in text:
        if character in "[(":
            open_ += 1
            most = max(most, open_)
        elif character in "])":
            open_ = max(0, open_ - 1)
    return most


def _checked_json(raw: bytes) -> str:
    try:
        said = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise NotRead(f"The document is no JSON: {error.msg}, line {error.lineno}, column {error.colno}.") from None
    waiting: list[tuple[Any, int]] = [(said, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > MOST_DEPTH:
            raise NotRead(f"The document has more than {MOST_DEPTH} levels of nesting.")
        if isinstance(value, list):
            waiting += [(each, depth + 1) for each in value]
        elif isinstance(value, dict):
            contexts = value.get("@context")
            for context in contexts if isinstance(contexts, list) else [contexts]:
                if isinstance(context, str) or (isinstance(context, dict) and "@import" in context):
                    raise NotRead(
                        "The document has a @context elsewhere, which is not fetched: write the context into it."
                    )
            waiting += [(each, depth + 1) for each in value.values()]
    return raw.decode("utf-8-sig")


def name_of(graph: Graph, thing: Thing) -> str:
    """Return what something is called; empty where nobody says."""
    return next((name for by in _NAMES for name in texts_of(graph, thing, by)), "")


def texts_of(graph: Graph, thing: Thing, predicate: URIRef) -> list[str]:
    """Return the texts that something has as a property, in one order."""
    return sorted(str(each) for each in graph.objects(thing, predicate) if isinstance(each, Literal))


def text_of(graph: Graph, thing: Thing, predicate: URIRef) -> str | None:
    """Return one text that something has as a property."""
    return next(iter(texts_of(graph, thing, predicate)), None)


def things_of(graph: Graph, thing: Thing, *predicates: URIRef) -> Iterator[Thing]:
    """Go through the things that something is joined to by properties, in one order."""
    for predicate in predicates:
        yield from sorted((it for it in graph.objects(thing, predicate) if isinstance(it, URIRef | BNode)), key=str)


def things_with(graph: Graph, predicate: URIRef, thing: Thing) -> list[Thing]:
    """Return the things that a property joins to something, in one order."""
    return sorted(set(graph.subjects(predicate, thing)), key=str)


def pairs_of(graph: Graph, predicate: URIRef) -> list[tuple[Thing, Thing]]:
    """Return what a property joins to what, in one order."""
    return sorted(graph.subject_objects(predicate), key=str)
