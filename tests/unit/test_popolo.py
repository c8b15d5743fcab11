"""Popolo JSON as others read it: valid by the schemas, every id leads somewhere, and nothing recorded is made up."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from jsonschema import Draft202012Validator

from app.exchange.formats.popolo import popolo
from tests.conftest import SEEDS
from tests.unit.format_cases import BASE, place_in, whole_place
from tests.unit.popolo_rules import DOCUMENT

PLACES = ("bromley", "gloucester", "gloucestershire", "hammersmith-and-fulham")
EXAMPLES = (
    "carrowmore",
    "dyffryn-aber",
    "haverley",
    "inishmaine",
    "marlow-county",
    "northmere",
    "strathcorrie",
    "thornley",
)


def document(folder: Path, place: str) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(popolo(place_in(folder, place)))
    return found


@pytest.mark.parametrize(
    ("folder", "place"),
    [*((SEEDS, place) for place in PLACES), *((SEEDS / "examples", place) for place in EXAMPLES)],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_it_is_valid_and_every_id_leads_somewhere(folder: Path, place: str) -> None:
    said = document(folder, place)
    validator = Draft202012Validator(DOCUMENT, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(said)] == []
    ids = {name: [each["id"] for each in said[name]] for name in ("persons", "organizations", "posts", "areas")}
    for name, found in ids.items():
        assert len(found) == len(set(found)), name
    led = {
        "organizations": [
            *(each["organization_id"] for name in ("posts", "memberships", "events") for each in said[name]),
            *(each["on_behalf_of_id"] for each in said["memberships"] if "on_behalf_of_id" in each),
            *(each["member"]["id"] for each in said["memberships"] if "member" in each),
            *(each["parent_id"] for each in said["organizations"] if "parent_id" in each),
        ],
        "persons": [
            *(each["person_id"] for each in said["memberships"] if "person_id" in each),
            *(each["id"] for event in said["events"] for each in event.get("attendees", ())),
        ],
        "posts": [each["post_id"] for each in said["memberships"] if "post_id" in each],
        "areas": [each["area_id"] for name in ("organizations", "posts") for each in said[name] if "area_id" in each],
    }
    for name, mentioned in led.items():
        assert set(mentioned) - set(ids[name]) <= ({"nobody"} if name == "persons" else set()), name


@pytest.mark.parametrize("place", PLACES)
def test_what_there_are_several_of_is_left_to_the_report(place: str) -> None:
    """One of two parents, or of two groups that a seat is for, would be taken for the only one."""
    public = place_in(SEEDS, place)
    said = orjson.loads(popolo(public))
    for body in said["organizations"]:
        parents = [link.to_id for link in public.links_from("SUB_GROUP_OF", body["id"])]
        assert body.get("parent_id") == (parents[0] if len(parents) == 1 else None)
    for held in (each for each in said["memberships"] if "post_id" in each):
        groups = [link.to_id for link in public.links_from("ON_BEHALF_OF", held["post_id"])]
        assert held.get("on_behalf_of_id") == (groups[0] if len(groups) == 1 else None)


def test_a_place_is_told_as_it_is_recorded(tmp_path: Path) -> None:
    said = orjson.loads(popolo(whole_place(tmp_path)))
    found = {each["id"]: each for name in ("organizations", "posts", "events") for each in said[name]}
    page = f"{BASE}/sources"
    assert found["wholeham/forum"] == {
        "id": "wholeham/forum",
        "name": "The Forum",
        "other_names": [
            {"name": "TF"},
            {"name": "Forum, the"},
            {"name": "Club", "end_date": "2004", "note": "former name"},
            {"name": "Circle", "note": "former name"},
        ],
        "identifiers": [{"scheme": "GB-CHC", "identifier": "1234567"}],
        "classification": "forum",
        "area_id": "wholeham",
        "description": "To meet.\n\n  And to talk.",
        "founding_date": "1998",
        "dissolution_date": "2030-05",
        "contact_details": [{"label": "Site", "type": "website", "value": "https://example.org"}],
        "image": "https://example.org/i.png",
        "seats": 50,
        "sources": [
            {"url": f"{page}/wholeham/about", "note": "About us, Page one, top"},
            {"url": f"{page}/minutes", "note": "Minutes, p. 1"},
        ],
    }
    assert found["wholeham/seat"] == {
        "id": "wholeham/seat",
        "label": "Vice",
        "role": "vice_chair",
        "organization_id": "wholeham/board",
        "area_id": "ward",
        "start_date": "1999",
        "end_date": "2029",
        "contact_details": [{"type": "email", "value": "a@example.org"}],
        "other_label": "Deputy",
        "sources": [{"url": f"{page}/minutes", "note": f"Minutes, p. {number}"} for number in (3, 4)],
    }
    (held,) = (each for each in said["memberships"] if each["id"] == "wholeham/second")
    assert held == {
        "id": "wholeham/second",
        "person_id": "wholeham/ann",
        "organization_id": "wholeham/board",
        "post_id": "wholeham/seat",
        "role": "vice_chair",
        "label": "acting",
        "start_date": "2001",
        "end_date": "2010-03",
        "start_reason": "by-election",
        "sources": [{"url": f"{page}/study", "note": "A study, p. 3"}],
    }
    assert [each["id"] for each in found["wholeham/big"]["attendees"]] == ["wholeham/bob", "wholeham/ann"]
