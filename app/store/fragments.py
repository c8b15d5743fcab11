"""Fragments: what many queries share, each with a name, put where a query file says `{{ name(argument, ...) }}`.

A fragment is a file in `cypher/fragments/`. Its heading says what it is for, its arguments and, where it stands for
columns of a row, those: a query's own heading takes them over by the fragment's name. What is listed in the vocabulary
or in a record is no file: it comes from there, so that a query lists nothing that is listed elsewhere. Fragments may
use each other. One of several lines is indented like the line on which it is used.
"""

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.vocabulary import LineType
from app.store.properties import property_columns, property_names

FOLDER = Path(__file__).resolve().parents[2] / "cypher"
_PARTS = re.compile(r" (?=(?:Arguments|Parameters|Columns): )")
_USE = re.compile(r"\{\{ (\w+)(?:\((.*?)\))? \}\}")


class BadQuery(ValueError):
    """A query file or a fragment cannot be read; the message names the file, the line and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A text that others are made with: its arguments by name, and the columns it stands for, as they are declared."""

    name: str
    arguments: tuple[str, ...]
    text: str
    columns: str = ""
    uses: frozenset[str] = frozenset()
    """The names of the fragments it is made of in turn."""


@dataclass(slots=True)
class Expanded:
    """A file with every fragment in its place."""

    heading: str = ""
    body: str = ""
    uses: set[str] = field(default_factory=set)

    @property
    def purpose(self) -> str:
        """What the heading says first."""
        return _PARTS.split(self.heading)[0]

    @property
    def said(self) -> dict[str, str]:
        """What the heading says under its titles: Arguments, Parameters, Columns."""
        return {title: said for title, _, said in (part.partition(": ") for part in _PARTS.split(self.heading)[1:])}


@functools.cache
def fragment_named(name: str, within: tuple[str, ...] = ()) -> Fragment:
    """Read a fragment, whole with those it uses; KeyError when there is none of the name.

    `within` are the fragments on whose behalf it is read: BadQuery when it uses one of them, or itself.
    """
    path = FOLDER / "fragments" / f"{name}.cypher"
    if not path.is_file():
        raise KeyError(name)
    expanded = expand(path.read_text("utf-8"), str(path.relative_to(FOLDER.parent)), within=(*within, name))
    said = expanded.said
    return Fragment(
        name,
        argument_names(said.get("Arguments", "")),
        expanded.body,
        said.get("Columns", "").removesuffix("."),
        frozenset(expanded.uses),
    )


def argument_names(said: str) -> tuple[str, ...]:
    """Read the names out of `l, the line; a, where it starts.`."""
    return tuple(part.split(",")[0].strip() for part in said.removesuffix(".").split(";")) if said else ()


def replaced(text: str, given: dict[str, str]) -> str:
    """Put what is given for arguments where a text names them, but neither for `.name` nor for `$name`."""
    if not given:
        return text
    # At once, so that what is put in for one argument is not taken for another.
    return re.sub(rf"(?<![\w.$])({'|'.join(given)})\b", lambda found: given[found[1]], text)


def fragment_names() -> list[str]:
    """List the names of all fragments that are files."""
    return sorted(path.stem for path in (FOLDER / "fragments").glob("*.cypher"))


def kinds_of_line() -> str:
    """Return the types of all lines, as a pattern has them: `REPORTS_TO|SUB_GROUP_OF|...`."""
    return "|".join(kind.relationship for kind in LineType)


def properties(record: str, variable: str) -> str:
    """Return what a record has straight from its node: `o.id, o.name, ...`."""
    return ", ".join(f"{variable}.{name}" for name in property_names(record))


FROM_THE_DOMAIN: dict[str, Callable[..., str]] = {"kinds_of_line": kinds_of_line, "properties": properties}
"""The fragments that are no files, since another module already lists what they say."""


def expand(text: str, where: str, *, within: tuple[str, ...] = (), left: frozenset[str] = frozenset()) -> Expanded:
    """Put fragments where a file uses them; the heading is the comment with which it opens, as one line.

    Those named by `left` stay as they are written, for whoever puts something else there. BadQuery names the file and
    the line of a fragment that is unknown, uses itself or has other arguments.
    """
    expanded, heading, body = Expanded(), list[str](), list[str]()
    for number, line in enumerate(text.splitlines(), 1):
        at = f"{where}:{number}"
        if line.startswith("//"):
            if body:
                continue
            heading.append(_USE.sub(functools.partial(_declared, at=at), line[2:].strip()))
            continue
        indent = line[: len(line) - len(line.lstrip())]

        def text_of(use: re.Match[str], at: str = at, indent: str = indent) -> str:
            if use[1] in left:
                return use[0]
            return _text(use, at, within, expanded.uses).replace("\n", "\n" + indent)

        body.append(_USE.sub(text_of, line))
        if "{{" in _USE.sub("", line):
            raise BadQuery(f"{at}: write {{{{ name(argument, ...) }}}} for a fragment, not '{line.strip()}'")
    if not text.startswith("//"):
        raise BadQuery(f"{where}:1: expected a comment that says what this is for")
    expanded.heading, expanded.body = " ".join(heading), "\n".join(body).strip()
    return expanded


def _text(use: re.Match[str], at: str, within: tuple[str, ...], uses: set[str]) -> str:
    name, arguments = use[1], tuple(_arguments(use[2] or ""))
    uses.add(name)
    if name in FROM_THE_DOMAIN:
        try:
            return FROM_THE_DOMAIN[name](*arguments)
        except (TypeError, KeyError) as error:
            raise BadQuery(f"{at}: '{use[0]}' cannot be made: {error}") from error
    fragment = _known(name, at, within)
    uses |= fragment.uses
    if len(arguments) != len(fragment.arguments):
        expected = ", ".join(fragment.arguments) or "none"
        raise BadQuery(f"{at}: '{name}' takes the arguments {expected}; {len(arguments)} are given")
    return replaced(fragment.text, dict(zip(fragment.arguments, arguments, strict=True)))


def _declared(use: re.Match[str], at: str) -> str:
    """Return the columns that a fragment named in a heading stands for."""
    if use[1] != "properties":
        return _known(use[1], at, ()).columns
    try:
        return ", ".join(property_columns(use[2]))
    except KeyError as error:
        raise BadQuery(f"{at}: '{use[0]}' cannot be made: {error}") from error


def _known(name: str, at: str, within: tuple[str, ...]) -> Fragment:
    if name in within:
        raise BadQuery(f"{at}: '{name}' uses itself")
    try:
        return fragment_named(name, within)
    except KeyError:
        known = ", ".join([*fragment_names(), *FROM_THE_DOMAIN])
        raise BadQuery(f"{at}: there is no fragment '{name}'; there are {known}") from None


def _arguments(text: str) -> Iterator[str]:
    """Cut the arguments of a use at its commas, those in quotes, brackets and parentheses aside."""
    for part in re.findall(r"(?:'[^']*'|\[[^\]]*\]|\([^)]*\)|[^,])+", text):
        yield part.strip()
