"""Pictures to keep: pixels and paper, in any view, within bounds, and every name as text."""

import asyncio
import json
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest
import typst
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient

from app.diagram import raster, typesetter
from app.diagram.raster import MOST_LETTERS, MOST_PIXELS, NotSet, composed, png_of
from app.errors import BadInput, TooBusy
from app.reading.catalogue import Catalogue
from app.reading.explorer import MOST_MADE, Explorer
from app.settings import Settings
from app.store.database import Database
from app.store.reader import Reader
from app.web.pictures import making
from tests.sites import Sites
from tests.web.sharing import TYPST, hostile_site, pages_of_pdf, paper_of_pdf, size_of_png

PICTURES = ("bromley", "gloucester", "hammersmith-and-fulham", "bromley/council-on-ageing")
BLANK = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}">{2}</svg>'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[TestClient]:
    with hostile_site(tmp_path_factory.mktemp("hostile"), sites) as client:
        yield client


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_is_saved_as_png_of_2400_pixels_or_fewer_when_small(client: TestClient, picture: str) -> None:
    answer = client.get(f"/diagrams/{picture}.png")
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["content-security-policy"] == "default-src 'none'"
    most = min(2400, 5 * units_of(client, picture))
    assert abs(size_of_png(answer.content)[0] - most) <= 5
    assert len(answer.content) > 30_000, "a blank sheet packs into less"


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_is_saved_as_one_sheet_as_large_as_its_names_need(client: TestClient, picture: str) -> None:
    answer = client.get(f"/diagrams/{picture}.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert pages_of_pdf(answer.content) == 1
    paper = [210, 297] if units_of(client, picture) < 500 else [297, 420]
    assert sorted(paper_of_pdf(answer.content)) == paper


def test_what_is_folded_away_in_a_saved_drawing_is_opened_on_request(client: TestClient) -> None:
    drawn = [client.get(f"/diagrams/bromley.svg{asked}").text for asked in ("", "?open=all")]
    plain, opened = (len(set(re.findall(r'href="([^"]*/bromley/[^"]*)"', each))) for each in drawn)
    assert opened > plain > 20


def units_of(client: TestClient, picture: str) -> float:
    """Return how wide a saved drawing is in its own units, and see that a narrow one is shown larger."""
    said = client.get(f"/diagrams/{picture}.svg").text
    found = re.search(r'<svg [^>]*?width="([0-9.]+)" [^>]*?viewBox="0 0 ([0-9.]+) ', said)
    assert found
    shown, units = float(found[1]), float(found[2])
    assert shown == pytest.approx(units * max(1, min(16 / 13, 1440 / units)), rel=0.01)
    return units


def test_large_type_is_a2_and_more_pixels(client: TestClient) -> None:
    assert sorted(paper_of_pdf(client.get("/diagrams/gloucester.pdf?size=large").content)) == [420, 594]
    assert size_of_png(client.get("/diagrams/gloucester.png?size=large").content)[0] > 4000


@pytest.mark.parametrize("kind", ["png", "pdf"])
def test_files_show_the_view_that_was_asked_for(client: TestClient, kind: str) -> None:
    whole = client.get(f"/diagrams/bromley.{kind}").content
    assert client.get(f"/diagrams/bromley.{kind}?kinds=boards").content != whole


def test_words_are_drawn_by_the_fonts_of_the_project() -> None:
    own = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[typesetter.FONTS])
    assert own.families() == ["Liberation Sans"]
    word = '<text x="10" y="60" font-family="Arial, &quot;Liberation Sans&quot;" font-size="50">Wide</text>'
    said, blank = (
        typesetter.content_of(
            "picture", "png", 144, json.dumps({"width": 200, "height": 80, "svg": BLANK.format(200, 80, drawn)}), own
        )
        for drawn in (word, "")
    )
    assert len(said) > 2 * len(blank)


def test_what_typst_takes_goes_with_a_process_of_its_own() -> None:
    picture = BLANK.format(100, 40, "")
    script = (
        f"import sys; from app.diagram.raster import png_of; print(len(png_of({picture!r})), 'typst' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    size, within = done.stdout.split()
    assert int(size) > 100
    assert within == "False"


def test_what_typst_cannot_set_says_why_and_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotSet, match=r"picture\.typ could not be set"):
        composed("picture", {"svg": "no drawing", "width": 1, "height": 1}, "png")
    monkeypatch.setattr(raster, "SECONDS", 0.001)
    with pytest.raises(TooBusy, match="takes too long"):
        png_of(BLANK.format(100, 40, ""))


