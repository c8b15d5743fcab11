"""What a box or a line says in words: for screen readers, for the live region, for whoever points at it."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from app.diagram.badges import is_fold
from app.diagram.content import BY_OFFICE, Box, Edge, Picture, marked_on
from app.diagram.geometry import Geometry
from app.diagram.marks import Chip, Mark, MarkKind, posts_among, seats_among
from app.domain.bodies import is_constituency
from app.domain.change_marks import ChangeMark
from app.domain.english import (
    agree,
    capitalized,
    counted,
    listed,
    names_several,
    ordinary,
    verb_of_several,
    with_article,
)
from app.domain.vocabulary import Classification, LifecycleStatus, YesNoNotRecorded


def sentences_of(picture: Picture) -> dict[str, str]:
    """Return a sentence for each box and line, by id: `Council on Ageing, forum, 8 seats, feeds into one body`."""
    boxes = {box.id: box for box in picture.boxes}
    leaving: dict[str, list[Edge]] = {box.id: [] for box in picture.boxes}
    arriving: dict[str, list[Edge]] = {box.id: [] for box in picture.boxes}
    for edge in picture.edges:
        leaving[edge.from_id].append(edge)
        arriving[edge.to_id].append(edge)
    said = {box.id: _of_box(box, leaving[box.id], arriving[box.id]) for box in picture.boxes}
    said.update((edge.id, _of_edge(edge, boxes)) for edge in picture.edges)
    return said


def walks_of(picture: Picture) -> dict[str, str]:
    """Return what is said on arriving at a box: `Council on Ageing, forum, 3 seats, feeds into 2 bodies`."""
    leaving: dict[str, list[Edge]] = {box.id: [] for box in picture.boxes}
    for edge in picture.edges:
        leaving[edge.from_id].append(edge)
    return {box.id: ", ".join(_leaving(box, leaving[box.id])) for box in picture.boxes}


def with_folded(said: Mapping[str, str], geometry: Geometry, href: Callable[[str], str]) -> dict[str, str]:
    """Add what a layout has made itself: boxes for columns folded away, the lines to them, bodies in others.

    A column opens where `href` gives its box an address.
    """
    boxes = {placed.box.id: placed.box for placed in geometry.boxes}
    more = {
        id_: f"{box.name}, folded away{'; opens here' if href(id_) else ''}" if is_fold(id_) else box.name
        for id_, box in boxes.items()
        if id_ not in said
    }
    more.update((route.edge.id, _of_edge(route.edge, boxes)) for route in geometry.routes if route.edge.id not in said)
    for box in (placed.box for placed in geometry.boxes):
        if box.folded and box.id in said:
            more[box.id] = f"{said[box.id]}, {counted(box.folded, 'more body', 'more bodies')} not drawn"
    return {**said, **more}


def described(picture: Picture, focus: str | None, standing: Collection[str], away: Collection[str] = ()) -> str:
    """Say in one or two sentences what a drawing shows; `standing` are the bodies that have a box of their own.

    Those that are `away`, of other places, and the seats on them are counted apart, as everywhere beside the drawing.
    """
    away = {box.id for box in picture.boxes if box.id in away}
    marks, others = _marks(picture, {*standing} - away), _marks(picture, away & {*standing})
    lines = sum(edge.number for edge in picture.edges if edge.style.key not in {"seat", "missing"})
    missing = sum(edge.number for edge in picture.edges if edge.style.key == "missing")
    drawn = listed(
        [
            counted(len(picture.boxes) - len(away), "body", "bodies"),
            *([counted(len(away), "of another place", "of other places")] if away else []),
            counted(lines, "line"),
            counted(seats_among(marks), "seat"),
            *([counted(posts_among(marks), *_POSTS)] if posts_among(marks) else []),
            *([f"{number_words(others)} elsewhere"] if others else []),
            *([counted(missing, "link said to be missing", "links said to be missing")] if missing else []),
        ]
    )
    name = next((box.name for box in picture.boxes if box.id == focus), None)
    where = f"around {with_article(name)}" if name else "with what others report to above them"
    people = sum(is_constituency(node) for node in picture.left_out)
    left = [counted(len(picture.left_out) - people, "body", "bodies")] if len(picture.left_out) > people else []
    left += [f"{counted(people, 'community', 'communities')} of people"] if people else []
    said, stand = listed(left), agree(len(picture.left_out), "stands", "stand")
    more = f" {capitalized(said)} with no line of these kinds {stand} in a list below." if left else ""
    return f"{capitalized(drawn)}, {where}.{more} The same stands in a table."


def _marks(picture: Picture, boards: Collection[str]) -> list[Chip]:
    """Return the marks of all seats on some of the bodies: with a line, and without."""
    on = [chip for box in picture.boxes if box.id in boards for chip in box.chips]
    return [*marked_on(edge for edge in picture.edges if edge.to_id in boards), *on]


def mark_words(mark: Mark) -> str:
    """Say how a seat is held: `voting`, `no vote, co-opted`, `office, vote not recorded`; or that a post is none."""
    words = _VOTES[mark.voting]
    if mark.kind is MarkKind.POST:
        words = "an officer’s or councillor’s post, no seat"
    elif mark.kind is MarkKind.OFFICE:
        words = f"an office of the body, {words}"
    words += ", co-opted" if mark.co_opted else ""
    words += "" if mark.taken_up else ", not taken up"
    return words + (", vacant" if mark.vacant else "") + (", term over" if mark.term_over else "")


_POSTS = ("post of an officer or councillor", "posts of officers and councillors")
_VOTES = {
    YesNoNotRecorded.YES: "voting",
    YesNoNotRecorded.NO: "no vote",
    YesNoNotRecorded.NOT_RECORDED: "vote not recorded",
}


def number_words(chips: Sequence[Chip]) -> str:
    """Say how many seats and posts chips stand for: `2 seats`, `a seat and 3 posts`; empty for none."""
    seats, posts = seats_among(chips), posts_among(chips)
    said = [counted(seats, "seat")] if seats else []
    return listed([*said, counted(posts, "post")] if posts else said)


def held_as(mark: Mark) -> Mark:
    """Return the mark without what says whether anybody is there, for sentences that say that in more words."""
    return replace(mark, taken_up=True, vacant=False, term_over=False)


def chips_words(chips: Sequence[Chip]) -> str:
    """Say how the seats of one line are held."""
    if len(chips) == 1:
        return mark_words(chips[0].mark)
    return "; ".join(f"{chip.number}: {mark_words(chip.mark)}" for chip in chips)


def _leaving(box: Box, leaving: Sequence[Edge]) -> list[str]:
    parts = [box.name, "person" if box.style.key == "person" else ordinary(box.classification)]
    if box.elsewhere:
        parts.append(f"of {box.elsewhere}")
    if box.caption:
        parts.append(box.caption)
    if box.status is not LifecycleStatus.ACTIVE:
        parts.append(ordinary(box.status))
    if box.count > 1:
        parts.append(f"stands for {counted(box.count, 'body')}")
    if held := number_words(marked_on(leaving)):
        parts.append(held)
    done = Counter(verb for edge in leaving if edge.style.key != "seat" for verb in edge.verbs)
    parts += [f"{verb} {counted(number, 'body', 'bodies')}" for verb, number in sorted(done.items())]
    return parts


def _of_box(box: Box, leaving: Sequence[Edge], arriving: Sequence[Edge]) -> str:
    parts = _leaving(box, leaving)
    if on_it := number_words([*marked_on(arriving), *box.chips]):
        parts.append(f"{on_it} on it")
    for verb, number in sorted(
        Counter(verb for edge in arriving if edge.style.key != "seat" for verb in edge.verbs).items()
    ):
        parts.append(f"{counted(number, 'body', 'bodies')} {verb if number == 1 else verb_of_several(verb)} it")
    return ", ".join(parts) + _changed(box.changed)


def _changed(mark: ChangeMark | None) -> str:
    return f"; marked: {_CHANGED[mark]}" if mark else ""


_CHANGED = {ChangeMark.ADDED: "begins", ChangeMark.ENDED: "ends", ChangeMark.CHANGED: "changes"}


def _of_edge(edge: Edge, boxes: Mapping[str, Box]) -> str:
    start, end = boxes[edge.from_id], boxes[edge.to_id]
    number = 2 if _are_several(start) else 1
    who, whom = capitalized(_called(start)), _called(end)
    proposed = " (proposed)" if edge.is_proposed else ""
    if not edge.chips:
        verbs = listed([agree(number, verb, verb_of_several(verb)) for verb in edge.verbs])
        return f"{who} {verbs} {whom}{proposed}{_changed(edge.changed)}"
    seats = number_words(edge.chips)
    seats = f"a {seats[4:]}" if seats in {"one seat", "one post"} else seats
    has = (
        agree(number, "has", "have")
        if edge.verbs != (BY_OFFICE,)
        else agree(number, "fills by office", "fill by office")
    )
    return f"{who} {has} {seats} on {whom} ({chips_words(edge.chips)}){proposed}{_changed(edge.changed)}"


def _called(box: Box) -> str:
    """Write the name of a box within a sentence; one that stands for a column says how many bodies it is."""
    if is_fold(box.id):
        return box.name.removesuffix(", open")
    return box.name if box.style.key == "person" else with_article(box.name)


def _are_several(box: Box) -> bool:
    people = box.classification is Classification.CONSTITUENCY
    return box.count > 1 or is_fold(box.id) or (people and names_several(box.name))
