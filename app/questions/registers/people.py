"""The register of people: who holds which seats, as holder or deputy, and whom each person is given with."""

from app.domain.english import name_order
from app.domain.records import Affiliation, Post, Tenure
from app.domain.seats import facts_of, speaks_for
from app.domain.telling import cited
from app.domain.vocabulary import TenureCapacity
from app.questions.fragility.words import seat_name
from app.questions.registers import cells
from app.questions.registers.cells import Entry, Piece
from app.questions.registers.rolls import Column, Kind, PlaceRead, Row

COLUMNS = (
    Column("before", "Before the name", expected=False),
    Column("name", "Name"),
    Column("after", "After the name", expected=False),
    Column("with", "Given with"),
    Column("number", "Seats and offices", expected=False, in_one_line=True),
    Column("seats", "Sits on", expected=False),
    Column("deputy", "Deputises on", expected=False),
    Column("for", "Speaks for"),
)

Held = list[tuple[Post, Tenure]]


def _rows(place: PlaceRead) -> list[Row]:
    standing = place.standing
    held: dict[str, Held] = {}
    for post in standing.posts.values():
        for tenure in standing.tenures(post.id):
            if tenure.holder_is_person:
                held.setdefault(tenure.holder_id, []).append((post, tenure))
    rows = [
        Row(id_, _entries(place, id_, seats), cited(fact for post, _ in seats for fact in facts_of(standing, post)))
        for id_, seats in held.items()
    ]
    return sorted(rows, key=lambda row: (row["name"].order, row.id))


def _entries(place: PlaceRead, id_: str, held: Held) -> dict[str, Entry]:
    standing = place.standing
    person = standing.register.people.get(id_)
    held = sorted(held, key=lambda each: (name_order(standing.name(each[0].organization_id)), each[0].id))
    own = [post for post, tenure in held if tenure.capacity is not TenureCapacity.DEPUTY]
    deputises = [post for post, tenure in held if tenure.capacity is TenureCapacity.DEPUTY]
    name = person.name if person else standing.name(id_)
    return {
        "before": cells.words(person.honorific_prefix if person else None),
        # As in every list of people: by the last word of the name.
        "name": Entry((Piece(name, f"/people/{id_}"),), name, (name_order(name.rpartition(" ")[2]), name_order(name))),
        "after": cells.words(person.honorific_suffix if person else None),
        "with": cells.pieces(_given_with(place, each.affiliation) for each in standing.employments(id_)),
        "number": cells.number(len(own) or None),
        "seats": cells.pieces(_seat(place, post) for post in own),
        "deputy": cells.pieces(_seat(place, post) for post in deputises),
        "for": cells.bodies(standing, (group for post in own for group in speaks_for(standing, post))),
    }


def _given_with(place: PlaceRead, tie: Affiliation) -> Piece:
    name = place.standing.name(tie.organization_id)
    return Piece(f"{name}, {tie.role}" if tie.role else name, f"/{tie.organization_id}")


def _seat(place: PlaceRead, post: Post) -> Piece:
    return Piece(f"{place.standing.name(post.organization_id)}: {seat_name(post)}", f"/posts/{post.id}")


PEOPLE = Kind(
    "people",
    "People",
    "Everybody who holds a seat or an office here, or deputises, with all that they hold.",
    "person with a seat or an office",
    "people with seats or offices",
    COLUMNS,
    _rows,
)