def test_a_very_tall_picture_has_fewer_pixels_instead_of_too_many() -> None:
    width, height = size_of_png(png_of(BLANK.format(100, 4000, '<rect width="9" height="9"/>'), width=2400))
    assert width * height <= MOST_PIXELS * 1.01
    assert height == pytest.approx(width * 40, rel=0.01)


def test_too_much_to_draw_is_refused_in_words() -> None:
    with pytest.raises(BadInput, match="too large to print at once"):
        composed("picture", {"svg": "x" * MOST_LETTERS, "width": 1, "height": 1}, "png")


@pytest.mark.parametrize("address", ["/diagrams/testham.pdf", "/diagrams/testham/a.pdf", "/diagrams/testham.png"])
def test_names_that_are_program_text_come_out_as_text(hostile: TestClient, address: str) -> None:
    answer = hostile.get(address)
    assert answer.status_code == 200, answer.text
    if address.endswith("testham.pdf"):
        assert TYPST[:15].encode() in answer.content.replace(b"\\(", b"(")
    assert b"root:" not in answer.content


def test_a_view_that_cannot_be_read_is_refused(client: TestClient) -> None:
    answer = client.get("/diagrams/bromley.pdf?on=2007-02-30")
    assert answer.status_code == 400
    assert client.get("/diagrams/nowhere.png").status_code == 404
    assert client.get("/diagrams/bromley/nobody.pdf").status_code == 404


@pytest.fixture
def explorer() -> Iterator[Explorer]:
    """Return an explorer of its own, which keeps and makes files; its database is not asked and not open."""
    database = Database(Settings(neo4j_uri=""))
    explorer = Explorer(database.settings, database, Reader(database), Catalogue(database))
    yield explorer
    asyncio.run(explorer.close())


def test_what_was_made_is_kept(explorer: Explorer) -> None:
    calls: list[int] = []

    def make() -> bytes:
        calls.append(1)
        return b"made"

    async def twice() -> list[bytes]:
        return [await making.made(explorer, "key", make) for _ in range(2)]

    assert asyncio.run(twice()) == [b"made", b"made"]
    assert len(calls) == 1


def test_what_many_ask_for_at_once_is_made_once(explorer: Explorer) -> None:
    calls: list[int] = []
    go = threading.Event()

    def make() -> bytes:
        calls.append(1)
        return b"made" if go.wait(10) else b""

    async def crowd() -> list[bytes]:
        asked = [asyncio.create_task(making.made(explorer, "key", make)) for _ in range(2 * MOST_MADE)]
        await asyncio.sleep(0.05)
        go.set()
        return await asyncio.gather(*asked)

    assert set(asyncio.run(crowd())) == {b"made"}
    assert len(calls) == 1


def test_what_takes_too_long_is_answered_in_time_and_there_when_somebody_asks_again(explorer: Explorer) -> None:
    go = threading.Event()
    calls: list[int] = []

    def make() -> bytes:
        calls.append(1)
        return b"x" if go.wait(10) else b""

    async def slow() -> bytes:
        with pytest.raises(HTTPException) as refused:
            await making.made(explorer, "key", make, seconds=0.1)
        assert refused.value.status_code == 503
        assert time.monotonic() - start < 5
        go.set()
        return await making.made(explorer, "key", make)

    start = time.monotonic()
    assert asyncio.run(slow()) == b"x"
    assert len(calls) == 1


def test_many_at_once_are_turned_away(explorer: Explorer) -> None:
    go = threading.Event()

    async def crowd() -> list[object]:
        waiting = [
            asyncio.ensure_future(making.made(explorer, f"crowd {n}", lambda: b"x" if go.wait(10) else b"", seconds=9))
            for n in range(MOST_MADE + 3)
        ]
        await asyncio.sleep(0.05)
        go.set()
        return list(await asyncio.gather(*waiting, return_exceptions=True))

    found = asyncio.run(crowd())
    assert sum(isinstance(answer, HTTPException) for answer in found) == 3
    assert found.count(b"x") == MOST_MADE
