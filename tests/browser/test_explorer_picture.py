"""Pointing, walking, searching, zooming, selecting: what a reader does in the picture itself."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.live import CANVAS, SAID, document, ink, open_live, painted, place_of, point_of, two_frames

PANEL = "[data-explorer-panel]"
STATUS = "[data-explorer-status]"
COA = "bromley/council-on-ageing"
LSP = "bromley/local-strategic-partnership"


def test_pointing_at_a_body_fades_what_is_not_joined_to_it(watched: Page) -> None:
    open_live(watched, "/bromley")
    shown = document(watched)
    joined = {COA} | {end for it in shown["lines"] if COA in (it["from"], it["to"]) for end in (it["from"], it["to"])}
    way = set(shown["boxes"][COA]["way"])
    joined |= {end for it in shown["lines"] if it["id"] in way for end in (it["from"], it["to"])}
    apart = next(id_ for id_, box in shown["boxes"].items() if id_ not in joined and box["style"] == "board")
    assert LSP in joined
    full = ink(watched, apart)
    watched.locator(CANVAS).hover(position=place_of(watched, COA))  # type: ignore[arg-type]
    assert ink(watched, apart) == pytest.approx(full * 0.18, abs=0.03)
    assert ink(watched, LSP) > 0.5
    expect(watched.locator("[data-diagram-note]")).to_contain_text("Council on Ageing")
    watched.mouse.move(2, 2)
    expect(watched.locator("[data-diagram-note]")).to_be_hidden()
    assert ink(watched, apart) == pytest.approx(full, abs=0.01)


def test_pointing_at_a_shared_trunk_names_all_its_lines(watched: Page) -> None:
    open_live(watched, "/bromley")
    at = watched.evaluate(
        """async () => {
        const { distanceTo } = await import('/static/js/diagram_geometry.js');
        const { boxAt } = await import('/static/js/diagram_hits.js');
        const { lines, trunks, boxes } = JSON.parse(document.querySelector('[data-diagram] script').textContent);
        const pointsOf = id => lines.find(line => line.id === id).points;
        for (const trunk of trunks.filter(({ lines }) => lines.length > 1)) {
          const [one, two] = trunk.lines.map(pointsOf);
          for (let i = 1; i < one.length; i += 1) {
            const x = (one[i - 1][0] + one[i][0]) / 2, y = (one[i - 1][1] + one[i][1]) / 2;
            const first = distanceTo(two, ...one[i - 1]), second = distanceTo(two, ...one[i]);
            if (Math.max(first, second) < 0.5 && !boxAt(boxes, x, y)) return { x, y }; } }
        return null; }"""
    )
    assert at
    watched.locator(CANVAS).hover(position=point_of(watched, at))  # type: ignore[arg-type]
    note = watched.locator("[data-diagram-note]")
    expect(note).to_be_visible()
    assert len((note.text_content() or "").split("\n")) > 1


def test_walking_along_lines_leads_to_the_top_and_says_each_line(watched: Page) -> None:
    open_live(watched, "/bromley")
    said = watched.locator(SAID)
    watched.locator(CANVAS).focus()
    watched.keyboard.type("council on")
    expect(said).to_have_text(re.compile(r"^Council on Ageing, forum, .*\.$"))
    way = []
    for _ in range(6):
        watched.keyboard.press("ArrowUp")
        way.append(said.text_content() or "")
        if way[-1].startswith("Local Strategic Partnership"):
            break
    assert way[-1].startswith("Local Strategic Partnership")
    assert way[0].count(". ") >= 1
    assert "Council on Ageing" in way[0]
    for _ in way:
        watched.keyboard.press("ArrowDown")
    expect(said).to_contain_text(re.compile("^Council on Ageing, forum"))


def test_shift_and_enter_show_what_is_folded_into_a_body(watched: Page) -> None:
    open_live(watched, "/bromley")
    before = document(watched)["boxes"]
    host = next(id_ for id_, box in before.items() if box["hides"])
    assert before[host]["walk"].endswith("not drawn")
    watched.locator(CANVAS).focus()
    watched.keyboard.type(before[host]["name"].casefold())
    expect(watched.locator(SAID)).to_contain_text("not drawn")
    watched.keyboard.press("Shift+Enter")
    watched.wait_for_url(re.compile("[?&]open="))
    expect(watched.locator(STATUS)).not_to_be_empty()
    after = document(watched)["boxes"]
    assert not after[host]["hides"]
    expect(watched.locator(CANVAS)).to_be_focused()
    assert len(after) > len(before)


def test_every_body_can_be_walked_to(watched: Page) -> None:
    open_live(watched, "/bromley")
    missed = watched.evaluate(
        """async () => {
        const { walked, startAt, firstBox } = await import('/static/js/diagram_walk.js');
        const content = JSON.parse(document.querySelector('[data-diagram] script').textContent);
        const seen = new Set(), reached = new Set(), waiting = [startAt(firstBox(content.boxes))];
        while (waiting.length) { const place = waiting.pop();
          const known = JSON.stringify([place.at, place.trail.slice(-2)]);
          if (seen.has(known)) continue;
          seen.add(known); reached.add(place.at);
          for (const way of ['Up', 'Down', 'Left', 'Right']) waiting.push(walked(content, place, 'Arrow' + way)); }
        return Object.keys(content.boxes).filter(id => !reached.has(id)); }"""
    )
    assert missed == []


def test_the_picture_is_one_tab_stop_with_a_ring_that_is_seen(watched: Page) -> None:
    open_live(watched, "/bromley")
    watched.locator("[data-diagram-do=fullScreen]").focus()
    watched.keyboard.press("Tab")
    canvas = watched.locator(CANVAS)
    expect(canvas).to_be_focused()
    assert canvas.evaluate("it => getComputedStyle(it).outlineStyle") == "solid"
    watched.keyboard.press("Tab")
    expect(canvas).not_to_be_focused()
    assert not canvas.evaluate("it => it.contains(document.activeElement)")


def test_space_opens_the_panel_and_escape_gives_the_focus_back(watched: Page) -> None:
    open_live(watched, "/bromley")
    canvas = watched.locator(CANVAS)
    canvas.focus()
    watched.keyboard.press("Home")
    watched.keyboard.press(" ")
    panel = watched.locator(PANEL)
    expect(panel.get_by_role("heading").first).to_be_focused()
    assert watched.url.endswith(f"?select={LSP}")
    watched.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(canvas).to_be_focused()
    assert watched.url.endswith("/bromley")


def test_a_click_opens_the_panel_and_a_reload_keeps_it(watched: Page) -> None:
    open_live(watched, "/bromley")
    watched.locator(CANVAS).click(position=place_of(watched, COA))  # type: ignore[arg-type]
    panel = watched.locator(PANEL)
    expect(panel).to_contain_text("Council on Ageing")
    watched.wait_for_url(f"**/bromley?select={COA}")
    watched.reload()
    expect(panel).to_contain_text("Council on Ageing")
    panel.get_by_role("button", name="Close").click()
    watched.wait_for_url(re.compile("/bromley$"))
    expect(panel).to_be_hidden()


def test_enter_and_a_double_click_go_to_the_page(watched: Page) -> None:
    open_live(watched, "/bromley")
    watched.locator(CANVAS).dblclick(position=place_of(watched, COA))  # type: ignore[arg-type]
    watched.wait_for_url(f"**/{COA}**")
    open_live(watched, "/bromley")
    watched.locator(CANVAS).focus()
    watched.keyboard.press("Home")
    watched.keyboard.press("Enter")
    watched.wait_for_url(f"**/{LSP}**")


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_double_click_means_what_lay_under_the_first_click(watched: Page, side: str) -> None:
    """The panel that the first click opens moves the drawing before the second one comes, or lies under it."""
    open_live(watched, "/bromley")
    body = COA if side == "right" else "bromley/children-and-families-forum"
    place, frame = place_of(watched, body), watched.locator(CANVAS).bounding_box()
    assert frame
    spot = frame["x"] + place["x"], frame["y"] + place["y"]
    watched.mouse.click(*spot)
    expect(watched.locator(PANEL)).to_contain_text(document(watched)["boxes"][body]["name"])
    panel = watched.locator(PANEL).bounding_box()
    assert panel
    assert (spot[0] > panel["x"]) == (side == "right")
    watched.mouse.down(click_count=2)
    watched.mouse.up(click_count=2)
    watched.wait_for_url(f"**/{body}**")


def test_typing_finds_bodies_at_once_and_enter_goes_through_them(watched: Page) -> None:
    open_live(watched, "/bromley")
    other = next(id_ for id_, box in document(watched)["boxes"].items() if box["style"] == "board")
    full = ink(watched, other)
    find = watched.locator("[data-explorer-find]")
    find.press_sequentially("FÓRUM")
    assert ink(watched, other) < full / 2
    expect(watched.locator(STATUS)).to_have_text(re.compile(r"^\d+ bodies found\."))
    count = int((watched.locator(STATUS).text_content() or "").split()[0])
    find.press("Enter")
    expect(watched.locator(STATUS)).to_contain_text(re.compile(f"^1 of {count}: "))
    find.press("Enter")
    expect(watched.locator(STATUS)).to_contain_text(re.compile(f"^2 of {count}: "))
    find.press("Shift+Enter")
    expect(watched.locator(STATUS)).to_contain_text(re.compile(f"^1 of {count}: "))
    assert "find=" in watched.url
    find.press("Escape")
    assert ink(watched, other) == pytest.approx(full, abs=0.01)


def test_full_screen_by_key_and_back_with_the_picture_filling_it(watched: Page) -> None:
    open_live(watched, "/bromley")
    canvas = watched.locator(CANVAS)
    canvas.focus()
    watched.keyboard.press("f")
    watched.wait_for_function("() => document.fullscreenElement?.matches('[data-explorer]')")
    two_frames(watched)
    bottom = canvas.evaluate("it => it.getBoundingClientRect().bottom / innerHeight")
    assert 0.6 < bottom <= 1
    expect(watched.locator("[data-diagram-do=fullScreen]")).to_have_attribute("aria-pressed", "true")
    watched.keyboard.press("f")
    watched.wait_for_function("() => !document.fullscreenElement")


def test_the_wheel_scrolls_the_page_and_zooms_with_ctrl(watched: Page) -> None:
    open_live(watched, "/bromley")
    watched.locator(CANVAS).hover(position=place_of(watched, COA))  # type: ignore[arg-type]
    before = watched.evaluate("scrollY")
    watched.mouse.wheel(0, 120)
    watched.wait_for_function("before => scrollY > before", arg=before)
    at = watched.evaluate("scrollY")
    before_it = painted(watched)
    watched.keyboard.down("Control")
    watched.mouse.wheel(0, -120)
    watched.keyboard.up("Control")
    two_frames(watched)
    assert watched.evaluate("scrollY") == at
    assert painted(watched) != before_it


def test_dragging_moves_the_picture_and_is_no_click(watched: Page) -> None:
    open_live(watched, "/bromley")
    watched.locator("[data-diagram-do=zoomIn]").click()
    two_frames(watched)
    before_it = painted(watched)
    frame = watched.locator(CANVAS).bounding_box()
    assert frame
    watched.mouse.move(frame["x"] + 300, frame["y"] + 100)
    watched.mouse.down()
    watched.mouse.move(frame["x"] + 200, frame["y"] + 60, steps=4)
    watched.mouse.up()
    watched.mouse.move(2, 2)
    two_frames(watched)
    assert painted(watched) != before_it
    expect(watched.locator(PANEL)).to_be_hidden()
    watched.locator("[data-diagram-do=fit]").click()


def test_in_forced_colours_the_plain_picture_stays_and_finding_works_in_it(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, forced_colors="active")
    page = context.new_page()
    page.goto("/bromley")
    expect(page.locator("[data-diagram-plain] svg")).to_be_visible()
    page.locator("[data-explorer-find]").press_sequentially("council on ageing")
    expect(page.locator(STATUS)).to_contain_text("found")
    assert page.locator("[data-diagram-plain] svg > g > a:not([opacity])").count() == 1
    context.close()


def test_the_legend_lights_what_it_explains_until_it_is_pressed_again(watched: Page) -> None:
    open_live(watched, "/bromley")
    shown = document(watched)
    boards = [id_ for id_, box in shown["boxes"].items() if box["style"] == "board"]
    before = {id_: ink(watched, id_) for id_ in (COA, boards[0])}
    part = watched.get_by_role("list", name="Legend").get_by_role("button", name="Partnership board")
    part.focus()
    watched.keyboard.press("Enter")
    expect(part).to_have_attribute("aria-pressed", "true")
    assert ink(watched, COA) < before[COA] / 2, "a stripe may lie under it"
    assert ink(watched, boards[0]) == before[boards[0]]
    part.click()
    expect(part).to_have_attribute("aria-pressed", "false")
    watched.mouse.move(2, 2)
    assert {id_: ink(watched, id_) for id_ in before} == before


def test_on_a_telephone_the_picture_opens_when_asked_and_two_fingers_zoom_it(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto("/bromley")
    page.get_by_text("Show the drawing").tap()
    expect(page.locator("[data-diagram-plain] svg")).to_be_visible()
    page.get_by_role("button", name="Explore the picture").tap()
    canvas = page.locator(CANVAS)
    expect(canvas).to_be_visible()
    canvas.scroll_into_view_if_needed()
    two_frames(page)
    before_it, before = painted(page), page.evaluate("scrollY")
    frame = canvas.bounding_box()
    assert frame
    x, y = frame["x"] + 150, max(frame["y"], 0) + 200
    touch = context.new_cdp_session(page)
    spread = [[(x - step, y), (x + 60 + step, y)] for step in range(0, 80, 10)]
    for place, fingers in enumerate(spread):
        points = [{"x": at[0], "y": at[1], "id": number} for number, at in enumerate(fingers)]
        kind = "touchMove" if place else "touchStart"
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    two_frames(page)
    assert painted(page) != before_it
    assert page.evaluate("scrollY") == before
    assert page.evaluate("visualViewport.scale") == 1
    for step in range(10):
        kind = "touchMove" if step else "touchStart"
        one = [{"x": x, "y": y - step * 12, "id": 0}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": one})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("before => scrollY > before", arg=before)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
