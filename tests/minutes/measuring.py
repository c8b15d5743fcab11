"""How much of what minutes say is found, and how much of what is found they say: by kind, as shares of what should be."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz import fuzz

from app.domain.folding import folded
from app.exchange.minutes.finds import Found

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
ENOUGH = 0.95
Facts = dict[str, set[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Measured:
    """What was missed, and what was invented."""

    kind: str
    found: float
    right: float
    missed: tuple[tuple[str, ...], ...]
    invented: tuple[tuple[str, ...], ...]


def measured(should: Facts, found: Facts) -> list[Measured]:
    kinds = []
    for kind, wanted in should.items():
        got = found.get(kind, set())
        both = wanted & got
        share = len(both) / len(wanted) if wanted else 1.0
        right = len(both) / len(got) if got else 1.0
        kinds.append(Measured(kind, share, right, tuple(sorted(wanted - got)), tuple(sorted(got - wanted))))
    return kinds


def assert_enough(should: Facts, found: Facts) -> None:
    assert should.keys() == found.keys()
    for it in measured(should, found):
        assert it.found >= ENOUGH, (it.kind, "missed", it.missed, "invented", it.invented)
        assert it.right >= ENOUGH, (it.kind, "missed", it.missed, "invented", it.invented)


def facts_of(found: Found) -> Facts:
    """What was found, as facts that can be compared."""
    return {
        "meeting": {(kind, folded(it.value)) for kind in ("body", "date", "venue") if (it := getattr(found, kind))},
        "people": {(folded(it.name),) for it in found.people},
        "roles": {(folded(it.name), it.how.value) for it in found.people},
        "jobs": {(folded(it.name), folded(it.role or it.capacity)) for it in found.people if it.role or it.capacity},
        "organizations": {(folded(it.name), folded(it.organization)) for it in found.people if it.organization},
        "deputies": {(folded(it.name), folded(it.deputising_for)) for it in found.people if it.deputising_for},
        "actions": {(_told(it.text), str(it.outstanding), it.due) for it in found.actions},
        "owners": {(_told(it.text), folded(owner)) for it in found.actions for owner in it.owners},
        "meetings": {(it.date, folded(it.venue)) for it in found.meetings},
    }


def should_be(said: Mapping[str, Any]) -> Facts:
    """What a fixture says that minutes hold, as facts that can be compared."""
    people = said.get("people", {})
    actions = said.get("actions", [])
    return {
        "meeting": {(kind, folded(str(said[kind]))) for kind in ("body", "date", "venue") if said.get(kind)},
        "people": {(folded(name),) for name in people},
        "roles": {(folded(name), it["as"]) for name, it in people.items()},
        "jobs": {(folded(name), folded(it["role"])) for name, it in people.items() if "role" in it},
        "organizations": {(folded(name), folded(it["of"])) for name, it in people.items() if "of" in it},
        "deputies": {(folded(name), folded(it["for"])) for name, it in people.items() if "for" in it},
        "actions": {(_told(it["text"]), str(it.get("outstanding", False)), str(it.get("due", ""))) for it in actions},
        "owners": {(_told(it["text"]), folded(owner)) for it in actions for owner in it.get("owners", [])},
        "meetings": {(str(it["date"]), folded(it.get("venue", ""))) for it in said.get("meetings", [])},
    }


def _told(text: str) -> str:
    return folded(text.removeprefix("To "))


def encoded_gloucester() -> Facts:
    """What people encoded of the same minutes, in the place's file."""
    place = yaml.safe_load((SEEDS / "gloucester.yaml").read_text())
    county = yaml.safe_load((SEEDS / "gloucestershire.yaml").read_text())
    names = {it["id"]: it["name"] for key in ("organizations", "people") for it in place[key]}
    names |= {f"gloucestershire/{it['id']}": it["name"] for it in county["organizations"]}
    met = next(it for it in place["meetings"] if str(it["date"]) == "2010-01-22")
    others = [it for it in place["meetings"] if it is not met]
    came = met["attendance"]
    labels = {"present": "Executive Member", "deputising": "Executive Member", "in_attendance": "Non-Executive Member"}
    return {
        "meeting": {("body", folded(names[met["organization"]])), ("date", folded("2010-01-22"))},
        "people": {(folded(names[it["person"]]),) for it in came},
        "roles": {(folded(names[it["person"]]), it["as"]) for it in came},
        "jobs": {(folded(names[it["person"]]), folded(labels[it["as"]])) for it in came if it["as"] in labels},
        "organizations": {(folded(names[it["person"]]), folded(names[it["for"]])) for it in came},
        "deputies": {
            (folded(names[it["person"]]), folded(names[it["deputisingFor"]])) for it in came if "deputisingFor" in it
        },
        "actions": {(folded(it["text"]), str(it.get("status") == "outstanding"), "") for it in place["actions"]},
        "owners": {(folded(it["text"]), folded(names[owner])) for it in place["actions"] for owner in it["owners"]},
        "meetings": {(str(it["date"]), folded(it.get("venue", ""))) for it in others},
    }


def in_encoded_words(found: Facts, encoded: Facts) -> Facts:
    """Let actions that people put into nearly the same words count as those."""
    texts = {text for text, *_ in encoded["actions"]}

    def same(text: str) -> str:
        return next((it for it in texts if fuzz.token_set_ratio(it, text) >= 90), text)

    changed = {kind: {(same(text), *rest) for text, *rest in found[kind]} for kind in ("actions", "owners")}
    return found | changed
