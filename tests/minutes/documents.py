"""Minutes as files: the same lines and rows as DOCX, ODT, PDF, HTML and text; bad files of each sort."""

import html
import io
import zipfile
from collections.abc import Sequence
from functools import cache

import docx
import typst

Rows = list[list[str]]
Block = str | Rows
"""A paragraph, or a table."""
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def blocks_of(text: str) -> list[Block]:
    """Divide text whose tables have tabs between their cells, or a cell a line after a tab, into paragraphs and tables."""
    found: list[Block] = []
    row: list[str] = []
    table: Rows = []

    def end_row() -> None:
        if row:
            table.append(list(row))
            row.clear()

    def end_table() -> None:
        end_row()
        if table:
            found.append(list(table))
            table.clear()

    for line in text.splitlines():
        if line.startswith("\t") and line.strip():
            row.append(line.strip())
        elif "\t" in line:
            end_row()
            table.append(line.split("\t"))
        elif not line.strip():
            end_row()
        else:
            end_table()
            found.append(line.strip())
    end_table()
    return found


def as_docx(blocks: Sequence[Block]) -> bytes:
    made = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            made.add_paragraph(block)
            continue
        table = made.add_table(rows=0, cols=max(map(len, block)))
        for row in block:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def as_odt(blocks: Sequence[Block], doctype: str = "") -> bytes:
    told = []
    for block in blocks:
        if isinstance(block, str):
            told.append(f"<text:p>{html.escape(block)}</text:p>")
            continue
        rows = ["".join(f"<table:table-cell>{_paragraphs(cell)}</table:table-cell>" for cell in row) for row in block]
        told.append(
            "<table:table>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>"
        )
    spaces = f'xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}" xmlns:table="{_TABLE}"'
    body = f"<office:document-content {spaces}><office:body><office:text>{''.join(told)}</office:text></office:body></office:document-content>"
    return packed(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f'<?xml version="1.0"?>{doctype}{body}'}
    )


def _paragraphs(cell: str) -> str:
    return "".join(f"<text:p>{html.escape(line)}</text:p>" for line in cell.split("\n"))


def as_html(blocks: Sequence[Block]) -> bytes:
    told = [
        "<!doctype html><html><head><title>x</title><style>p {}</style></head><body><script>var a = 'Present: Ann Lee'</script>"
    ]
    for block in blocks:
        if isinstance(block, str):
            told.append(f"<p>{html.escape(block)}</p>")
            continue
        cells = [[html.escape(cell).replace("\n", "<br>") for cell in row] for row in block]
        told.append(
            "<table>"
            + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
            + "</table>"
        )
    return "".join(told).encode()


def as_text(blocks: Sequence[Block]) -> bytes:
    told = [
        block
        if isinstance(block, str)
        else "\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in block)
        for block in blocks
    ]
    return "\n\n".join(told).encode()


@cache
def _compiled(source: str) -> bytes:
    made = typst.compile(source.encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def as_pdf(blocks: Sequence[Block], columns: str = "auto") -> bytes:
    """Set pages in Typst's own serif, with tables without lines."""
    told = ['#set page(paper: "a4", margin: 2cm, numbering: "1")\n#set text(size: 11pt)\n#set par(justify: true)']
    for block in blocks:
        if isinstance(block, str):
            told.append(_escaped(block))
            continue
        width = max(map(len, block))
        cells = [f"[{_escaped(cell)}]" for row in block for cell in [*row, *[""] * (width - len(row))]]
        widths = f"(1fr,) * {width}" if columns == "wide" else str(width)
        told.append(f"#table(columns: {widths}, stroke: none, {', '.join(cells)})")
    return _compiled("\n\n".join(told))


def _escaped(text: str) -> str:
    return "".join(
        f"\\{letter}" if letter in "\\#$*_`<>@[]=-+/~'\"" else " \\ " if letter == "\n" else letter for letter in text
    )


def packed(parts: dict[str, str | bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return kept.getvalue()


WAYS = {"docx": as_docx, "odt": as_odt, "pdf": as_pdf, "html": as_html, "txt": as_text}
