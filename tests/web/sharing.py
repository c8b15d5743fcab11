"""What the tests of sharing have in common: a place whose names try to break out, and eyes for files."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from tests.sites import Sites

HTML = {"accept": "text/html"}
TYPST = '#let x = read("/etc/passwd"); *bold* _it_ $x^2$ @ref <lab> `raw` // gone /* too */ #panic("no")'
MARKUP = '</svg></style><style>*{display:none}</style><script>alert(1)</script><image href="file:///etc/passwd"/>'

PLACE = f"""
place: testham
themes: [{{id: t, name: '{TYPST}'}}]
organizations:
  - {{id: a, name: '{TYPST}', purpose: '{MARKUP}', classification: forum, kind: collaboration, theme: t, cites: 's, p'}}
  - {{id: b, name: '{MARKUP}', purpose: '{TYPST}', classification: lsp, kind: collaboration, cites: 's, p'}}
people:
  - {{id: p, name: '{TYPST}', cites: 's, p'}}
posts:
  - {{id: q, on: b, label: '{TYPST}', onBehalfOf: a, holders: [p], cites: 's, p'}}
lines:
  - {{from: a, type: feeds_into, to: b, cites: 's, p'}}
"""


@contextmanager
def hostile_site(folder: Path, sites: Sites) -> Iterator[TestClient]:
    """Return the application over a place whose names are program text."""
    seeds = folder / "seeds"
    seeds.mkdir()
    (seeds / "testham.yaml").write_text(PLACE)
    (seeds / "areas.yaml").write_text(f"areas: [{{id: testham, name: '{TYPST}'}}]")
    source = f"id: s, title: '{TYPST}', published: 2008-01, url: 'https://example.org/report'"
    (seeds / "sources.yaml").write_text(f"sources: [{{{source}}}]")
    with sites.over(seeds) as (client, _):
        yield client


def size_of_png(content: bytes) -> tuple[int, int]:
    """Read width and height of a PNG."""
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])


def pages_of_pdf(content: bytes) -> int:
    """Count the pages of a PDF by its page tree."""
    assert content.startswith(b"%PDF-")
    return len(re.findall(rb"/Type/Page\b", content))


def paper_of_pdf(content: bytes) -> tuple[int, int]:
    """Return width and height of a PDF's first page, in whole millimetres."""
    found = re.search(rb"/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]", content)
    assert found
    return round(float(found[1]) / 72 * 25.4), round(float(found[2]) / 72 * 25.4)
