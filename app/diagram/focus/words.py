"""The short phrases beside lines: who holds a seat, how it votes, on what basis; of a line, what sort it is."""

from collections.abc import Mapping, Sequence

from app.diagram.content import Edge
from app.diagram.focus.around import Around
from app.diagram.marks import mark_of
from app.diagram.sentences import mark_words, number_words
from app.diagram.text import cleaned
from app.domain.english import and_more, counted, listed, ordinary, role_name
from app.domain.records import Post
from app.domain.seating import tier
from app.domain.vocabulary import Basis, Classification, Role

_MARK = "• "
"""What each of several seats begins with."""
MOST_SEATS = 3
"""A line that stands for more says how many more."""


def words_of(
    around: Around,
    posts: Sequence[Post],
    holders: Mapping[str, str],
    behalf: Mapping[str, str] | None = None,
    areas: Mapping[str, str] | None = None,
    sorts: Mapping[str, Classification] | None = None,
) -> dict[str, tuple[str, ...]]:
    """Return the phrases of each line that has any, by the line's id.

    `holders` says who holds a post, by its id; around a person, `behalf` says instead for whom they hold it; `areas`
    names the areas that seats are for; `sorts` says what sort of body each is. Every line of the body itself has words;
    further on, only seats do, since their column's heading says what others are.
    """
    by_id = {post.id: post for post in posts}
    words = {}
    for edge in around.edges:
        own = around.focus in (edge.from_id, edge.to_id)
        seats = [by_id[id_] for id_ in edge.fact_ids if id_ in by_id] if edge.style.key == "seat" else []
        if seats:
            words[edge.id] = (
                _seats(seats, holders, behalf, areas or {}, sorts or {}) if own else (number_words(edge.chips),)
            )
        elif own:
            words[edge.id] = (_line(edge),)
    return words


def _line(edge: Edge) -> str:
    verbs = [verb.removeprefix("is ").removeprefix("was ").removeprefix("a ") for verb in edge.verbs]
    return listed(verbs) + (" (proposed)" if edge.is_proposed else "")


def _seats(
    posts: Sequence[Post],
    holders: Mapping[str, str],
    behalf: Mapping[str, str] | None,
    areas: Mapping[str, str],
    sorts: Mapping[str, Classification],
) -> tuple[str, ...]:
    same: dict[tuple[str, str], int] = {}
    for post in posts:
        key = (_who(post, holders) if behalf is None else _as_what(post, behalf), _how(post, areas, sorts))
        same[key] = same.get(key, 0) + (post.number if behalf is None else 1)
    named = {cleaned(holders.get(post.id, "")) for post in posts} if behalf is None else {who for who, _ in same}
    said = [(_several(who, number, is_named=who in named), how) for (who, how), number in same.items()]
    hidden = len(said) - MOST_SEATS if len(said) > MOST_SEATS + 1 else 0
    shown = said[: len(said) - hidden]
    rest = (and_more(hidden),) if hidden else ()
    ways = {how for _, how in said}
    if len(said) == 1:
        return said[0]
    # Several seats stand one under the other: without a mark before each they would read as the words of one.
    if len(ways) == 1:
        return (*(f"{_MARK}{who}" for who, _ in shown), *rest, f"each: {next(iter(ways))}")
    return (*(phrase for who, how in shown for phrase in (f"{_MARK}{who}", how)), *rest)


def _who(post: Post, holders: Mapping[str, str]) -> str:
    held = cleaned(holders.get(post.id, ""))
    if held:
        return held
    if post.label:
        return cleaned(post.label)
    return "seat" if post.role is Role.MEMBER else role_name(post.role)


def _several(who: str, number: int, *, is_named: bool) -> str:
    if number == 1:
        return who
    seats = counted(number, "seat") + ("" if is_named else ", none named")
    return seats if who == "seat" else f"{who} ({seats})"


def _as_what(post: Post, behalf: Mapping[str, str]) -> str:
    spoken_for = behalf.get(post.id, "")
    return _who(post, {}) + (f", for {spoken_for}" if spoken_for else "")


def _how(post: Post, areas: Mapping[str, str], sorts: Mapping[str, Classification]) -> str:
    basis = "" if post.basis in {Basis.NOT_RECORDED, Basis.CO_OPTED} else ordinary(post.basis)
    area = areas.get(post.for_area or "", "")
    mark = mark_of(post, board=sorts.get(post.organization_id, Classification.OTHER))
    return ", ".join(filter(None, (mark_words(mark), basis, tier(post), f"for {area}" if area else "")))
