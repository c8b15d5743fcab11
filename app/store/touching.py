"""What a change did to entries, and who may know of it: for the moments that are kept of each."""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.clearance import need_of
from app.domain.facts import Link, Node, said_by
from app.store.changes import NODES
from app.store.columns import Row
from app.store.database import Transaction
from app.store.differing import Difference, key_of
from app.store.faces import Closed, Words, closed_in, face_of, named_in
from app.store.moments import OPEN, SHARED, Touched, ask_of_moments, note, place_of
from app.store.openness import Reopened
from app.store.together import Ask

FEW = 500
"""Written facts of which the moments of their places are read together with what it takes to see them."""
Needs = Mapping[str, Sequence[str]]
"""What it took to see facts that were not open, by their keys."""


async def record_moments(
    transaction: Transaction,
    moment: int,
    difference: Difference,
    before: Mapping[str, Node | Link],
    needs: Needs,
    going: Iterable[str],
    reopened: Reopened,
) -> None:
    """Note what a change did: `before` are the facts that it touched as they were, `needs` what those took to see.

    `going` are the keys of what it removed.
    """
    touched = Touched(new_places={fact.place for fact in difference.nodes if fact.place} - difference.before)
    touched.again = lambda: {
        said_by(fact)[1] for fact in difference.written() if _is_entry(fact) and fact.properties["access"] == "public"
    }
    written = [fact for fact in difference.written() if not fact.place or fact.place in difference.before]
    needed = _ask_of_needs([*written, *before.values()], reopened)
    if len(written) <= FEW:
        entries = {said_by(fact)[1] for fact in [*written, *before.values()]}
        places = {place_of(id_) for id_ in entries} | touched.new_places | {SHARED}
        await transaction.ahead(needed, ask_of_moments(places))
    rows = await transaction.read(needed.name, **needed.parameters)
    closed = {(row.label, row.id): frozenset(row.needs) for row in rows}
    _add_before(touched, before, needs, closed, set(going), difference.known)
    _add_written(touched, written, before, needs, closed)
    _add_reopened(touched, difference, reopened, closed)
    _leave_as_it_was(touched)
    await note(transaction, moment, touched)


async def note_removed(transaction: Transaction, moment: int, facts: Iterable[Node | Link], needs: Needs) -> None:
    """Note that facts were removed with their entries; `needs` is what they took to see, by their keys."""
    touched = Touched()
    for fact in facts:
        if _is_entry(fact):
            words = frozenset(needs.get(key_of(fact), ()))
            touched.facts[fact.id].add(words)
            touched.before[fact.id] = words
    await note(transaction, moment, touched)


async def note_untied(transaction: Transaction, moment: int, ties: Iterable[Row]) -> None:
    """Note that entries lost what they said of something: rows of `list_ties_of_person`."""
    touched = Touched()
    for tie in ties:
        touched.facts[tie.id].add(frozenset(tie.tie_needs or ()))
        if tie.needs:
            touched.after[tie.id] = frozenset(tie.needs)
    await note(transaction, moment, touched)


def _add_before(
    touched: Touched,
    before: Mapping[str, Node | Link],
    needs: Needs,
    closed: Closed,
    going: set[str],
    overwritten: set[str],
) -> None:
    for key, fact in before.items():
        by, words = said_by(fact), frozenset(needs.get(key, ()))
        if key not in overwritten:
            touched.facts[by[1]].add(words)
        if key in going and _is_entry(fact):
            touched.before[by[1]] = words
        elif by in closed:
            touched.after[by[1]] = closed[by]


def _add_written(
    touched: Touched, written: Iterable[Node | Link], before: Mapping[str, Node | Link], needs: Needs, closed: Closed
) -> None:
    for fact in written:
        by, words, was = said_by(fact), needs_of(fact, closed), before.get(key_of(fact))
        if was is not None and said_by(was) == by:
            touched.facts[by[1]] |= _seen_of(was, fact, words, needs, closed)
        else:
            touched.facts[by[1]].add(words)
        if was is not None and said_by(was) != by:
            touched.facts[said_by(was)[1]].add(frozenset(needs.get(key_of(was), ())))
        if by in closed:
            touched.after[by[1]] = closed[by]
        if _is_entry(fact):
            touched.there.add(by[1])
            touched.after[by[1]] = words
            if was is not None:
                touched.before[by[1]] = frozenset(needs.get(key_of(fact), ()))


