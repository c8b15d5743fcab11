"""The form that puts the boxes of a place's picture in order, column by column."""

from collections.abc import Iterator

from app.domain.english import agree, counted, listed
from app.exchange.derived_ids import whole_id
from app.exchange.entries.addresses import Address
from app.exchange.place_format import MOST_IN_A_COLUMN
from app.record.drafts import MOST_STEPS, Drafting
from app.record.forms.asking import About, Answers, Field, Form, Shape
from app.record.forms.seats import without

ORDER = "columnOrder"
_MOST_NAMED = 3
_HINT = (
    "The least number stands on top. What has no number stands below those that have one, in the order that the picture"
    " finds by itself."
)


def _stacks(about: About) -> Iterator[tuple[str, list[str]]]:
    """Give each part of a column in which there is something to order: what it is called, and its bodies, on top first.

    Only bodies of the place itself are in it, those that whoever asks may change.
    """
    place = about.known.place
    own = {whole_id(id_, place): id_ for id_ in about.bodies}
    for number, column in enumerate(about.columns, 1):
        name = column.name or f"Column {number}"
        parts = {"boards and committees": column.upper, "forums and members": column.lower}
        for part, ids in parts.items():
            inside = [own[id_] for id_ in ids if id_ in own and about.may_change(Address("organization", id_))]
            if len(inside) > 1:
                yield f"{name}: {part}" if all(parts.values()) else name, inside


def _alone(about: About) -> str:
    """Name the columns in which nothing can be put in order."""
    shown = tuple(f"{stack}: " for stack, _ in _stacks(about))
    names = [it.name for it in about.columns if it.name and not any(at.startswith(f"{it.name}: ") for at in shown)]
    if not names:
        return ""
    has = agree(len(names), "The column that is not here has", "The columns that are not here have")
    return f" {has} one box of this place at most, above and below: {listed(names)}."


def _name(id_: str) -> str:
    return f"order_{id_.replace('/', '.')}"


def _fields(about: About) -> list[Field]:
    drafting = Drafting(about.known)
    stacks = list(_stacks(about))
    head = "Which box stands where?" if stacks else "No column of the picture has two boxes to put in order"
    return [
        Field("boxes", head, f"{_HINT}{_alone(about)}" if stacks else "", Shape.HEAD),
        *(
            Field(_name(id_), about.name(id_), "", Shape.ORDER, given=_said(drafting, about, id_), row=stack)
            for stack, ids in stacks
            for id_ in ids
        ),
    ]


def _address(about: About, id_: str) -> Address:
    return Address("organization", whole_id(id_, about.known.place))


def _said(drafting: Drafting, about: About, id_: str) -> str:
    return str(drafting.now(_address(about, id_)).get(ORDER) or "")


def _arrange(about: About, answers: Answers, drafting: Drafting) -> str:
    moved: dict[str, int] = {}
    for stack, ids in _stacks(about):
        for id_ in ids:
            address, name = _address(about, id_), _name(id_)
            answers.spot(address.id, ORDER, name)
            text = answers.text(name)
            if text == _said(drafting, about, id_):
                continue
            if text and not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_IN_A_COLUMN):
                answers.wrong(name, f"Say a whole number from 1 to {MOST_IN_A_COLUMN}, or nothing.")
                continue
            rest = without(drafting.now(address), ORDER)
            drafting.change(address, rest | {ORDER: int(text)} if text else rest)
            moved[stack] = moved.get(stack, 0) + 1
    if sum(moved.values()) > MOST_STEPS:
        answers.wrong("boxes", f"At most {MOST_STEPS} boxes can be moved at once: leave some columns for later.")
    where = listed([*moved]) if len(moved) <= _MOST_NAMED else counted(len(moved), "column")
    return f"The boxes of {where} stand in the order that is said." if moved else "The boxes stand as they did."


ARRANGING_FORMS = (
    Form(
        "arrange",
        "Put the boxes of its picture in order",
        frozenset({"area"}),
        _fields,
        _arrange,
        cites=False,
        pictures=True,
    ),
)
