"""A view as one file, opened as whoever got it by e-mail opens it: from the disk, without any connection."""

import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from app.diagram.draw import draw
from app.domain.records import Source
from app.domain.view import View
from app.web.pictures.offline import KeptBody, KeptLine, OfflinePage, within_file
from app.web.pictures.offline import small as small_drawing
from app.web.shell import bundling
from app.web.shell.operating import Operator, Reached
from app.web.shell.render import environment
from tests.browser.live import CANVAS, LIVE, SAID, document, ink, place_of, two_frames, wait_live
from tests.browser.looks import look_over
from tests.paper import text_of
from tests.unit.diagram_cases import small

Open = Callable[..., Page]
COUNCIL = "bromley/council-on-ageing"
FORUM = "bromley/mental-health-forum"
PANEL = "[data-offline-panel]"


def saved(site: str, folder: Path, address: str) -> str:
    """Save what an address answers with, and return where it then is."""
    with urllib.request.urlopen(f"{site}{address}") as answer:  # noqa: S310 -- our own site
        kept = folder / str(answer.headers["content-disposition"]).partition('"')[2].rstrip('"')
        kept.write_bytes(answer.read())
    return kept.as_uri()


@pytest.fixture
def offline(browser: Browser, site: str, tmp_path: Path) -> Iterator[Open]:
    """Return a way to open the file of an address; whatever it asks for, and whatever goes wrong, fails the test."""
    wrong: list[str] = []
    contexts = []

    def opened(address: str, **how: object) -> Page:
        context = browser.new_context(**how)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_offline(True)
        page = context.new_page()
        page.on("console", lambda said: wrong.append(said.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        where = saved(site, tmp_path, address)
        page.on("request", lambda sent: None if sent.url.partition("#")[0] == where else wrong.append(sent.url))
        page.goto(where)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.mark.parametrize(
    "address", ["/diagrams/bromley.html", "/diagrams/gloucester.html", f"/diagrams/{COUNCIL}.html"]
)
def test_the_picture_is_drawn_as_on_the_site(offline: Open, address: str) -> None:
    page = offline(address)
    wait_live(page)
    expect(page.locator("[data-diagram-plain]")).to_be_hidden()
    filled = [
        id_ for id_, box in document(page)["boxes"].items() if box["style"] not in {"sub-group", "member", "away"}
    ]
    inked = [id_ for id_ in filled if ink(page, id_) > 0.05]
    assert len(inked) > len(filled) / 2, "some may be beyond the edge of a narrow window"
    assert page.get_by_role("table").count() == 3
    expect(page.get_by_role("list", name="Legend")).to_be_visible()


def test_a_body_is_chosen_by_click_and_told_about(offline: Open) -> None:
    page = offline("/diagrams/bromley.html")
    wait_live(page)
    page.locator(CANVAS).click(position=place_of(page, FORUM))  # type: ignore[arg-type]
    panel = page.locator(PANEL)
    expect(panel.get_by_role("heading", name="Mental Health Forum", exact=True)).to_be_visible()
    expect(panel).to_contain_text("feeds into")
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()


def test_a_body_is_chosen_by_keys_and_the_focus_comes_back(offline: Open) -> None:
    page = offline("/diagrams/gloucester.html?about=gloucester/gloucester-partnership-executive&on=2010-01")
    wait_live(page)
    page.locator(CANVAS).focus()
    page.keyboard.press("Home")
    page.keyboard.press("End")
    page.keyboard.type("gloucester partnership ex")
    expect(page.locator(SAID)).to_contain_text("Gloucester Partnership Executive")
    page.keyboard.press("Enter")
    heading = page.locator(PANEL).get_by_role("heading", level=2)
    expect(heading).to_be_focused()
    expect(page.locator(PANEL)).to_contain_text("Melanie Dafforn")
    page.keyboard.press("Escape")
    expect(page.locator(PANEL)).to_be_hidden()
    expect(page.locator(CANVAS)).to_be_focused()


def test_what_is_looked_for_stays_lit_and_is_counted(offline: Open) -> None:
    page = offline("/diagrams/bromley.html")
    wait_live(page)
    before = ink(page, FORUM)
    field = page.get_by_label("Find", exact=True)
    field.fill("ageing")
    expect(page.get_by_role("status").filter(has_text="found")).to_be_visible()
    two_frames(page)
    assert ink(page, FORUM) < before / 2, "what does not fit fades"
    field.press("Enter")
    expect(page.get_by_role("status").filter(has_text="1 of")).to_be_visible()


def test_the_legend_lights_what_it_explains(offline: Open) -> None:
    page = offline("/diagrams/bromley.html")
    wait_live(page)
    before = ink(page, FORUM)
    page.get_by_role("button", name="Partnership board").click()
    assert ink(page, FORUM) < before / 2


def test_the_picture_zooms_and_moves(offline: Open) -> None:
    page = offline("/diagrams/bromley.html")
    wait_live(page)
    scale = "() => document.querySelector('[data-diagram-canvas]').clientHeight"
    fitted = page.evaluate(scale)
    before = ink(page, "bromley/local-strategic-partnership")
    for _ in range(6):
        page.get_by_role("button", name="Zoom in").click()
    two_frames(page)
    page.get_by_role("button", name="Fit").click()
    two_frames(page)
    assert (page.evaluate(scale), ink(page, "bromley/local-strategic-partnership")) == (fitted, before)


def test_what_a_view_has_found_and_chosen_is_so_when_the_file_opens(offline: Open) -> None:
    page = offline(f"/diagrams/bromley.html?find=carers&select={COUNCIL}")
    wait_live(page)
    expect(page.get_by_label("Find", exact=True)).to_have_value("carers")
    expect(page.locator(PANEL)).to_contain_text("Council on Ageing")


def test_on_a_telephone_the_drawing_is_there_and_tells_by_a_tap(offline: Open) -> None:
    page = offline("/diagrams/gloucester.html", viewport={"width": 390, "height": 800}, has_touch=True)
    expect(page.locator(LIVE)).to_have_count(0)
    shape = page.locator("[data-diagram-plain] svg .dg-lsp").first
    assert shape.evaluate("it => getComputedStyle(it).fill") == "rgb(29, 53, 87)"
    link = page.locator("[data-diagram-plain] svg a").first
    link.tap()
    expect(page.locator(PANEL)).to_be_in_viewport()
    expect(link).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Explore the picture").click()
    wait_live(page)


def test_without_javascript_the_drawing_leads_to_the_tables(offline: Open) -> None:
    page = offline("/diagrams/gloucester.html", java_script_enabled=False)
    link = page.locator("[data-diagram-plain] svg a[href^='#']").first
    there = link.get_attribute("href")
    assert there
    link.click()
    assert page.url.endswith(there)
    expect(page.get_by_label("Find", exact=True)).to_be_hidden()
    expect(page.get_by_role("table")).to_have_count(3)
    expect(page.get_by_role("cell", name="Melanie Dafforn").first).to_be_visible()


def test_on_paper_it_has_the_picture_the_tables_and_nothing_to_press(offline: Open) -> None:
    page = offline("/diagrams/gloucester.html?on=2010-01")
    wait_live(page)
    page.emulate_media(media="print")
    expect(page.locator("[data-diagram-plain] svg").first).to_be_visible()
    expect(page.locator(CANVAS)).to_be_hidden()
    expect(page.get_by_label("Find", exact=True)).to_be_hidden()
    printed = text_of(page.pdf(format="A4"))
    for words in ("AsthingsstoodinJanuary2010", "MelanieDafforn", "Aboutthisfile"):
        assert words in printed


def test_names_that_are_program_text_are_drawn_and_told_as_text(browser: Browser, tmp_path: Path) -> None:
    """Made from a structure by hand, since no place of the site has such names."""
    kept = tmp_path / "hostile.html"
    kept.write_text(hostile_file(), "utf-8")
    context = browser.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on("request", lambda sent: None if sent.url == kept.as_uri() else wrong.append(sent.url))
    page.goto(kept.as_uri())
    wait_live(page)
    page.locator(CANVAS).focus()
    for key in ("ArrowDown", "Home", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(PANEL).get_by_role("heading", level=2)).to_contain_text("<img src=x")
    page.get_by_label("Find", exact=True).fill("onerror")
    expect(page.get_by_role("status").filter(has_text="found")).to_be_visible()
    assert page.locator("img, script[src]").count() == 0
    context.close()
    assert wrong == []


def hostile_file() -> str:
    """Return a file whose every text tries to break out of it."""
    evil = "</script></style><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}"
    nodes, lines, posts, behalf = small()
    nodes = [replace(node, name=f"{evil} {node.id}", note=evil) for node in nodes]
    drawing = draw(nodes, lines, posts, behalf, title=evil, href=within_file)
    page = OfflinePage(
        title=drawing.title,
        drawing=small_drawing(drawing),
        view=View(find=""),
        bundle=bundling.offline(),
        day=evil,
        apart=evil,
        drawn=evil,
        bodies=tuple(KeptBody(node.id, node.name, "forum", evil, evil, True) for node in nodes),
        ids=frozenset(node.id for node in nodes),
        seats=(),
        lines=tuple(KeptLine(row, evil) for row in drawing.rows if row.from_href and row.to_href),
        sources=(Source(evil, evil, evil, (evil,), None, evil, evil),),
        operator=Operator(evil, Reached("mailto:a", evil), None),
        online=f"https://example.org/{evil}",
        site=evil,
        cite=evil,
        made=evil,
    )
    context = {field.name: getattr(page, field.name) for field in fields(page)}
    return environment().get_template(page.template).render(context | {"printed": "2026-11-30", "not_public": evil})


@pytest.mark.parametrize(
    "address", ["/diagrams/bromley.html", f"/diagrams/{COUNCIL}.html", "/relationships/hammersmith-and-fulham.html"]
)
def test_nothing_is_objected_to_and_nothing_overflows(
    browser: Browser, site: str, tmp_path: Path, address: str
) -> None:
    where = saved(site, tmp_path, address)
    assert look_over(browser, "file://", [where]) == {}
