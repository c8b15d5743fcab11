"""Two places, each speaking of the other, with one thing of every kind that can be closed; and the same without it."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

Entry = dict[str, Any]
Files = dict[str, dict[str, list[Entry]]]

_CITES = ["report, p. 1", "minutes, p. 2"]


def _body(id_: str, name: str, classification: str = "forum", **more: Any) -> Entry:
    return {"id": id_, "name": name, "classification": classification, "kind": "collaboration", "cites": _CITES} | more


FILES: Files = {
    "alpha": {
        "organizations": [
            _body("quombat", "Quombat Board", "partnership_board", since="2005", reportBackDays=10),
            _body("top", "Alpha Partnership", "lsp", contactDetails=[
                {"type": "website", "value": "https://alpha.example"},
                {"type": "telephone", "value": "yarpolith"},
            ]),
            _body("service", "Alpha Service", "department", kind="unit", sector="statutory"),
        ],
        "people": [
            {"id": "velstrid", "name": "Velstrid Moor", "cites": _CITES, "worksFor": [
                {"organization": "beta/forum", "role": "mungrave"},
            ]},
        ],
        "posts": [
            {"id": "drimaxo", "on": "beta/board", "label": "Drimaxo seat", "onBehalfOf": [{"organization": "beta/forum"}],
             "holders": [{"person": "beta/bea"}], "since": "2006", "cites": _CITES},
            {"id": "chair", "on": "alpha/top", "role": "chair", "cites": _CITES,
             "holders": [{"person": "beta/bea", "since": "2007", "until": "2012"}, {"person": "beta/cal", "capacity": "deputy"}],
             "onBehalfOf": [{"organization": "beta/forum"}, {"organization": "beta/network"}],
             "appointedBy": [{"organization": "beta/network"}]},
        ],
        "lines": [
            {"id": "skorvine", "from": "beta/board", "type": "reports_to", "to": "alpha/top", "since": "2008", "cites": _CITES},
        ],
        "meetings": [
            {"id": "jubrathe", "organization": "beta/board", "date": "2009-03-04", "label": "Jubrathe meeting",
             "attendance": [{"person": "beta/bea", "as": "present"}], "cites": _CITES},
            {"id": "open-meeting", "organization": "alpha/top", "date": "2009-05-06", "cites": _CITES,
             "attendance": [{"person": "beta/bea", "as": "present"}, {"person": "beta/cal", "as": "apologies"},
                            {"organization": "beta/network", "as": "present"}],
             "reports": [{"post": "beta/seat", "date": "2009-06-01", "link": "https://plivendor.example/report"}]},
        ],
        "actions": [
            {"id": "grontimal", "text": "Grontimal to be done", "owners": ["beta/bea"], "arisingFrom": "alpha/open-meeting",
             "cites": _CITES},
        ],
        "assessments": [
            {"id": "thysmark", "organization": "beta/unit", "dimension": "funding", "rating": "red", "summary": "Thysmark",
             "by": "beta/network", "cites": _CITES},
        ],
        "absences": [
            {"id": "krellwyn", "subject": "beta/forum", "from": "alpha/top", "note": "Krellwyn", "cites": _CITES},
        ],
    },
    "beta": {
        "organizations": [
            _body("board", "Beta Board", "partnership_board", cites=[*_CITES, "obduskan, p. 7"], reportBackDays=7),
            _body("forum", "Beta Forum", sector="voluntary"),
            _body("network", "Beta Network", "network", sector="voluntary"),
            _body("unit", "Beta Unit", "department", kind="unit", sector="statutory"),
            _body("people", "Beta People", "constituency", kind="constituency"),
        ],
        "people": [
            {"id": "bea", "name": "Bea Day", "worksFor": [{"organization": "beta/forum"}], "cites": _CITES},
            {"id": "cal", "name": "Cal Fox", "worksFor": [{"organization": "alpha/quombat"}], "cites": _CITES},
        ],
        "posts": [
            {"id": "seat", "on": "alpha/top", "onBehalfOf": [{"organization": "beta/network"}], "holders": [{"person": "alpha/velstrid"}],
             "cites": [*_CITES, "obduskan, p. 8"]},
            {"id": "on-quombat", "on": "alpha/quombat", "onBehalfOf": [{"organization": "beta/forum"}],
             "holders": [{"person": "beta/bea"}], "cites": _CITES},
            {"id": "for-quombat", "on": "beta/board", "onBehalfOf": [{"organization": "alpha/quombat"}, {"organization": "beta/network"}],
             "appointedBy": [{"organization": "alpha/quombat"}], "holders": [{"person": "beta/cal"}], "cites": _CITES},
            {"id": "filled", "on": "beta/board", "onBehalfOf": [{"organization": "beta/network"}],
             "filledByHolderOf": "alpha/drimaxo", "cites": _CITES},
        ],
        "lines": [
            {"id": "up", "from": "beta/board", "type": "reports_to", "to": "alpha/quombat", "since": "2007", "cites": _CITES},
            {"id": "speaks", "from": "beta/forum", "type": "speaks_for", "to": "beta/people", "cites": _CITES},
            {"id": "feeds", "from": "alpha/quombat", "type": "feeds_into", "to": "alpha/top", "cites": _CITES},
        ],
        "meetings": [
            {"id": "of-quombat", "organization": "alpha/quombat", "date": "2009-01-02", "cites": _CITES,
             "attendance": [{"person": "beta/bea", "as": "present"}]},
            {"id": "of-board", "organization": "beta/board", "date": "2009-02-03", "cites": _CITES,
             "attendance": [{"person": "alpha/velstrid", "as": "present", "for": "alpha/quombat"},
                            {"person": "beta/cal", "as": "deputising", "deputisingFor": "alpha/velstrid"},
                            {"organization": "alpha/quombat", "as": "apologies"}],
             "reports": [{"post": "alpha/drimaxo", "date": "2009-02-20"}]},
        ],
        "actions": [
            {"id": "of-jubrathe", "text": "From that meeting", "owners": ["beta/cal"], "arisingFrom": "alpha/jubrathe", "cites": _CITES},
            {"id": "with-owners", "text": "For several", "owners": ["alpha/velstrid", "alpha/quombat", "beta/bea"],
             "arisingFrom": "beta/of-board", "cites": _CITES},
        ],
        "assessments": [
            {"id": "cell", "organization": "beta/unit", "dimension": "strategic_networks", "rating": "green", "summary": "Well",
             "by": "alpha/quombat", "cites": _CITES},
        ],
        "absences": [
            {"id": "missing", "subject": "beta/network", "from": "alpha/quombat", "note": "Not on that", "cites": _CITES},
        ],
    },
    "sources": {"sources": [
        {"id": "report", "title": "Report", "published": "2008"},
        {"id": "minutes", "title": "Minutes", "published": "2009-04", "publisher": "Alpha"},
        {"id": "obduskan", "title": "Obduskan papers", "published": "2011"},
    ]},
}  # fmt: skip

Spot = tuple[str, str, str, str, int]
"""File, section, id of an entry, and of a list inside it the name and the number of an item."""

THINGS: dict[str, Spot] = {
    "organization": ("alpha", "organizations", "quombat", "", 0),
    "person": ("alpha", "people", "velstrid", "", 0),
    "post": ("alpha", "posts", "drimaxo", "", 0),
    "tenure": ("alpha", "posts", "chair", "holders", 0),
    "deputy": ("alpha", "posts", "chair", "holders", 1),
    "on whose behalf": ("alpha", "posts", "chair", "onBehalfOf", 1),
    "appointment": ("alpha", "posts", "chair", "appointedBy", 0),
    "affiliation": ("alpha", "people", "velstrid", "worksFor", 0),
    "line": ("alpha", "lines", "skorvine", "", 0),
    "meeting": ("alpha", "meetings", "jubrathe", "", 0),
    "attendance": ("alpha", "meetings", "open-meeting", "attendance", 0),
    "attendance of a body": ("alpha", "meetings", "open-meeting", "attendance", 2),
    "report": ("alpha", "meetings", "open-meeting", "reports", 0),
    "action": ("alpha", "actions", "grontimal", "", 0),
    "assessment": ("alpha", "assessments", "thysmark", "", 0),
    "absence": ("alpha", "absences", "krellwyn", "", 0),
    "source": ("sources", "sources", "obduskan", "", 0),
    "contact detail": ("alpha", "organizations", "top", "contactDetails", 1),
}
"""Everything that can be closed, each in the file of one place."""
TOGETHER: tuple[tuple[str, ...], ...] = (
    ("organization",), ("person",), ("post",), ("source",),
    ("tenure", "attendance", "contact detail"), ("deputy", "report", "assessment"),
    ("on whose behalf", "attendance of a body", "action"), ("appointment", "absence", "line"), ("affiliation", "meeting"),
)  # fmt: skip
"""Things that are closed at once: of those on which little hangs some that have nothing to do with each other."""


def _entry(files: Files, spot: Spot) -> Entry:
    file, section, id_, _, _ = spot
    return next(entry for entry in files[file][section] if entry["id"] == id_)


def closed(kinds: Sequence[str]) -> Files:
    """Return the files in which some things are confidential."""
    files = deepcopy(FILES)
    for kind in kinds:
        entry, (_, _, _, name, number) = _entry(files, THINGS[kind]), THINGS[kind]
        (entry[name][number] if name else entry)["access"] = "confidential"
    return files


def without(kinds: Sequence[str]) -> Files:
    """Return the files as they would be if some things had never been heard of, with all that hangs on them."""
    files = deepcopy(FILES)
    for kind in kinds:
        file, _, id_, name, number = THINGS[kind]
        if name:
            del _entry(files, THINGS[kind])[name][number]
        elif file == "sources":
            _forget_source(files, id_)
        else:
            _forget(files, f"{file}/{id_}")
    return files


def _forget_source(files: Files, id_: str) -> None:
    files["sources"]["sources"] = [source for source in files["sources"]["sources"] if source["id"] != id_]
    for place in ("alpha", "beta"):
        for entry in (entry for section in files[place].values() for entry in section):
            entry["cites"] = [cite for cite in entry["cites"] if not cite.startswith(id_)]


_NEEDED = ("on", "organization", "from", "to", "subject", "arisingFrom")
"""Fields without whose meaning an entry has none."""


def _forget(files: Files, gone: str) -> None:
    """Leave out an entry, what hangs on it, and every mention of it."""
    for place in ("alpha", "beta"):
        for section, entries in files[place].items():
            hanging = [e for e in entries if any(e.get(name) == gone for name in _NEEDED)]
            files[place][section] = [e for e in entries if e not in hanging and f"{place}/{e['id']}" != gone]
            for entry in hanging:
                _forget(files, f"{place}/{entry['id']}")
    for place in ("alpha", "beta"):
        for entry in (entry for section in files[place].values() for entry in section):
            for name, value in [*entry.items()]:
                if value == gone:
                    del entry[name]
                elif isinstance(value, list):
                    entry[name] = [_unmentioned(item, gone) for item in value if not _is_about(item, gone)]


def _is_about(item: Any, gone: str) -> bool:
    if not isinstance(item, dict):
        return bool(item == gone)
    return gone in (item.get("person"), item.get("organization"), item.get("post"))


def _unmentioned(item: Any, gone: str) -> Any:
    return {name: value for name, value in item.items() if value != gone} if isinstance(item, dict) else item
