"""A form that asks again shows names and keeps ids: the same one of several is meant until somebody changes the name."""

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

HTML = {"accept": "text/html"}
BATH, LSP = "bromley/bath", "bromley/local-strategic-partnership"


def fields(client: TestClient, address: str) -> dict[str, str]:
    """Return what stands in the fields of the forms of a page, hidden or not."""
    page = client.get(address, headers=HTML).text
    main = page[page.index("<main") : page.index("</main>")]
    tags = re.findall(r"<input\b[^>]*>", main)
    found = {}
    for tag in tags:
        named, value = re.search(r'\bname="([^"]*)"', tag), re.search(r'\bvalue="([^"]*)"', tag)
        if named:
            found[named[1]] = html.unescape(value[1]) if value else ""
    return found


def sent(client: TestClient, path: str, **asked: str) -> dict[str, str]:
    """Send a form, and return what the address asks that it leads to."""
    answer = client.get(path, params={k.replace("_", "-"): v for k, v in asked.items()}, headers=HTML)
    assert answer.status_code == 200
    assert answer.history[0].status_code == 303
    return {name: values[0] for name, values in parse_qs(urlsplit(str(answer.url)).query).items()}


@pytest.mark.parametrize(
    ("address", "names"),
    [
        (f"/routes?from={BATH}&to={LSP}", {"from": "BATH", "from-id": BATH, "to": "Local Strategic Partnership", "to-id": LSP}),
        (f"/who?of={LSP}", {"of-id": LSP}),
        (f"/balance?of={LSP}", {"of": "Local Strategic Partnership", "of-id": LSP}),
    ],
)  # fmt: skip
def test_a_form_that_asks_again_shows_names(client: TestClient, address: str, names: dict[str, str]) -> None:
    assert names.items() <= fields(client, address).items()


def test_the_id_is_meant_until_the_name_is_changed(client: TestClient) -> None:
    kept = {"from": "BATH", "from-id": BATH, "to": "local strategic partnership", "to-id": LSP, "proposed": "1"}
    answer = client.get("/routes", params=kept, headers=HTML, follow_redirects=False)
    assert parse_qs(urlsplit(answer.headers["location"]).query) == {"from": [BATH], "to": [LSP], "proposed": ["1"]}
    changed = client.get("/routes", params=kept | {"from": "Carers"}, headers=HTML, follow_redirects=False)
    assert parse_qs(urlsplit(changed.headers["location"]).query)["from"] == ["Carers"]
    for path in ("/who", "/balance"):
        assert sent(client, path, of="Local Strategic Partnership", of_id=LSP) == {"of": LSP}
        assert sent(client, path, of="Carers Forum", of_id=LSP) == {"of": "Carers Forum"}
        assert sent(client, path, of="Carers Forum", of_id="no/where") == {"of": "Carers Forum"}
