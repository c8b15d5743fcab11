"""How fast a picture is there and answers in Chromium, beside vis-network drawing the same as plain pyvis would."""

import json
import os
import random
import shutil
import statistics
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from app.diagram.assets import vis_network
from app.diagram.columns import lay_out_map
from app.diagram.content import Box, Edge, Picture
from app.diagram.geometry import Geometry
from app.diagram.marks import Chip, Mark
from app.diagram.network import document_of, embedded, network_of
from app.diagram.palette import LINES, box_style
from app.domain.records import Theme
from app.domain.vocabulary import Classification as C
from app.domain.vocabulary import LifecycleStatus, YesNoNotRecorded
from benchmarks.measuring import Report, Stopwatch

SIZES = (100, 300, 1000)
STATIC = Path(__file__).resolve().parents[1] / "frontend" / "static"
PAGE = Path(__file__).with_name("drawing.html")
MEASURE = Path(__file__).with_name("drawing.js")
ROUNDS = 5


def measure_drawing(sizes: tuple[int, ...] = SIZES) -> None:
    """Draw structures of some sizes both ways and print a table for each."""
    from playwright.sync_api import Browser, sync_playwright

    found = shutil.which("chromium") or shutil.which("google-chrome")
    assert found, "this needs Chromium: `make test` installs Debian's"
    print(f"Drawing in Chromium, without a graphics card; load of the machine before: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        with _serving(Path(folder)) as address:
            for size in sizes:
                with Stopwatch() as laying:
                    geometry = lay_out_map(_picture(size), opened=frozenset({"all"}))
                report = Report(f"{size} bodies, {len(geometry.routes)} lines, laid out in {laying.seconds:.1f} s")
                (Path(folder) / "index.html").write_text(_page(geometry), encoding="utf-8")
                taken = {way: _taken(browser, f"{address}/?{way}") for way in ("ours", "plain")}
                for what in taken["ours"]:
                    for way, times in taken.items():
                        report.add(f"{what}, {way}", times[what], "ms")
                    report.add(f"{what}, ours to plain", taken["ours"][what] / max(taken["plain"][what], 0.01), "")
                report.print()
        browser.close()


def _taken(browser: Any, address: str) -> Mapping[str, float]:
    """Return the middle of several visits, each in a window of its own."""
    visits: list[dict[str, float]] = []
    for _ in range(ROUNDS):
        page = browser.new_page(viewport={"width": 1440, "height": 1000})
        page.goto(address)
        page.wait_for_function("() => window.measured", timeout=60_000)
        visits.append(page.evaluate("() => window.measured"))
        page.close()
    return {what: statistics.median(visit[what] for visit in visits) for what in visits[0]}


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    """Serve the page with the site's own modules beside it, as they are."""
    (folder / "static").symlink_to(STATIC)
    (folder / "vis").symlink_to(vis_network())
    (folder / "drawing.js").symlink_to(MEASURE)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing about each request."""


def _page(geometry: Geometry) -> str:
    names = {placed.box.id: placed.box.name for placed in geometry.boxes}
    said = names | {route.edge.id: route.edge.id for route in geometry.routes}
    document = document_of(geometry, title="Drawing", said=said, walk=said, href=lambda id_: f"#{id_}")
    network = network_of(geometry)
    # As pyvis does it by itself: boxes with their names, straight lines, positions fixed, physics off.
    plain = {
        "nodes": [
            {**node, "label": names[node["id"]], "shape": "box", "widthConstraint": 100} for node in network.nodes
        ],
        "edges": [{**edge, "hidden": False, "arrows": "to"} for edge in network.edges],
        "options": {
            "physics": {"enabled": False},
            "layout": {"improvedLayout": False},
            "interaction": {"hover": True},
            "edges": {"smooth": False},
        },
    }
    text = PAGE.read_text(encoding="utf-8")
    return text.replace("OURS", embedded(document)).replace("PLAIN", embedded(json.loads(json.dumps(plain))))


def _picture(size: int) -> Picture:
    """Make a structure of some size, shaped like a partnership, the same one every time."""
    rng = random.Random(size)
    themes = [Theme(f"theme-{number}", f"Theme {number}", number) for number in range(12)]
    sorts = (C.PARTNERSHIP_BOARD, C.COMMITTEE, *[C.SUB_GROUP] * 3, *[C.FORUM] * 3, *[C.CHARITY] * 4)
    boxes = [_box("lsp", C.LSP, None)]
    for number in range(size - 1):
        sort = sorts[number % len(sorts)]
        boxes.append(_box(f"{sort.value.replace('_', '-')}-{number}", sort, rng.choice(themes)))
    by_sort: dict[C, list[Box]] = {}
    for box in boxes:
        by_sort.setdefault(box.classification, []).append(box)
    edges: dict[str, Edge] = {}

    def join(kind: str, start: Box, end: Box) -> None:
        id_ = f"{kind}:{start.id}:{end.id}"
        chips = (Chip(Mark(YesNoNotRecorded.YES, False, True), 1),) if kind == "seat" else ()
        edges[id_] = Edge(id_, LINES[kind], start.id, end.id, False, (id_,), (LINES[kind].label,), chips)

    above = {
        C.PARTNERSHIP_BOARD: ("reports-to", C.LSP),
        C.COMMITTEE: ("reports-to", C.PARTNERSHIP_BOARD),
        C.SUB_GROUP: ("sub-group-of", C.PARTNERSHIP_BOARD),
        C.FORUM: ("feeds-into", C.PARTNERSHIP_BOARD),
        C.CHARITY: ("seat", C.SUB_GROUP),
    }
    for box in boxes[1:]:
        kind, sort = above[box.classification]
        near = [it for it in by_sort[sort] if it.theme == box.theme or it.theme is None]
        join(kind, box, rng.choice(near or by_sort[sort]))
        if box.classification is C.FORUM:
            join("seat", box, rng.choice(by_sort[C.SUB_GROUP]))
    return Picture(tuple(sorted(boxes, key=lambda box: box.id)), tuple(edges[id_] for id_ in sorted(edges)), ())


def _box(id_: str, sort: C, theme: Theme | None) -> Box:
    name = id_.replace("-", " ").capitalize()
    return Box(id_, name, sort, box_style(sort), LifecycleStatus.ACTIVE, 1, False, (), theme)
