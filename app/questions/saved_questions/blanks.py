"""Filling the blanks of a question: what may stand there, and what somebody means by what they wrote."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.english import name_order, with_article
from app.domain.saved_question import Blank, SavedQuestion
from app.domain.vocabulary import BlankKind, Classification
from app.errors import Ambiguous, BadInput, PartnershipsError
from app.exchange.question_files import MOST_DAYS
from app.reading.catalogue import Contents, Name
from app.reading.explorer import Explorer
from app.reading.resolving import resolve


@dataclass(slots=True)
class Filled:
    """What fills the blanks of a question, and what is wrong or still missing; by the blanks' names."""

    area: str = ""
    """The place that all of it is in, when one is given."""
    values: dict[str, str] = field(default_factory=dict)
    """An id, or a number of days as text."""
    names: dict[str, str] = field(default_factory=dict)
    """The same as people read it in the sentence."""
    wrong: dict[str, PartnershipsError] = field(default_factory=dict)
    empty: list[Blank] = field(default_factory=list)

    @property
    def ready(self) -> bool:
        """Whether the question can be answered."""
        return not self.wrong and not self.empty


def options(contents: Contents, blank: Blank, area: str = "") -> list[Name]:
    """List what may fill a blank, by name; only what is of a place or around it, when one is given."""
    around = contents.around(area) if area else None
    found = [name for name in contents.names if _fits(name, blank, contents) and (around is None or name.is_of(around))]
    return sorted(found, key=lambda name: name_order(name.name))


async def fill(explorer: Explorer, question: SavedQuestion, given: Mapping[str, str], area: str = "") -> Filled:
    """Read what somebody wrote into the blanks: ids, or names as well as they are remembered.

    `area` fills the blank for the place when that is left empty, and narrows what the others may mean.
    """
    contents = await explorer.catalogue.contents()
    place = question.place
    filled = Filled(area)
    ordered = sorted(question.blanks, key=lambda blank: blank is not place)
    for blank in ordered:
        text = given.get(blank.name, "").strip() or (area if blank is place else "") or str(blank.usual or "")
        if not text:
            filled.empty.append(blank)
            continue
        await _fill_one(explorer, contents, filled, blank, text)
        if blank is place:
            filled.area = filled.values.get(blank.name, filled.area)
    for blank in ordered:
        # What one blank means tells of which place another is.
        error = filled.wrong.get(blank.name)
        here = next((value.partition("/")[0] for value in filled.values.values() if "/" in value), "")
        if isinstance(error, Ambiguous) and here:
            await _fill_one(explorer, contents, filled, blank, error.text, here)
    return filled


async def _fill_one(
    explorer: Explorer, contents: Contents, filled: Filled, blank: Blank, text: str, here: str = ""
) -> None:
    """Read what stands in a blank, and note what it is or what is wrong with it."""
    inside = "" if blank.accepts is BlankKind.AREA else filled.area
    filled.wrong.pop(blank.name, None)
    try:
        filled.values[blank.name], filled.names[blank.name] = await _read(explorer, contents, blank, text, inside, here)
    except PartnershipsError as error:
        filled.wrong[blank.name] = error


async def _read(
    explorer: Explorer, contents: Contents, blank: Blank, text: str, area: str, here: str
) -> tuple[str, str]:
    if blank.accepts is BlankKind.DAYS:
        if not (text.isascii() and text.isdigit() and len(text) < 5 and 1 <= int(text) <= MOST_DAYS):
            raise BadInput(f"'{text[:40]}' is not a number of days: expected 1 to {MOST_DAYS}.")
        return str(int(text)), str(int(text))
    where = f" in {contents.areas[area].name}" if area in contents.areas else ""
    found = next((name for name in options(contents, blank, area) if name.id == text), None)
    if found is None:
        found = await resolve(
            explorer.catalogue,
            text,
            labels=_LABELS,
            fits=lambda name: _fits(name, blank, contents),
            area=area,
            here=here,
            nobody=f"Nothing that fits here is called '{text[:60]}'{where}: expected {_ACCEPTED[blank.accepts]}.",
        )
    return found.id, found.name if found.label == "Person" else with_article(found.name)


_LABELS = frozenset({"Area", "Organization", "Person"})
_ACCEPTED = {
    BlankKind.AREA: "a place",
    BlankKind.BODY: "a group or board",
    BlankKind.CONSTITUENCY: "people at large, such as carers",
    BlankKind.PERSON: "a person",
}


def _fits(name: Name, blank: Blank, contents: Contents) -> bool:
    if blank.accepts is BlankKind.AREA:
        return name.label == "Area" and contents.sizes.get(name.id, 0) > 0
    if blank.accepts is BlankKind.PERSON:
        return name.label == "Person"
    if name.label != "Organization":
        return False
    if blank.accepts is BlankKind.CONSTITUENCY:
        return name.classification == Classification.CONSTITUENCY
    wanted = blank.classifications
    return name.classification in wanted if wanted else name.classification != Classification.CONSTITUENCY
