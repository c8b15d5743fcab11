"""A small place with seats in every state, several of each kind."""

from dataclasses import dataclass

DAY = "2010-06-01"

AREAS = "areas: [{id: spa, name: Spa Town, classification: town}]\n"
SOURCES = "sources:\n  - {id: report, title: The report, publisher: The council, published: 2010-05}\n"


@dataclass(frozen=True)
class Seat:
    """A seat of a group of its own, and what must be said of it everywhere."""

    id: str
    said: str
    """The rest of its entry in the file."""
    state: str
    held_by: str
    last: str | None = None
    headline: str = ""
    """What follows the group's name in the answer to who represents it."""


FILLED, OFFICE, SILENT, VACANT, AWAY, OVER = (
    "FILLED", "BY_OFFICE", "HOLDER_NOT_RECORDED", "VACANT", "NOT_TAKEN_UP", "TERM_OVER",
)  # fmt: skip
ONE = "is represented on one body"
NOBODY = "has a seat on one body, who sits in it is not recorded"
EMPTY = "has a seat on one body, which stands empty"
PAST = "has a seat on one body, where the term of whoever sat there is over"
PLACE = "has a place on one body, and does not take it up"

SEATS = (
    Seat("f1", "holders: ann", FILLED, "Ann Lee", None, ONE),
    Seat("f2", "holders: {person: ann, since: 2009}, vacantSince: 2007", FILLED, "Ann Lee", None, ONE),
    Seat("f3", "holders: {person: ann, since: 2009, termEnds: 2011}", FILLED, "Ann Lee", None, ONE),
    Seat("f4", 'holders: {person: ann, since: 2009}, vacant: "yes"', FILLED, "Ann Lee", None, ONE),
    Seat("f5", 'holders: [ann, bob], heldAs: jointly, vacant: "no"', FILLED, "Ann Lee; Bob Ray", None, ONE),
    Seat("f6", "holders: [{person: ann, since: 2008}, {person: bob, until: 2007}]", FILLED, "Ann Lee", None, ONE),
    Seat("o1", "filledByHolderOf: chair", OFFICE, "the chair of the Spa Forum, name not recorded", None, ONE),
    Seat("o2", "filledByHolderOf: chair, role: observer", OFFICE, "the chair of the Spa Forum, name not recorded", None, ONE),
    Seat("o3", "filledByHolderOf: chair, basis: ex_officio", OFFICE, "the chair of the Spa Forum, name not recorded", None, ONE),
    Seat("o4", "filledByHolderOf: secretary", OFFICE, "the secretary of the Spa Forum, name not recorded", "Bob Ray until 2008", ONE),
    Seat("o5", "filledByHolderOf: secretary, voting: no", OFFICE, "the secretary of the Spa Forum, name not recorded", "Bob Ray until 2008", ONE),
    Seat("o6", "filledByHolderOf: {post: chair, since: 2009}", OFFICE, "the chair of the Spa Forum, name not recorded", None, ONE),
    Seat("s1", "voting: yes", SILENT, "not recorded", None, NOBODY),
    Seat("s2", "holders: {person: ann, until: 2009}", SILENT, "not recorded", "Ann Lee until 2009", NOBODY),
    Seat("s3", "vacantSince: 2011", SILENT, "not recorded", None, NOBODY),
    Seat("s4", 'vacant: "no"', SILENT, "not recorded", None, NOBODY),
    Seat("s5", "vacantSince: 2005, holders: {person: ann, since: 2006, until: 2008-03}", SILENT, "not recorded", "Ann Lee until March 2008", NOBODY),
    Seat("s6", "holders: {person: bob, capacity: deputy}", SILENT, "not recorded; Bob Ray (deputy)", None, NOBODY),
    Seat("s7", "filledByHolderOf: {post: chair, until: 2009}", SILENT, "not recorded", None, NOBODY),
    Seat("s8", "filledByHolderOf: {post: chair, since: 2011}", SILENT, "not recorded", None, NOBODY),
    Seat("v1", 'vacant: "yes"', VACANT, "vacant", None, EMPTY),
    Seat("v2", "vacantSince: 2009", VACANT, "vacant", None, EMPTY),
    Seat("v3", "vacantSince: 2009, holders: {person: ann, since: 2006}", VACANT, "vacant", "Ann Lee until 2009", EMPTY),
    Seat("v4", "vacantSince: 2009-02, holders: [{person: ann, since: 2006, until: 2030}, {person: bob, until: 2005}]", VACANT, "vacant", "Ann Lee until February 2009", EMPTY),
    Seat("v5", 'vacant: "yes", holders: {person: ann, until: 2009-12-31}', VACANT, "vacant", "Ann Lee until 31 December 2009", EMPTY),
    Seat("v6", 'vacant: "yes", holders: {person: bob, capacity: deputy}', VACANT, "vacant; Bob Ray (deputy)", None, EMPTY),
    Seat("n1", 'takenUp: "no"', AWAY, "not taken up", None, PLACE),
    Seat("n2", 'takenUp: "no", vacantSince: 2009', AWAY, "not taken up", None, PLACE),
    Seat("n3", 'takenUp: "no", number: 6', AWAY, "not taken up", None, PLACE),
    Seat("n4", 'takenUp: "no", voting: yes', AWAY, "not taken up", None, PLACE),
    Seat("n5", 'takenUp: "no", filledByHolderOf: chair', AWAY, "not taken up", None, PLACE),
    Seat("t1", "holders: {person: ann, since: 2006, termEnds: 2009}", OVER, "Ann Lee (term ended in 2009)", None, PAST),
    Seat("t2", "holders: {person: ann, termEnds: 2010-05-31}", OVER, "Ann Lee (term ended on 31 May 2010)", None, PAST),
    Seat("t3", "termYears: 2, holders: {person: ann, since: 2006}", OVER, "Ann Lee (term ended in 2008)", None, PAST),
    Seat("t4", "holders: [{person: ann, termEnds: 2009}, {person: bob, termEnds: 2008}]", OVER, "Ann Lee; Bob Ray (term ended in 2009)", None, PAST),
    Seat("t5", "holders: [{person: ann, termEnds: 2009-11}, {person: bob, capacity: deputy}]", OVER, "Ann Lee; Bob Ray (deputy) (term ended in November 2009)", None, PAST),
)  # fmt: skip
"""A board, a group and a seat each: `board-f1`, `group-f1` and `f1`."""


