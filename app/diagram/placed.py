"""Chooses what is drawn of what is asked for, and gives it its place."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from app.diagram.asked import Beside, Content, Recorded
from app.diagram.at_large import with_people_at_large
from app.diagram.content import Picture, picture_of
from app.diagram.fitting import lay_out_place
from app.diagram.focus import Around, around, lay_out_focus, pruned, words_of
from app.diagram.focus.both_days import Day, lay_out_on_both_days
from app.diagram.geometry import Geometry
from app.diagram.layered import lay_out
from app.diagram.people import with_person
from app.diagram.rosters import rosters_of, with_rosters
from app.diagram.settling import settled
from app.diagram.text import cleaned
from app.diagram.told import SeatTold, without_lines
from app.domain.english import listed, with_article
from app.domain.records import RecordedAbsence

LARGE = 1.5
"""How much larger everything is shown in large type."""
MOST_FOR_OFFICES = 100
"""A place with more lines and seats names the offices that fill seats on the boards, and draws no lines from them."""
_OF_PARTNERSHIPS = frozenset({"lsp", "board", "forum", "reference"})
"""The styles of bodies that only partnerships have; a graph without any, and without a roster, is drawn in layers."""


def laid_out(content: Content) -> tuple[Picture, Geometry, Geometry | None]:
    """Choose what is drawn and place it; around one body also for a narrow screen."""
    on_behalf_of = dict(content.on_behalf_of)
    told = lines_told(content.everything or content, content.told)
    picture = picture_of(
        content.nodes,
        content.lines,
        content.posts,
        on_behalf_of,
        focus=content.focus,
        every_kind=content.every_kind,
        marks=dict(content.marks),
        elsewhere=dict(content.elsewhere),
        absences=content.absences,
        told=told,
    )
    behalf = None
    if content.person:
        picture = with_person(picture, content.person, content.posts)
        names = {node.id: with_article(cleaned(node.name)) for node in content.nodes}
        behalf = {id_: listed([names[group] for group in ids if group in names]) for id_, ids in on_behalf_of.items()}
    if content.focus and any(box.id == content.focus for box in picture.boxes):
        found = around(picture, content.focus)
        picture = pruned(picture, found)
        sorts = {node.id: node.classification for node in content.nodes}
        words = words_of(found, content.posts, dict(content.holders), behalf, dict(content.areas), sorts)
        wide, narrow = (lay_out_focus(picture, content.focus, words=words, narrow=small) for small in (False, True))
        if content.beside and (both := _as_on_both_days(content, content.beside, picture, words)):
            wide = both
        return picture, wide, narrow
    rosters = rosters_of(content.nodes, content.posts, on_behalf_of, dict(content.told), content.memberships)
    # Whoever hides every kind of line and seat sees nothing, not those that have members.
    every = content.nodes if content.lines or content.posts or not content.every_kind else ()
    picture = with_rosters(picture, rosters, every, dict(content.elsewhere))
    picture = with_people_at_large(picture, content.nodes, content.posts, on_behalf_of, told)
    if not any(box.style.key in _OF_PARTNERSHIPS or box.roster for box in picture.boxes):
        return picture, lay_out(picture), None
    return picture, _in_its_place(content, picture), None


def _as_on_both_days(
    content: Content, beside: Beside, picture: Picture, words: Mapping[str, tuple[str, ...]]
) -> Geometry | None:
    """Place what is around a body where it stands in the picture of this day and the other one together."""
    then = beside.recorded
    nodes = {node.id: node for node in (*then.nodes, *content.nodes)}
    lines = {line.id: line for line in (*then.lines, *content.lines)}
    posts = {post.id: post for post in (*then.posts, *content.posts)}
    groups: dict[str, dict[str, None]] = {}
    for post, of in (*then.on_behalf_of, *content.on_behalf_of):
        groups.setdefault(post, {}).update(dict.fromkeys(of))
    focus, areas = content.focus or "", dict(content.areas)
    sorts = {id_: it.classification for id_, it in nodes.items()}

    def pictured(of: Recorded, absences: Sequence[RecordedAbsence]) -> tuple[Picture, Around]:
        behalf = dict(of.on_behalf_of)
        drawn = picture_of(
            of.nodes, of.lines, of.posts, behalf, focus=focus, every_kind=content.every_kind, absences=absences
        )
        found = around(drawn, focus)
        return pruned(drawn, found), found

    other, there = pictured(then, beside.absences)
    joined = {id_: sorted(of) for id_, of in groups.items()}
    missing = {absence.id: absence for absence in (*beside.absences, *content.absences)}
    every, _ = pictured(
        Recorded.of([*nodes.values()], [*lines.values()], [*posts.values()], joined),
        [missing[id_] for id_ in sorted(missing)],
    )
    said = words_of(there, then.posts, dict(beside.holders), None, areas, sorts)
    return lay_out_on_both_days(every, focus, Day(picture, words), Day(other, said))


def lines_told(within: Recorded | Content, told: tuple[tuple[str, SeatTold], ...]) -> dict[str, SeatTold]:
    """Let lines start from the bodies whose offices fill seats, unless there are so many others that none is followed.

    All that is recorded decides, so that a filter takes none away.
    """
    is_crowded = len(within.lines) + len(within.posts) > MOST_FOR_OFFICES
    return without_lines(dict(told)) if is_crowded else dict(told)


def _in_its_place(content: Content, picture: Picture) -> Geometry:
    """Place a picture where everything stands in that of all that is recorded, or by itself where that is unknown."""
    view = (content.room, content.large, content.opened, content.closed)
    if content.everything:
        whole, drawn = _whole(content.everything, content.elsewhere, content.absences, content.told, *view)
        found = settled(whole, drawn, picture)
        if found:
            return found
    return _placed(picture, *view)


def _placed(picture: Picture, room: float, large: bool, opened: frozenset[str], closed: frozenset[str]) -> Geometry:
    larger = LARGE if large else 1.0
    return lay_out_place(picture, room=room / larger, opened=opened, closed=closed, larger=larger)


@lru_cache(maxsize=8)
def _whole(
    everything: Recorded,
    elsewhere: tuple[tuple[str, str], ...],
    absences: tuple[RecordedAbsence, ...],
    told: tuple[tuple[str, SeatTold], ...],
    room: float,
    large: bool,
    opened: frozenset[str],
    closed: frozenset[str],
) -> tuple[Picture, Geometry]:
    """Place all that is recorded; one view after another is taken out of it."""
    behalf, away, leading = dict(everything.on_behalf_of), dict(elsewhere), lines_told(everything, told)
    whole = picture_of(
        everything.nodes,
        everything.lines,
        everything.posts,
        behalf,
        every_kind=True,
        elsewhere=away,
        absences=absences,
        told=leading,
    )
    rosters = rosters_of(everything.nodes, everything.posts, behalf, dict(told), everything.memberships)
    whole = with_rosters(whole, rosters, everything.nodes, away)
    whole = with_people_at_large(whole, everything.nodes, everything.posts, behalf, leading)
    return whole, _placed(whole, room, large, opened, closed)
