"""Looking at a live picture from outside: where its boxes are on the page, what is lit, what it has drawn."""

from typing import Any

from playwright.sync_api import Page, expect

CANVAS = "[data-diagram-canvas]"
LIVE = "[data-diagram][data-state=live]"
SAID = "[data-diagram-said]"


def open_live(page: Page, address: str) -> None:
    """Open a page and wait until its picture is live."""
    page.goto(address)
    wait_live(page)


def wait_live(page: Page) -> None:
    """Wait until the picture is live and painted."""
    expect(page.locator(LIVE)).to_be_attached()
    expect(page.locator(f"{CANVAS} canvas")).to_be_visible()
    two_frames(page)


def two_frames(page: Page) -> None:
    """Wait until what was asked for has been painted."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def document(page: Page) -> dict[str, Any]:
    """Return the document that the picture is painted from."""
    found: dict[str, Any] = page.evaluate(
        "() => JSON.parse(document.querySelector('[data-diagram] script').textContent)"
    )
    return found


def box_ids(page: Page) -> set[str]:
    """Return the ids of the bodies in the picture."""
    return set(document(page)["boxes"])


def place_of(page: Page, id_: str) -> dict[str, float]:
    """Return where a box's middle is in a picture that nobody has moved, in pixels of the canvas, in view."""
    return point_of(page, document(page)["boxes"][id_])


def point_of(page: Page, at: dict[str, float]) -> dict[str, float]:
    """Return where a point of the drawing is, as `place_of` does."""
    place = _place(page, at)
    page.evaluate(
        """y => { const top = document.querySelector('[data-diagram-canvas]').getBoundingClientRect().top;
        scrollBy({ top: top + y - innerHeight / 2, behavior: 'instant' }); }""",
        place["y"],
    )
    return place


def _place(page: Page, at: dict[str, float]) -> dict[str, float]:
    found: dict[str, float] = page.evaluate(
        """({ x, y }) => {
        const holder = document.querySelector('[data-diagram-canvas]');
        const { width } = JSON.parse(document.querySelector('[data-diagram] script').textContent);
        const scale = Math.max(0.77, Math.min(1.23, holder.clientWidth / width));
        return { x: holder.clientWidth / 2 + (x - width / 2) * scale, y: y * scale }; }""",
        {"x": at["x"], "y": at["y"]},
    )
    return found


def ink(page: Page, id_: str) -> float:
    """Return how far the corner of a box is from the page's colour, 0 to 1: a faded box has little."""
    two_frames(page)
    box = document(page)["boxes"][id_]
    # Inside its upper edge, to the left and clear of its name; a bar's own corner may be out of view.
    corner = _place(page, {"x": box["x"] - min(box["width"] / 2 - 5, 300), "y": box["y"] - box["height"] / 2 + 5})
    found: float = page.evaluate(
        """({ x, y }) => {
        const canvas = document.querySelector('[data-diagram-canvas] canvas');
        const ratio = canvas.width / canvas.clientWidth;
        const copy = new OffscreenCanvas(1, 1).getContext('2d');
        copy.drawImage(canvas, -Math.round(x * ratio), -Math.round(y * ratio));
        const [r, g, b, a] = copy.getImageData(0, 0, 1, 1).data;
        return (1 - Math.min(r, g, b) / 255) * a / 255; }""",
        corner,
    )
    return found


def painted(page: Page) -> int:
    """Return a number that changes with what the canvas shows."""
    two_frames(page)
    found: int = page.evaluate(
        """() => {
        const canvas = document.querySelector('[data-diagram-canvas] canvas');
        const copy = new OffscreenCanvas(canvas.width, Math.min(canvas.height, 700)).getContext('2d');
        copy.drawImage(canvas, 0, 0);
        const { data } = copy.getImageData(0, 0, copy.canvas.width, copy.canvas.height);
        let sum = 0;
        for (let i = 0; i < data.length; i += 4) sum = (sum * 31 + data[i]) % 1000000007;
        return sum; }"""
    )
    return found
