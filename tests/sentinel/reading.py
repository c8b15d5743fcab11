"""Reading an answer: a page as a tree, its tables by their headings, its links and forms, and the words it says."""

import csv
import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.etree import ElementTree

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_UNSAID = frozenset({"form", "script", "style", "datalist", "textarea", "select"})
"""What only offers choices, or repeats what was asked: no part of an answer."""
_MAIN = re.compile(r"<main.*</main>", re.DOTALL)
_LEFT_OUT = re.compile(rf'<({"|".join(_UNSAID)})\b.*?</\1>|<section class="share".*?</section>', re.DOTALL)
_PICTURE = re.compile(r'<section aria-labelledby="picture">.*?</section>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass
class Node:
    """An element of a page, with its elements and texts in their order."""

    tag: str
    attributes: dict[str, str]
    children: list["Node | str"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """Yield this element and all below it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, *tags: str) -> list["Node"]:
        """Return the elements of some tags, this one included."""
        return [node for node in self.walk() if node.tag in tags]

    def text(self) -> str:
        """Return the whole text as it reads, spaces made one."""
        return squeezed("".join(child if isinstance(child, str) else f" {child.text()} " for child in self.children))

    def has_class(self, name: str) -> bool:
        """Tell whether the element has a class."""
        return name in self.attributes.get("class", "").split()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parsed(text: str) -> Node:
    """Read a page, or a part of one."""
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.root


def squeezed(text: str) -> str:
    """Return a text with its spaces made one."""
    return " ".join(html.unescape(text).split())


def said(page: str) -> str:
    """Return the text of an answer in marks, spaces made one: without forms, and of a page only what is in `main`.

    A picture beside an answer is left out, since it would hide what the answer itself lacks: `pictured` has it.
    """
    main = _MAIN.search(page)
    return squeezed(_TAG.sub(" ", _LEFT_OUT.sub(" ", _PICTURE.sub(" ", main[0] if main else page))))


def pictured(page: str) -> str:
    """Return the text of the picture beside an answer, with its table."""
    return squeezed(_TAG.sub(" ", " ".join(_PICTURE.findall(page))))


def tables(page: Node) -> list["Table"]:
    """Return the tables of a page, in their order."""
    return [Table(node) for node in page.all("table")]


class Table:
    """A table, its cells found by what is written over them."""

    def __init__(self, node: Node) -> None:
        """Read headings and rows; a cell that calls itself other than its heading does fails."""
        head = node.all("thead")[0]
        self.headings = [cell.text() for cell in head.all("th")]
        self.rows: list[dict[str, str]] = []
        for part in node.all("tbody", "tfoot"):
            for row in part.all("tr"):
                cells = [child for child in row.children if isinstance(child, Node) and child.tag in {"th", "td"}]
                if len(cells) == len(self.headings):
                    self.rows.append(self._row(cells))

    def row(self, first: str) -> dict[str, str]:
        """Return the row whose first cell begins with a text, by the headings."""
        found = [row for row in self.rows if row[self.headings[0]].startswith(first)]
        assert len(found) == 1, (first, [row[self.headings[0]] for row in self.rows])
        return found[0]

    def _row(self, cells: list[Node]) -> dict[str, str]:
        for heading, cell in zip(self.headings, cells, strict=True):
            label = cell.attributes.get("data-label")
            assert label is None or heading.startswith(label), f"a cell under '{heading}' calls itself '{label}'"
        return {heading: cell.text() for heading, cell in zip(self.headings, cells, strict=True)}


def csv_rows(content: bytes) -> list[dict[str, str]]:
    """Read a CSV file, each row by the headings."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def xlsx_rows(content: bytes) -> list[dict[str, str]]:
    """Read the first sheet of a workbook, each row by the headings."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 -- our own file
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 -- our own file
    texts = ["".join(part.text or "" for part in entry.iter(f"{_SHEET}t")) for entry in shared.iter(f"{_SHEET}si")]
    rows: list[dict[str, str]] = []
    for row in sheet.iter(f"{_SHEET}row"):
        cells: dict[str, str] = {}
        for cell in row.iter(f"{_SHEET}c"):
            value = cell.findtext(f"{_SHEET}v", "")
            column = re.sub(r"\d", "", cell.attrib["r"])
            cells[column] = texts[int(value)] if cell.attrib.get("t") == "s" else value
        rows.append(cells)
    headings = rows[0]
    return [{heading: row.get(column, "") for column, heading in headings.items()} for row in rows[1:]]


def definitions(page: Node) -> dict[str, str]:
    """Return what a page's lists of facts say: term to description."""
    pairs = [(node.all("dt"), node.all("dd")) for node in page.all("div")]
    return {terms[0].text(): said[0].text() for terms, said in pairs if len(terms) == 1 and said}


def sections(page: Node) -> dict[str, str]:
    """Return what stands under each heading of a page, up to the next heading."""
    found: dict[str, list[str]] = {}
    heading = ""

    def read(node: Node) -> None:
        nonlocal heading
        for child in node.children:
            if isinstance(child, str):
                found.setdefault(heading, []).append(child)
            elif child.tag in {"h1", "h2", "h3"}:
                heading = child.text()
                found.setdefault(heading, [])
            elif child.tag not in _UNSAID:
                read(child)

    read(page)
    return {heading: squeezed(" ".join(texts)) for heading, texts in found.items()}


class PrintedTable:
    """A table in a terminal, its cells found by what is written over them."""

    def __init__(self, text: str, first: str) -> None:
        """Read the table whose first heading is `first`."""
        lines = text.splitlines()
        top = next(at for at, line in enumerate(lines) if "┃" in line and line.split("┃")[0].strip() == first)
        headings = [cell.strip() for cell in lines[top].split("┃")]
        self.rows: dict[str, dict[str, str]] = {}
        for line in lines[top + 2 :]:
            if "│" not in line:
                break
            cells = [cell.strip() for cell in line.split("│")]
            self.rows[cells[0]] = dict(zip(headings, cells, strict=True))


def figures(page: Node) -> dict[str, list[str]]:
    """Return the key of each bar of a page: letter, label and number of each part."""
    return {
        figure.all("figcaption")[0].text(): [part.text() for part in figure.all("li")]
        for figure in page.all("figure")
        if figure.has_class("bar")
    }
