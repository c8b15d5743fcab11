"""A view as one HTML file: it loads nothing, runs nothing but its own, says whose it is, and is small enough to send."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.web.shell import bundling
from app.web.shell.bundling import hash_of, script_of, style_of
from tests.conftest import SEEDS
from tests.sites import Sites
from tests.web.sharing import MARKUP, hostile_site

MOST_BYTES = 500_000
EVERY_KIND = "open=all&show=member-of,support,speaks-for,link,missing&proposed=1"
VIEWS = ("", f"?{EVERY_KIND}", f"?{EVERY_KIND}&size=large")
LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "style", "ping", "manifest"}


class Parts(HTMLParser):
    """What a file consists of, as far as it could load or run something."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.inside: dict[str, list[str]] = {}
        self._open = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag in {"script", "style"}:
            self._open = tag if dict(attrs).get("type") is None else "data"
            self.inside.setdefault(self._open, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.inside[self._open][-1] += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def examples(sites: Sites) -> Iterator[TestClient]:
    """Return the application over the places of other shapes that come with the project."""
    with sites.over(SEEDS / "examples") as (client, _):
        yield client


@pytest.mark.parametrize("view", ["gloucester", "bromley/council-on-ageing", "bromley?on=2008-01&hide=seat"])
def test_it_is_a_file_to_keep_under_a_name_that_says_what_it_is(client: TestClient, view: str) -> None:
    path, _, query = view.partition("?")
    answer = client.get(f"/diagrams/{path}.html?{query}")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    kept = answer.headers["content-disposition"]
    assert re.fullmatch(r'attachment; filename="[a-z0-9-]+\.html"', kept)
    if query:
        assert 'filename="bromley-map-part-2008-01.html"' in kept
    else:
        assert f'"{path.split("/")[0]}-{path.split("/")[1] if "/" in path else "map"}-20' in kept
    again = client.get(f"/diagrams/{path}.html?{query}", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("address", ["/diagrams/bromley.html", "/diagrams/bromley/council-on-ageing.html"])
def test_nothing_in_it_is_loaded_and_only_its_own_script_runs(client: TestClient, address: str) -> None:
    answer = client.get(address)
    parts = Parts(answer.text)
    (policy,) = [meta["content"] for meta in parts.all("meta") if meta.get("http-equiv")]
    (style,), (script,) = parts.inside["style"], parts.inside["script"]
    assert policy == (
        f"default-src 'none'; style-src {hash_of(style)}; script-src {hash_of(script)}; base-uri 'none'; "
        "form-action 'none'"
    )
    assert answer.headers["content-security-policy"] == f"{policy}; frame-ancestors 'none'"
    assert {tag for tag, _ in parts.tags} & {
        "link",
        "img",
        "image",
        "iframe",
        "object",
        "embed",
        "use",
        "form",
    } == set()
    given = {name for _, attributes in parts.tags for name in attributes}
    assert given & LOADING == set()
    assert not any(name.startswith("on") for name in given)
    assert "url(" not in style
    assert "@import" not in style
    assert "import(" not in script
    assert "fetch(" not in script


def test_every_link_within_it_leads_to_something_in_it(client: TestClient) -> None:
    for address in ("/diagrams/bromley.html?open=all", "/diagrams/bromley/council-on-ageing.html?on=2008-01"):
        parts = Parts(client.get(address).text)
        ids = {attributes["id"] for _, attributes in parts.tags if "id" in attributes}
        links = [link["href"] for link in parts.all("a")]
        inside = [link for link in links if link.startswith("#")]
        assert len(inside) > 50
        assert [link for link in inside if link[1:] not in ids] == []
        outside = {link for link in links if not link.startswith("#")}
        assert len(outside) == 1, "the same view on the site, and nothing else"
        assert next(iter(outside)).startswith("http")


def test_what_opens_on_the_site_has_no_sign_in_a_file_and_stays_as_the_view_has_it(client: TestClient) -> None:
    def boxes_of(view: str) -> dict[str, Any]:
        (written,) = Parts(client.get(f"/diagrams/gloucester.html?on=2010-01{view}").text).inside["data"]
        boxes: dict[str, Any] = json.loads(written)["boxes"]
        return boxes

    opened = boxes_of("")
    board = max(opened, key=lambda id_: len(opened[id_].get("rows", ())))
    closed = boxes_of(f"&close=roster:{board}")
    assert len(opened[board]["rows"]) > len(closed[board].get("rows", ())), "a closed board may say whose seats are"
    for boxes in (opened, closed):
        assert [id_ for id_, box in boxes.items() if "toggle" in box] == []
        assert {box["href"] for box in boxes.values()} == {f"#{id_}" for id_ in boxes}
    whole = client.get("/diagrams/bromley.html").text
    for words in ("opens here", "Show who sits on"):
        assert words not in whole


def test_it_says_what_a_sheet_says_and_has_everything_as_tables(client: TestClient) -> None:
    text = client.get("/diagrams/gloucester.html?on=2010-01&select=gloucester/gloucester-partnership-executive").text
    for words in ("As things stood in January 2010", "recorded bodies are drawn", "of the record", "To cite it:"):
        assert words in text
    assert "legal record" in text
    assert 'data-select="gloucester/gloucester-partnership-executive"' in text
    assert "Legend" in text
    assert "Melanie Dafforn" in text
    assert not re.search(r'href="/', text), "an address of the site leads nowhere from a file"


def test_seats_lines_and_what_is_missing_name_their_sources_by_number(client: TestClient) -> None:
    text = client.get("/diagrams/bromley.html?show=missing").text
    number = text.partition('id="sources"')[2].partition("</ol>")[0].count("<li>")
    rows = re.findall(r"<tr[^>]*><th.*?<td>([^<]*)</td></tr>", text.partition("<summary>Bodies")[0])
    assert len(rows) > 100
    assert [said for said in rows if not re.match(r"\d+\b", said) or int(said.split(":")[0]) > number] == []
    assert "is said to be missing from" in text


def test_a_view_without_anything_is_a_file_too(client: TestClient) -> None:
    text = client.get("/diagrams/gloucester.html?kinds=none").text
    assert "this view leaves them out" in text


def test_every_place_in_every_view_is_small_enough_to_send(client: TestClient, examples: TestClient) -> None:
    heavy, places = {}, 0
    for site in (client, examples):
        found = re.findall(r'href="/([a-z-]+)"', site.get("/").text)
        areas = sorted({it for it in found if site.get(f"/diagrams/{it}.svg").status_code == 200})
        places += len(areas)
        for area in areas:
            for view in VIEWS:
                size = len(site.get(f"/diagrams/{area}.html{view}").content)
                if size > MOST_BYTES:
                    heavy[f"{area}{view}"] = size
    assert places >= 12
    assert heavy == {}


def test_names_that_are_program_text_stay_text(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> None:
    with hostile_site(tmp_path_factory.mktemp("hostile"), sites) as client:
        for address in ("/diagrams/testham.html", "/diagrams/testham/b.html", f"/diagrams/testham.html?find={MARKUP}"):
            answer = client.get(address)
            assert answer.status_code == 200
            assert "alert(1)" in answer.text
            parts = Parts(answer.text)
            assert parts.inside["script"] == [str(script_of("offline"))]
            assert len(parts.inside["style"]) == 1
            assert parts.all("image") == []
            assert '<span class="offline__address">https://example.org/report</span>' in answer.text, (
                "to read, not to follow"
            )


def test_modules_keep_their_names_apart_and_come_after_what_they_import() -> None:
    script = script_of("offline")
    order = re.findall(r"^modules\.(\w+) =", script, re.MULTILINE)
    assert order[-1] == "offline"
    assert len(order) == len(set(order)) > 10
    for name in order:
        uses = re.findall(r"= modules\.(\w+);", script.partition(f"modules.{name} = ")[2].partition("\n})();")[0])
        assert [it for it in uses if order.index(it) > order.index(name)] == []
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)


def test_what_cannot_be_bundled_is_refused(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("static")
    (folder / "js").mkdir()
    (folder / "css").mkdir()
    (folder / "js" / "whole.js").write_text('import whole from "./other.js";\n')
    (folder / "js" / "ending.js").write_text('export const words = "</script>";\n')
    (folder / "css" / "ending.css").write_text('a::after { content: "</STYLE>"; }\n')
    monkeypatch.setattr(bundling, "STATIC", folder)
    with pytest.raises(ValueError, match=r"whole\.js imports or exports"):
        script_of("whole")
    with pytest.raises(ValueError, match="end the element"):
        script_of("ending")
    with pytest.raises(ValueError, match="end the element"):
        style_of(paper="ending")
