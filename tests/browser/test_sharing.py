"""Sharing in a real browser: framed on another site, refused elsewhere, copied, stepped through, printed."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect

from app.web.pictures.citing import frame_code
from tests.browser.live import open_live
from tests.paper import text_of

FAITH = "/stories/bromley/why-nobody-speaks-for-faith-groups"


class Council(BaseHTTPRequestHandler):
    """Another site, on another port: what it serves is set by each test."""

    page = ""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.page.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def council() -> Iterator[str]:
    """Return the address of another site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Council)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site)
    yield context.new_page()
    context.close()


def test_the_offered_code_frames_the_live_picture_and_fits_its_height(page: Page, site: str, council: str) -> None:
    code = frame_code(site, "/embed/gloucester", "Gloucester", 1440, 300)
    Council.page = f"<!doctype html><title>Council</title><h1>Council</h1>{code}"
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto(council)
    inside = page.frame_locator("iframe")
    expect(inside.locator("h1")).to_contain_text("Gloucester")
    expect(inside.locator("[data-diagram][data-state=live]")).to_be_attached()
    page.wait_for_function("parseFloat(document.querySelector('iframe').style.height) > 420")
    high = inside.locator("body").evaluate("it => Math.ceil(it.getBoundingClientRect().height)")
    assert abs(page.locator("iframe").evaluate("it => parseFloat(it.style.height)") - high) <= 2
    assert [said for said in wrong if "favicon" not in said and "404" not in said] == []


def test_the_frame_works_by_keyboard_and_opens_bodies_beside_the_page(page: Page, site: str, council: str) -> None:
    Council.page = f'<iframe src="{site}/embed/gloucester" style="width: 100%; height: 900px"></iframe>'
    page.goto(council)
    inside = page.frame_locator("iframe")
    expect(inside.locator("[data-diagram][data-state=live]")).to_be_attached()
    canvas = inside.locator("[data-diagram-canvas]")
    canvas.focus()
    page.keyboard.press("Home")
    expect(inside.locator("[data-diagram-said]")).to_contain_text("Gloucester Partnership")
    with page.context.expect_page() as opened:
        page.keyboard.press("Enter")
    expect(opened.value.locator("h1")).to_contain_text("Gloucester Partnership")
    assert page.url.rstrip("/") == council
    expect(inside.locator(".diagram__legend .diagram__kind").first).to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_the_frame_shows_its_picture_without_javascript(browser: Browser, site: str, council: str) -> None:
    Council.page = f'<iframe src="{site}/embed/gloucester" style="width: 100%; height: 900px"></iframe>'
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(council)
    expect(page.frame_locator("iframe").locator("figure svg").first).to_be_visible()
    expect(page.frame_locator("iframe").get_by_role("link", name="Open in Partnership Explorer")).to_be_visible()
    context.close()


@pytest.mark.parametrize("path", ["/", "/gloucester", "/stories", "/booklet/gloucester"])
def test_nothing_else_can_be_framed(page: Page, site: str, council: str, path: str) -> None:
    Council.page = f'<iframe src="{site}{path}"></iframe>'
    with page.expect_console_message(lambda said: "frame-ancestors" in said.text):
        page.goto(council)
    assert site + path not in [frame.url for frame in page.frames if frame.locator("h1").count()]


def test_a_page_cannot_set_the_height_of_a_frame_by_another_s_message(page: Page, site: str, council: str) -> None:
    Council.page = (
        f'<iframe src="{site}/embed/gloucester" style="width: 800px; height: 900px"></iframe>'
        f'<script src="{site}/static/js/embed_resize.js"></script>'
    )
    page.goto(council)
    page.wait_for_function("document.querySelector('iframe').style.aspectRatio === 'auto'")
    before = page.locator("iframe").evaluate("it => it.style.height")
    page.evaluate("window.postMessage({ type: 'partnership-explorer:height', height: 3333 }, '*')")
    page.wait_for_timeout(200)
    assert page.locator("iframe").evaluate("it => it.style.height") == before


def test_a_story_is_stepped_through_by_keyboard(watched: Page) -> None:
    watched.goto(FAITH)
    watched.keyboard.press("ArrowRight")
    watched.wait_for_url(f"**{FAITH}?step=2")
    expect(watched.locator("h2").first).to_contain_text("A forum for nearly everybody")
    watched.keyboard.press("ArrowLeft")
    watched.wait_for_url(f"**{FAITH}")
    field = watched.locator("#share-link")
    field.focus()
    watched.keyboard.press("ArrowRight")
    watched.wait_for_timeout(300)
    assert watched.url.endswith(FAITH)


def test_a_link_is_copied(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{FAITH}?step=2")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}{FAITH}?step=2"
    page.get_by_role("button", name="Cite").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('Partnership Explorer, ')")
    context.close()


def test_what_is_passed_on_follows_the_view_and_comes_back_with_it(watched: Page, site: str) -> None:
    """Link, citation, frame and booklet are what the page has when it is opened in the same view."""

    def passed_on() -> dict[str, str]:
        return {
            "link": watched.locator("#share-link").input_value(),
            "cite": watched.locator("#share-cite").input_value(),
            "embed": watched.locator("#share-embed").input_value(),
            "booklet": watched.locator("[data-share-booklet]").get_attribute("href") or "",
        }

    open_live(watched, "/gloucester")
    first = passed_on()
    watched.locator("input[name=on]").fill("2010-01")
    watched.keyboard.press("Tab")
    watched.locator(".explorer__filters > summary").click()
    watched.get_by_role("checkbox", name=re.compile("^Seats")).uncheck()
    watched.wait_for_url("**/gloucester?on=2010-01&hide=seat")
    expect(watched.locator("#share-embed")).to_have_value(re.compile(r"/embed/gloucester\?on=2010-01&amp;hide=seat"))
    watched.locator("[data-diagram-canvas]").focus()
    watched.keyboard.press("Home")
    watched.keyboard.press("Space")
    watched.wait_for_url(re.compile("&select="))
    watched.locator("#share-cite").focus()
    followed = passed_on()
    watched.reload()
    assert followed == passed_on()
    assert followed["link"] == watched.url
    assert all(followed[name] != first[name] for name in first)
    watched.goto("/gloucester")
    assert passed_on() == first


def test_without_javascript_the_fields_stay_and_the_buttons_go(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(FAITH)
    expect(page.locator("#share-link")).to_have_value(f"{site}{FAITH}")
    expect(page.get_by_role("button", name="Copy link")).to_be_hidden()
    page.get_by_role("link", name="Next").click()
    expect(page.locator("h2").first).to_contain_text("A forum for nearly everybody")
    context.close()


@pytest.mark.parametrize("path", ["/booklet/gloucester?by=body", f"{FAITH}/handout"])
def test_paper_has_every_part_and_nothing_to_press(watched: Page, path: str) -> None:
    watched.goto(path)
    watched.emulate_media(media="print")
    expect(watched.locator(".sheets__bar")).to_be_hidden()
    # A step has its number beside its name.
    headings = [
        "".join(said.split()).lstrip("0123456789") for said in watched.locator("section.sheet h2").all_inner_texts()
    ]
    printed = text_of(watched.pdf(format="A4"))
    assert len(headings) > 2
    assert [heading for heading in headings if heading not in printed] == []
