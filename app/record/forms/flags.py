"""Forms about a relationship map: how one body sees its relations with each service, and the map that is made of that.

A flag is confidential and belongs to the body that gave it. What is published counts flags, and never fewer than five.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from app.domain.dates import spoken
from app.domain.english import capitalized, counted, listed, name_order, ordinary
from app.domain.vocabulary import Access, Classification, Dimension, OrganizationKind, Rating
from app.exchange.entries.addresses import Address
from app.exchange.place_format import FEWEST_FLAGS, Assessment, Organization
from app.record.drafts import Drafting, Said
from app.record.forms.asking import About, Answers, Choice, Field, Form, Shape
from app.record.forms.people import body_named
from app.record.forms.seats import WHEN, sorted_names
from app.record.forms.sources import also_citing, cited

MOST_SERVICES = 45
"""Of one form: with their cells and a source they stay below what one draft may change."""
GIVEN = (Rating.GREEN, Rating.AMBER, Rating.RED, Rating.NONE)
_CHOICES = (Choice("", "no view"), *(Choice(rating.value, ordinary(rating.value)) for rating in GIVEN))
_ANOTHER = "A service that is not in the list"
_SERVICES = frozenset({Classification.DEPARTMENT, Classification.STATUTORY_BODY, Classification.COUNCIL})
Cell = tuple[str, str]
"""A service, by its id in the place's file, and a dimension."""


def services_of(about: About) -> dict[str, str]:
    """Return the services that relations are mapped with: those of the map, and parts of a council or alike; by id."""
    mapped = {said.organization for _, said in _assessments(about)}
    bodies = [it.said for it in about.seen("organization") if isinstance(it.said, Organization)]
    units = {body.id for body in bodies if body.kind is OrganizationKind.UNIT}
    wanted = mapped | units or {body.id for body in bodies if body.classification in _SERVICES}
    own = about.address.id.partition("/")[2]
    named = {id_: name for id_, name in about.bodies.items() if id_ in wanted and id_ != own}
    return dict(sorted(named.items(), key=lambda it: name_order(it[1]))[:MOST_SERVICES])


def _assessments(about: About) -> Iterator[tuple[Address, Assessment]]:
    for entry in about.seen("assessment"):
        if isinstance(entry.said, Assessment):
            yield entry.address, entry.said


def _flags_by(about: About, body: str) -> dict[Cell, tuple[Address, Assessment]]:
    """Return the flags that a body gave; of several of one cell the newest."""
    given = [it for it in _assessments(about) if it[1].flag and it[1].by == body]
    newest = sorted(given, key=lambda it: it[1].on or "")
    return {(said.organization, said.dimension.value): (address, said) for address, said in newest}


def cell_name(cell: Cell) -> str:
    """Return the name of the field of a cell."""
    return f"flag_{cell[0].replace('/', '.')}_{cell[1]}"


def _fields(about: About) -> list[Field]:
    given = _flags_by(about, _own(about))
    services = services_of(about)
    hint = (
        "Green is good, amber fair, red poor; none is where there is no relation. Stewards of the place alone see it."
    )
    return [
        Field("flags", f"How does {about.name(_own(about))} see its relations?", hint, Shape.HEAD),
        *(
            Field(
                cell_name((id_, dimension.value)),
                ordinary(dimension.value).capitalize(),
                "",
                Shape.CELL,
                _CHOICES,
                _given(given.get((id_, dimension.value))),
                row=name,
            )
            for id_, name in services.items()
            for dimension in Dimension
        ),
        Field(
            "service",
            "Which service?",
            "Its name. One that is not recorded yet is added.",
            Shape.NAME,
            names=sorted_names({id_: name for id_, name in about.bodies.items() if id_ not in services}),
            within=_ANOTHER,
        ),
        *(
            Field(f"service_{it.value}", ordinary(it.value).capitalize(), "", Shape.ONE_OF, _CHOICES, within=_ANOTHER)
            for it in Dimension
        ),
        Field("on", "When did it say so?", WHEN, Shape.DATE),
    ]


def _own(about: About) -> str:
    return about.address.id.partition("/")[2]


def _given(flag: tuple[Address, Assessment] | None) -> str:
    return flag[1].rating.value if flag else ""


def _asked(about: About, answers: Answers, drafting: Drafting, cites: str) -> dict[Cell, str]:
    """Return the rating of each cell as it was answered."""
    found = {
        (id_, each.value): answers.text(cell_name((id_, each.value)))
        for id_ in services_of(about)
        for each in Dimension
    }
    for cell, rating in found.items():
        if rating not in {"", *GIVEN}:
            answers.wrong(cell_name(cell), "Choose one of the list.")
    more = {each.value: answers.text(f"service_{each.value}") for each in Dimension}
    service = body_named(about, answers, drafting, "service", answers.text("service"), cites)
    if any(rating not in {"", *GIVEN} for rating in more.values()):
        answers.wrong("service", "Choose one of the list.")
    elif any(more.values()) and not service:
        answers.wrong("service", "Say which service that is.")
    elif service:
        found |= {(service, dimension): rating for dimension, rating in more.items() if rating}
    return found


