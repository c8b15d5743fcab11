"""The full workbook to fill in: a sheet for every sort of entry, each with an example, which imports as it is."""

from app.exchange import place_format as form
from app.exchange.entries.listed import Entries, entries_in
from app.exchange.tabled.filling import tables_of
from app.exchange.tabled.laying import PLACE
from app.exchange.tabled.workbook import workbook_of

FULL_NAME = "all-entries.xlsx"
_PLACE = "example-place"
_CITED = "board-terms, p. 1"
_NOTES = (
    "This is the example of a place. Write the id of yours above, beside Place, and write over the rows; delete what"
    " you do not need, sheets too.",
    "A place that is not there yet is made where Areas has a row for it.",
)
_EXAMPLE = {
    "place": _PLACE,
    "themes": [{"id": "health", "name": "Health and care"}],
    "sources": [
        {
            "id": "board-terms",
            "title": "Example Health Board, terms of reference",
            "publisher": "Example Borough Council",
            "published": "2025-05",
            "url": "https://example.org/terms.pdf",
        }
    ],
    "organizations": [
        {
            "id": "health-board",
            "name": "Example Health Board",
            "alternateNames": ["EHB"],
            "classification": "partnership_board",
            "kind": "collaboration",
            "theme": "health",
            "purpose": "Agrees how health and care services work together.",
            "meetingFrequency": "quarterly",
            "decides": "decides",
            "quorum": "A third of its members",
            "composition": [{"of": ["voluntary"], "min": 1, "note": "At least one voluntary seat."}],
            "cites": _CITED,
        },
        {
            "id": "carers-forum",
            "name": "Example Carers Forum",
            "formerNames": [{"name": "Carers Circle", "until": "2019"}],
            "classification": "forum",
            "kind": "collaboration",
            "sector": "voluntary",
            "identifiers": [{"scheme": "GB-CHC", "value": "1000000"}],
            "contactDetails": [{"type": "email", "value": "forum@example.org"}],
            "cites": _CITED,
        },
    ],
    "people": [
        {"id": "jo-smith", "name": "Jo Smith", "honorificPrefix": "Cllr", "cites": _CITED},
        {
            "id": "al-jones",
            "name": "Al Jones",
            "worksFor": [{"organization": "carers-forum", "role": "Director", "since": "2024"}],
            "cites": _CITED,
        },
    ],
    "posts": [
        {"on": "health-board", "role": "chair", "voting": "yes", "holders": ["jo-smith"], "cites": _CITED},
        {
            "on": "health-board",
            "label": "Carers' representative",
            "basis": "elected",
            "voting": "yes",
            "onBehalfOf": ["carers-forum"],
            "appointedBy": [{"organization": "carers-forum", "as": "elects"}],
            "holders": [{"person": "al-jones", "since": "2025-05-14", "termEnds": "2028-05"}],
            "reportBackDays": 14,
            "cites": _CITED,
        },
    ],
    "lines": [{"from": "carers-forum", "type": "feeds_into", "to": "health-board", "cites": _CITED}],
    "meetings": [
        {
            "organization": "health-board",
            "date": "2026-01-22",
            "venue": "Town Hall",
            "status": "held",
            "attendance": [
                {"person": "jo-smith", "as": "present"},
                {"person": "al-jones", "as": "apologies", "for": "carers-forum"},
            ],
            "reports": [
                {
                    "post": "health-board--member--for-carers-forum",
                    "date": "2026-02-01",
                    "link": "https://example.org/r",
                }
            ],
            "cites": _CITED,
        }
    ],
    "actions": [
        {
            "text": "Send the carers' strategy round",
            "due": "2026-03",
            "owners": ["al-jones"],
            "arisingFrom": "health-board--2026-01-22",
            "cites": _CITED,
        }
    ],
    "assessments": [
        {
            "organization": "health-board",
            "dimension": "strategic_networks",
            "rating": "amber",
            "summary": "Meets seldom.",
            "by": "carers-forum",
            "on": "2026-01",
            "cites": _CITED,
        }
    ],
    "absences": [
        {
            "subject": "carers-forum",
            "from": "health-board",
            "note": "It has no second seat, though asked for.",
            "cites": _CITED,
        }
    ],
}
"""One entry of every sort at least, none of which is anybody's."""
_SHARED = (
    form.Area(id=_PLACE, name="Example Place", classification="borough"),
    form.Source(id="example-act", title="Example Act 2012", published="2012"),
)


def full_template() -> bytes:
    """Return the workbook, as XLSX."""
    entries = entries_in(form.PlaceFile.model_validate(_EXAMPLE))
    area, source = _SHARED
    areas = entries_in(form.AreasFile(areas=[area]))
    sources = entries_in(form.SourcesFile(sources=[source]))
    shared = Entries("", (*areas.all, *sources.all))
    return workbook_of([(PLACE, _PLACE)], tables_of(entries, shared), _NOTES)