def _seen_of(was: Node | Link, fact: Node | Link, words: Words, needs: Needs, closed: Closed) -> set[Words]:
    """Return the words that it takes to see that a fact is another now."""
    had = frozenset(needs.get(key_of(fact), ()))
    ends = [(it.from_id, it.to_id) if isinstance(it, Link) else () for it in (was, fact)]
    if ends[0] == ends[1] and had == words and face_of(was, closed) == face_of(fact, closed):
        return {words | each for it in (was, fact) for each in closed_in(it, closed)}
    return {had, words}


def _add_reopened(touched: Touched, difference: Difference, reopened: Reopened, closed: Closed) -> None:
    # What was written is seen to by what it was before, which the two queries do not know.
    written = {key_of(fact) for fact in difference.written()} if reopened.nodes or reopened.links else set()
    for node in reopened.nodes:
        if f"{node.label} {node.id}" not in written:
            _seen_otherwise(touched, node.id, node.had, node.needs)
    for link in reopened.links:
        if f"{link.type} {link.id}" in written:
            continue
        by = said_by(Link(*link[:7], {}))
        if not by[0]:
            _seen_otherwise(touched, link.id, link.had, link.needs)
            continue
        touched.facts[by[1]] |= {frozenset(link.had), frozenset(link.needs)}
        if by in closed:
            touched.after[by[1]] = closed[by]


def _seen_otherwise(touched: Touched, id_: str, had: Iterable[str], needs: Iterable[str]) -> None:
    touched.facts[id_].add(frozenset(had))
    touched.before.setdefault(id_, frozenset(had))
    touched.after[id_] = frozenset(needs)
    touched.there.add(id_)


def _leave_as_it_was(touched: Touched) -> None:
    """Leave out what those see who saw it before: nobody misses it."""
    for id_ in [id_ for id_ in touched.before if id_ in touched.there]:
        if touched.before[id_] == touched.after.get(id_, OPEN):
            del touched.before[id_]


def needs_of(fact: Node | Link, closed: Closed) -> Words:
    """Return the words that it takes to see a fact; `closed` has those of nodes that are not open, by label and id."""
    if isinstance(fact, Node):
        return closed.get((fact.label, fact.id), OPEN)
    access = str(fact.properties.get("access") or "public")
    own = OPEN if access == "public" else frozenset({need_of(access, fact.place)})
    start, end = ((fact.from_label, fact.from_id), (fact.to_label, fact.to_id))
    return own | closed.get(start, OPEN) | closed.get(end, OPEN)


def _is_entry(fact: Node | Link) -> bool:
    """Tell whether a fact is that there is the entry: the node, or a line."""
    return isinstance(fact, Node) or not said_by(fact)[0]


def _ask_of_needs(facts: Iterable[Node | Link], reopened: Reopened) -> Ask:
    """Ask what it takes to see the nodes among some facts, those at the ends of links, and those that say them."""
    ids: dict[str, set[str]] = {name: set() for name in NODES.values()}
    for fact in facts:
        if isinstance(fact, Node):
            ids[NODES[fact.label]].add(fact.id)
        else:
            ids[NODES[fact.from_label]].add(fact.from_id)
            ids[NODES[fact.to_label]].add(fact.to_id)
        for label, id_ in named_in(fact):
            ids[NODES[label]].add(id_)
    for link in reopened.links:
        ids[NODES[link.from_label]].add(link.from_id)
        ids[NODES[link.to_label]].add(link.to_id)
    return Ask("list_needs", (), {name: sorted(each) for name, each in ids.items()})
