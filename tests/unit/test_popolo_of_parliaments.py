"""Popolo as EveryPolitician published it (ep-popolo-v1.0): terms, parties, areas, and memberships by the thousand."""

from typing import Any

import orjson
import pytest

from app.exchange.entries.to_facts import checked_entries
from app.exchange.formats.popolo_in import entries_of_popolo

PERIODS = {
    "term/1": ("2005-05-05", "2010-04-12"),
    "term/2": ("2010-05-06", "2015-03-30"),
    "term/3": ("2015-05-07", None),
}


def parliament(people: int) -> dict[str, Any]:
    """Return the file of a legislature in which everybody sat in every term, for one of three parties."""
    parties = [f"party_{number}" for number in range(3)]
    house = "574eff8e-8171-4f2b-8279-60ed8dec1a2a"
    return {
        "persons": [
            {
                "id": f"{number:08x}-51ad-4db5-a7d8-0a6d4d7f7d6f",
                "name": f"Member {number}",
                "family_name": f"{number}",
                "given_name": "Member",
                "gender": "female",
                "birth_date": "1960-02-03",
                "image": "https://example.org/x.jpg",
                "images": [{"url": "https://example.org/x.jpg"}],
                "contact_details": [{"type": "twitter", "value": f"member{number}"}],
                "identifiers": [{"scheme": "wikidata", "identifier": f"Q{number}"}],
                "links": [{"note": "Wikipedia", "url": "https://example.org/w"}],
                "other_names": [{"lang": "fr", "name": f"Membre {number}", "note": "multilingual"}],
            }
            for number in range(people)
        ],
        "organizations": [
            {"id": house, "name": "House", "classification": "legislature", "seats": people, "identifiers": []},
            *({"id": each, "name": each, "classification": "party"} for each in parties),
        ],
        "areas": [{"id": "area/a", "name": "A", "type": "constituency"}],
        "events": [
            {
                "id": id_,
                "name": id_,
                "classification": "legislative period",
                "start_date": start,
                "organization_id": house,
            }
            | ({"end_date": end} if end else {})
            for id_, (start, end) in PERIODS.items()
        ],
        "memberships": [
            {
                "person_id": f"{number:08x}-51ad-4db5-a7d8-0a6d4d7f7d6f",
                "organization_id": house,
                "on_behalf_of_id": parties[number % 3],
                "legislative_period_id": period,
                "area_id": "area/a",
                "role": "member",
            }
            | ({"start_date": "2012-01-01"} if period == "term/2" and number == 0 else {})
            for period in PERIODS
            for number in range(people)
        ],
        "meta": {"sources": ["https://example.org"]},
    }


def test_a_term_is_no_meeting_and_who_sat_in_it_sat_as_long_as_it() -> None:
    read = entries_of_popolo(orjson.dumps(parliament(50)), "land", "ep-popolo-v1.0.json")
    assert read.problems == []
    assert read.file.meetings == []
    assert len(read.file.posts) == 50
    first = next(post for post in read.file.posts if post.holders[0].person == "member-0")
    assert [(it.since, it.until) for it in first.holders] == [
        ("2005-05-05", "2010-04-12"), ("2012-01-01", "2015-03-30"), ("2015-05-07", None),
    ]  # fmt: skip
    assert [each.organization for each in first.onBehalfOf] == ["party-0"]
    assert read.unread["events that are a legislative period, but for their dates"] == 3
    assert read.kept["persons.gender"] == 50
    checked = checked_entries(read.file, {"land": "Area"})
    assert [str(problem) for problem in checked.problems] == []


@pytest.mark.parametrize("people", [3_000])
def test_memberships_by_the_thousand_are_read_and_what_is_wrong_is_told_row_by_row(people: int) -> None:
    document = parliament(people)
    del document["persons"][0]["images"]
    for at in (7, 8_000):
        document["memberships"][at]["person_id"] = "nobody"
    raw = orjson.dumps([{k: v for k, v in it.items() if k in {"id", "name"}} for it in document["persons"]])
    document["persons"] = orjson.loads(raw)
    read = entries_of_popolo(orjson.dumps(document), "land")
    told = [each.partition(":")[0] for each in read.problems if "expected the id of an object" in each]
    assert told == ["memberships[8].person_id", "memberships[8001].person_id"]
    assert len(read.file.posts) == people