def _flag(about: About, answers: Answers, drafting: Drafting) -> str:
    cites, own, on = cited(about, answers, drafting), _own(about), answers.date("on")
    recorded = _flags_by(about, own)
    new, changed, back = Counter[str](), 0, 0
    for cell, rating in _asked(about, answers, drafting, cites).items():
        address, before = recorded.get(cell, (None, None))
        if address is None:
            if rating:
                said: Said = {"organization": cell[0], "dimension": cell[1], "rating": rating, "by": own, "flag": True}
                said |= {"access": Access.CONFIDENTIAL.value, "cites": cites} | ({"on": on} if on else {})
                id_ = drafting.add("assessment", said, f"flag {own} {cell[0]} {cell[1]}")
                answers.spot(id_, "on", "on")
                new[rating] += 1
        elif not rating:
            drafting.remove(address)
            back += 1
        elif before and rating != before.rating.value:
            dated = {"on": on} if on else {}
            drafting.change(address, also_citing(drafting.now(address), cites) | {"rating": rating} | dated)
            answers.spot(address.id, "on", "on")
            changed += 1
    colours = listed([f"{number} {ordinary(rating)}" for rating in GIVEN if (number := new[rating])])
    parts = [f"gives {counted(new.total(), 'flag')}: {colours}"] if new else []
    parts += [f"changes {counted(changed, 'flag')}"] if changed else []
    parts += [f"takes {counted(back, 'flag')} back"] if back else []
    if not parts:
        answers.wrong("flags", "No flag is otherwise than it was: choose a colour for at least one service.")
    return f"{about.name(own)} {listed(parts)}."


def counts_of(about: About) -> dict[Cell, Counter[str]]:
    """Count what bodies say of each cell; each body counts once in it, by what it said last."""
    latest: dict[tuple[Cell, str], str] = {}
    for _, said in sorted(_assessments(about), key=lambda it: it[1].on or ""):
        if said.flag and said.by:
            latest[(said.organization, said.dimension.value), said.by] = said.rating.value
    found: dict[Cell, Counter[str]] = {}
    for (cell, _), rating in latest.items():
        found.setdefault(cell, Counter())[rating] += 1
    return found


def rating_of(flags: Mapping[str, int]) -> str:
    """Return what more than half of some flags say; else that they say several things."""
    whole = sum(flags.values())
    return next((rating for rating, number in flags.items() if 2 * number > whole), Rating.MIXED.value)


def _ready(about: About) -> dict[Cell, Counter[str]]:
    found = {cell: flags for cell, flags in counts_of(about).items() if flags.total() >= FEWEST_FLAGS}
    return dict(sorted(found.items())[: MOST_SERVICES * len(Dimension)])


def _publish_fields(about: About) -> list[Field]:
    every, ready = counts_of(about), _ready(about)
    few = len(every) - len(ready)
    left_out = (
        f" {counted(few, 'cell has', 'cells have')} fewer and {'is' if few == 1 else 'are'} left out." if few else ""
    )
    hint = f"A cell is published with {FEWEST_FLAGS} flags or more, so that nobody can tell who said what.{left_out}"
    return [
        Field("cells", f"{capitalized(counted(len(ready), 'cell'))} can be published", hint, Shape.HEAD),
        Field("on", "As at which day?", WHEN, Shape.DATE, optional=False),
        Field(
            "by", "Who mapped it?", "The body that asked for the flags.", Shape.NAME, names=sorted_names(about.bodies)
        ),
    ]


def _publish(about: About, answers: Answers, drafting: Drafting) -> str:
    cites, ready = cited(about, answers, drafting), _ready(about)
    on = answers.date("on", "Say as at which day, at least the year.")
    by = body_named(about, answers, drafting, "by", answers.text("by"), cites)
    if not ready:
        answers.wrong("cells", f"No cell has {FEWEST_FLAGS} flags yet: nothing can be published.")
    public = {(s.organization, s.dimension.value, s.on): address for address, s in _assessments(about) if not s.flag}
    for (service, dimension), flags in ready.items():
        told = {"rating": rating_of(flags), "flagCount": flags.total()} | ({"by": by} if by else {})
        if address := public.get((service, dimension, on)):
            drafting.change(address, also_citing(drafting.now(address), cites) | told)
        else:
            said: Said = {"organization": service, "dimension": dimension, "on": on, "cites": cites}
            answers.spot(drafting.add("assessment", said | told), "on", "on")
    cells = f"{counted(len(ready), 'cell is', 'cells are')} published as at {spoken(on) if on else 'a day'}"
    return capitalized(f"{cells}, each made of {FEWEST_FLAGS} flags or more.")


FLAG_FORMS = (
    Form("flags", "How it sees its relations", frozenset({"organization"}), _fields, _flag, stewards=True),
    Form("publish-map", "Publish the relationship map", frozenset({"area"}), _publish_fields, _publish, stewards=True),
)
