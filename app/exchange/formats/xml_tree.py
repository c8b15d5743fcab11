"""XML from outside becomes a tree of elements by their local names in lower case; what grows in reading is refused."""

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

MOST_BYTES = 20_000_000
MOST_ELEMENTS, MOST_DEPTH = 500_000, 60


class BadXml(ValueError):
    """A sentence that says why a document is not read."""


def tree_of(content: bytes) -> Element:
    """Read a document; BadXml where it is none, defines words of its own, or is too large or too deep.

    Prefixes of namespaces are left out. Nothing is fetched.
    """
    if len(content) > MOST_BYTES:
        raise BadXml(f"The document has {len(content) / 1e6:.1f} MB: at most {MOST_BYTES / 1e6:.0f} are read.")
    builder, open_, count = TreeBuilder(), 0, 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal open_, count
        open_, count = open_ + 1, count + 1
        if open_ > MOST_DEPTH or count > MOST_ELEMENTS:
            raise BadXml("The document has more elements, or more within each other, than any answer has.")
        builder.start(_local(name), {_local(each): value for each, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal open_
        open_ -= 1
        builder.end(_local(name))

    def refuse(*_: object) -> None:
        raise BadXml("The document defines words of its own (<!DOCTYPE>), which is not read: save it without them.")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        said = expat.errors.messages[error.code]
        raise BadXml(f"The document is no XML: {said}, line {error.lineno}, column {error.offset + 1}.") from None
    return builder.close()


def _local(name: str) -> str:
    return name.rpartition(" ")[2].casefold()