def place() -> str:
    """Write the place's file."""
    bodies = [
        line
        for seat in SEATS
        for line in (
            f'  - {{id: board-{seat.id}, name: Council {seat.id.upper()}, classification: partnership_board, kind: collaboration, cites: "report, p. 1"}}',
            f'  - {{id: group-{seat.id}, name: Group {seat.id.upper()} CIC, classification: charity, kind: formal, sector: voluntary, cites: "report, p. 1"}}',
        )
    ]
    seats = [
        f'  - {{id: {seat.id}, on: board-{seat.id}, label: Delegate, onBehalfOf: group-{seat.id}, {seat.said}, cites: "report, p. 2"}}'
        for seat in SEATS
    ]
    return "\n".join(
        ["place: spa", "organizations:", *bodies, _BODIES, "people:", _PEOPLE, "posts:", *seats, _POSTS, ""]
    )


_BODIES = """\
  - {id: forum, name: Spa Forum, classification: forum, kind: collaboration, sector: voluntary, cites: "report, p. 1"}
  - {id: chooser, name: Choosing Forum, classification: forum, kind: collaboration, sector: voluntary, cites: "report, p. 1"}
  - {id: trust, name: Walking Trust, classification: charity, kind: formal, sector: voluntary, cites: "report, p. 1"}
  - {id: net, name: Walking Network, classification: network, kind: collaboration, sector: voluntary, cites: "report, p. 1"}
  - {id: table, name: Walking Board, classification: partnership_board, kind: collaboration, cites: "report, p. 1"}
  - {id: many, name: Many Seats CIC, classification: charity, kind: formal, sector: voluntary, cites: "report, p. 1"}
  - {id: hub, name: Hub Network, classification: network, kind: collaboration, sector: voluntary, cites: "report, p. 1"}
  - {id: mixed, name: Mixed CIC, classification: charity, kind: formal, sector: voluntary, cites: "report, p. 1"}
  - {id: shared-one, name: Sharing One, classification: charity, kind: formal, sector: voluntary, cites: "report, p. 1"}
  - {id: shared-two, name: Sharing Two, classification: charity, kind: formal, sector: voluntary, cites: "report, p. 1"}
  - {id: shared, name: Shared Board, classification: partnership_board, kind: collaboration, cites: "report, p. 1"}"""

_PEOPLE = """\
  - {id: ann, name: Ann Lee, cites: "report, p. 1"}
  - {id: bob, name: Bob Ray, cites: "report, p. 1"}
  - {id: cy, name: Cy Fox, cites: "report, p. 1"}"""

_POSTS = """\
  - {id: chair, on: forum, role: chair, cites: "report, p. 3"}
  - {id: secretary, on: forum, role: secretary, holders: {person: bob, until: 2008}, cites: "report, p. 3"}
  - {id: elected, on: table, label: Elected member, appointedBy: [{organization: chooser, as: elects}, {organization: forum, as: ratifies}, trust], holders: cy, cites: "report, p. 3"}
  - {id: nominee, on: shared, label: Nominee, appointedBy: {organization: chooser, as: nominates}, cites: "report, p. 3"}
  - {id: walk-one, on: net, label: Walker, onBehalfOf: trust, vacant: "yes", cites: "report, p. 3"}
  - {id: walk-two, on: table, label: Network seat, onBehalfOf: net, holders: cy, cites: "report, p. 3"}
  - {id: six, on: table, label: Six seats, number: 6, onBehalfOf: hub, holders: hub, cites: "report, p. 3"}
  - {id: many-one, on: hub, onBehalfOf: many, holders: cy, cites: "report, p. 3"}
  - {id: together, on: shared, onBehalfOf: [shared-one, shared-two], holders: {person: cy, since: 2009}, cites: "report, p. 3"}
  - {id: over-time, on: shared, label: Over time, holders: [{person: ann, since: 2003, until: 2006}, {person: bob, since: 2007, until: 2009}, {person: cy, since: 2010}, {person: ann, since: 2012, id: ann-again}], cites: "report, p. 3"}
  - {id: mix-one, on: board-f1, onBehalfOf: mixed, vacant: "yes", cites: "report, p. 3"}
  - {id: mix-two, on: board-f2, onBehalfOf: mixed, vacantSince: 2009, cites: "report, p. 3"}
  - {id: mix-three, on: board-f3, onBehalfOf: mixed, cites: "report, p. 3"}
  - {id: mix-four, on: board-f4, onBehalfOf: mixed, holders: cy, cites: "report, p. 3"}
  - {id: mix-five, on: board-f5, onBehalfOf: mixed, takenUp: "no", cites: "report, p. 3"}"""
