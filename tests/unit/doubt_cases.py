"""Small files with something odd in them, and the same without it: what is doubted, and where the other fact stands."""

from dataclasses import dataclass

BASE = """place: testham
organizations:
  - {id: coa, name: Council on Ageing, classification: forum, kind: collaboration, cites: "minutes, 1"}
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, founded: 2006, dissolved: 2011, cites: "minutes, 1"}
  - {id: new, name: New Board, classification: partnership_board, kind: collaboration, cites: "minutes, 1"}
people:
  - {id: ann, name: Ann Ray, cites: "minutes, 1"}
  - {id: bob, name: Bob Smith, cites: "minutes, 1"}
  - {id: eve, name: Eve Jones, cites: "minutes, 1"}
"""
"""Every case stands below this: its first line is the tenth."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is added to the base, and what of the sentence and of both places must be told; nothing where nothing is."""

    adds: str
    says: str = ""
    at: str = ""
    see: str = ""


def seat(more: str, *holders: str) -> str:
    """Write a seat: the tenth line is its section, the eleventh the seat, from the thirteenth on a line a holder."""
    text = f'posts:\n  - {{on: new, {more + ", " if more else ""}cites: "minutes, 1",\n    holders: [\n'
    return text + "".join(f"      {holder},\n" for holder in holders) + "    ]}\n"


# A case a line, so that they can be compared.
# fmt: off
VACANT = [
    Case(seat("vacant: yes", "ann"), "Ann Ray holds this seat without a date, and it is vacant", "13:7", ":11"),
    Case(seat("vacant: yes", "{person: ann, since: 2009}"), "Ann Ray holds this seat since 2009, and it is vacant"),
    Case(seat("vacant: yes", "{person: ann, until: 2009}")),
    Case(seat("vacant: yes", "{person: ann, termEnds: 2009}")),
    Case(seat("vacant: no", "ann")),
    Case(seat("vacantSince: 2009", "{person: ann, since: 2005, termEnds: 2009}")),
    Case(seat("vacantSince: 2007", "{person: ann}"), "Ann Ray holds this seat without a date, and it is vacant since 2007", "13:7", ":11"),
    Case(seat("vacantSince: 2007", "{person: ann, since: 2005}"), "Ann Ray holds this seat since 2005, and it is vacant since 2007"),
    Case(seat("vacantSince: 2001", "{person: ann, since: 1990, until: 2030}"), "from 1990 to 2030, and it is vacant since 2001"),
    Case(seat("vacantSince: 2007-09", "{person: ann, until: 2008}"), "until 2008, and it is vacant since 2007-09"),
    Case(seat("vacantSince: 2007", "{organization: coa}"), "Council on Ageing holds this seat"),
    Case(seat("vacantSince: 2007", "{person: ann, since: 2008}")),
    Case(seat("vacantSince: 2007", "{person: ann, since: 2007}")),
    Case(seat("vacantSince: 2007-09", "{person: ann, until: 2007-09}")),
    Case(seat("vacantSince: 2007-09", "{person: ann, until: 2007}")),
    Case(seat("vacantSince: 2007", "{person: ann, capacity: acting}")),
    Case(seat("vacantSince: 2007", "{person: ann, capacity: deputy}")),
    Case(seat("vacantSince: 2007", "{person: ann, certainty: uncertain}")),
    Case(seat("vacantSince: 2007, status: proposed", "{person: ann}")),
]
HOLDERS = [
    Case(seat("heldAs: one", "ann", "bob"), "Bob Smith holds this seat"),
    Case(seat("", "{person: ann, since: 2005, termEnds: 2012}", "{person: bob, since: 2009}"), "Bob Smith holds this seat"),
    Case(seat("heldAs: jointly", "ann", "bob")),
    Case(seat("heldAs: either", "ann", "bob", "eve")),
    Case(seat("heldAs: in_turn", "ann", "bob")),
    Case(seat("", "{person: ann, since: 2005, termEnds: 2009}", "{person: bob, since: 2009}")),
    Case(seat("", "ann", "bob"), "Bob Smith holds this seat without a date, while Ann Ray holds it without a date", "14:7", ":13"),
    Case(seat("", "{person: ann, since: 2007}", "{person: bob, since: 2009}"), "Bob Smith holds this seat since 2009, while Ann Ray holds it since 2007"),
    Case(seat("", "{person: bob, since: 2009}", "{person: ann, since: 2007, until: 2010}"), "while Ann Ray holds it from 2007 to 2010"),
    Case(seat("number: 2", "ann", "bob", "eve"), "Eve Jones holds this seat"),
    Case(seat("", "{person: ann, until: 2008}", "bob"), "while"),
    Case(seat("", "{organization: coa}", "{organization: board}"), "Board holds this seat"),
    Case(seat("number: 2", "ann", "bob")),
    Case(seat("number: 1, numberMax: 3", "ann", "bob", "eve")),
    Case(seat("", "{person: ann, until: 2008}", "{person: bob, since: 2008}")),
    Case(seat("", "{person: ann, until: 2008-05}", "{person: bob, since: 2008-06}", "{person: eve, capacity: deputy}")),
    Case(seat("", "ann", "{organization: coa}")),
    Case(seat("", "{person: ann, certainty: uncertain}", "bob")),
    Case(seat("status: proposed", "ann", "bob")),
]
TIMES = [
    Case(seat("since: 2006, until: 2011", "{person: ann, since: 1990, until: 2030}"), "from 1990 to 2030, and the seat is there from 2006 to 2011", "13:7", ":11"),
    Case(seat("since: 2006", "{person: ann, since: 2005}"), "since 2005, and the seat is there since 2006"),
    Case(seat("until: 2006-03", "{person: ann, until: 2006-04}"), "until 2006-04, and the seat is there until 2006-03"),
    Case(seat("until: 2006", "{person: ann, since: 2007}"), "since 2007, and the seat"),
    Case(seat("since: 2006", "{person: ann, until: 2005}"), "until 2005, and the seat"),
    Case(seat("since: 2006-05", "{person: ann, since: 2006}")),
    Case(seat("until: 2006", "{person: ann}")),
    Case(seat("since: 2006", "{person: ann, since: 2005, certainty: uncertain}")),
    Case('posts:\n  - {on: board, since: 2005, cites: "minutes, 1"}\n', "this seat is there since 2005, and Board from 2006 to 2011", "11:5", ":4"),
    Case('posts:\n  - {on: board, until: 2012, cites: "minutes, 1"}\n', "this seat is there until 2012"),
    Case('posts:\n  - {on: board, since: 2012, cites: "minutes, 1"}\n', "this seat is there since 2012"),
    Case('posts:\n  - {on: board, until: 2005-12, cites: "minutes, 1"}\n', "this seat is there until 2005-12"),
    Case('posts:\n  - {on: board, since: 2006, until: 2011-05, cites: "minutes, 1"}\n'),
    Case('posts:\n  - {on: board, cites: "minutes, 1"}\n'),
    Case('posts:\n  - {on: board, since: 2005, status: proposed, cites: "minutes, 1"}\n'),
]
MEETINGS = [
    Case('meetings:\n  - {organization: board, date: 2012, cites: "minutes, 1"}\n', "this meeting is of 2012, and Board ended in 2011", "11:5", ":4"),
    Case('meetings:\n  - {organization: board, date: 2012-01-01, cites: "minutes, 1"}\n', "this meeting is of 2012-01-01"),
    Case('meetings:\n  - {organization: board, date: 2012-02, label: Last, cites: "minutes, 1"}\n', "this meeting is of 2012-02"),
    Case('meetings:\n  - {id: m, organization: board, date: 2021-02, venue: Hall, cites: "minutes, 1"}\n', "this meeting is of 2021-02"),
    Case('meetings:\n  - {organization: testham/board, date: 2013, cites: "minutes, 1"}\n', "this meeting is of 2013"),
    Case('meetings:\n  - {organization: board, date: 2011-12, cites: "minutes, 1"}\n'),
    Case('meetings:\n  - {organization: board, date: 2011, cites: "minutes, 1"}\n'),
    Case('meetings:\n  - {organization: new, date: 2012, cites: "minutes, 1"}\n'),
]
PRESENT = "meetings:\n  - {{organization: new, date: 2010, cites: 'minutes, 1', attendance: [\n      {{{}}},\n      {{{}}}]}}\n"
ATTENDANCE = [
    Case(PRESENT.format("person: ann, as: present", "person: ann, as: apologies, id: x"), "Ann Ray sent apologies, and is there as present", "13:7", ":12"),
    Case(PRESENT.format("person: ann, as: guest", "person: ann, as: apologies, id: x"), "is there as guest"),
    Case(PRESENT.format("person: ann, as: apologies", "person: ann, as: in_attendance, id: x"), "Ann Ray sent apologies"),
    Case(PRESENT.format("organization: coa, as: present", "organization: coa, as: apologies, id: x"), "Council on Ageing sent apologies"),
    Case(PRESENT.format("person: ann, as: present", "person: bob, as: deputising, deputisingFor: ann"), "Ann Ray has Bob Smith as deputy, and is there as present", "13:7", ":12"),
    Case(PRESENT.format("person: ann, as: deputising, deputisingFor: ann", "person: bob, as: present"), "Ann Ray is deputising for themselves", "12:7"),
    Case(PRESENT.format("person: ann, as: apologies", "person: bob, as: deputising, deputisingFor: ann")),
    Case(PRESENT.format("person: ann, as: present", "person: bob, as: apologies")),
    Case(PRESENT.format("person: ann, as: expected", "person: ann, as: apologies, id: x")),
    Case(PRESENT.format("person: ann, as: present", "person: ann, as: apologies, id: x, certainty: uncertain")),
]
DUE = "meetings:\n  - {{id: m, organization: new, date: {}, cites: 'minutes, 1'}}\nactions:\n  - {{text: Act, due: {}, arisingFrom: m, cites: 'minutes, 1'}}\n"
ACTIONS = [
    Case(DUE.format("2010-03", "2010-02"), "this was due in 2010-02, and the meeting it arises from was held in 2010-03", "13:5", ":11"),
    Case(DUE.format("2010", "2009"), "this was due in 2009"),
    Case(DUE.format("2010-03-02", "2010-03-01"), "this was due in 2010-03-01"),
    Case(DUE.format("2010-03-02", "2010-02"), "this was due in 2010-02, and"),
    Case(DUE.format("2010-03", "2010-02-28, status: done"), "this was due in 2010-02-28, and"),
    Case(DUE.format("2010-03-02", "2010-03")),
    Case(DUE.format("2010", "2011")),
]
LINE = "lines:\n" + "  - {{{}, cites: 'minutes, 1'}}\n"
TWO = LINE + "  - {{{}, cites: 'minutes, 1'}}\n"
LINES = [
    Case(LINE.format("from: coa, type: reports_to, to: coa"), "this line leads from Council on Ageing to itself", "11:5"),
    Case(LINE.format("from: new, type: sub_group_of, to: new"), "this line leads from New Board to itself"),
    Case(LINE.format("from: new, type: feeds_into, to: new"), "this line leads from New Board to itself"),
    Case(LINE.format("from: new, type: funded_by, to: new"), "this line leads from New Board to itself"),
    Case(LINE.format("from: new, type: succeeded_by, to: new"), "this line leads from New Board to itself"),
    Case(LINE.format("from: new, type: reports_to, to: new, status: proposed")),
    Case(LINE.format("from: new, type: reports_to, to: coa")),
    Case(TWO.format("from: coa, type: reports_to, to: new", "from: new, type: reports_to, to: coa"), "a circle of who reports to whom: Council on Ageing -> New Board -> Council on Ageing", "11:5", ":12"),
    Case(TWO.format("from: coa, type: sub_group_of, to: new", "from: new, type: reports_to, to: coa"), "New Board -> Council on Ageing -> New Board"),
    Case(TWO.format("from: coa, type: reports_to, to: new, since: 2005", "from: new, type: reports_to, to: coa"), "circle"),
    Case(TWO.format("from: coa, type: reports_to, to: new, since: 2005", "from: new, type: reports_to, to: coa, since: 2009"), "circle"),
    Case(TWO.format("from: coa, type: sub_group_of, to: new", "from: new, type: sub_group_of, to: coa"), "circle"),
    Case(TWO.format("from: coa, type: reports_to, to: new, until: 2007", "from: new, type: reports_to, to: coa, since: 2007")),
    Case(TWO.format("from: coa, type: reports_to, to: new", "from: new, type: feeds_into, to: coa")),
    Case(TWO.format("from: coa, type: feeds_into, to: new", "from: new, type: feeds_into, to: coa")),
    Case(TWO.format("from: coa, type: reports_to, to: new", "from: new, type: reports_to, to: coa, certainty: uncertain")),
    Case(LINE.format("from: board, type: succeeded_by, to: new, since: 2010"), "New Board follows Board in 2010, which is there from 2006 to 2011", "11:5", ":4"),
    Case(LINE.format("from: board, type: succeeded_by, to: new, since: 2010-12"), "New Board follows Board in 2010-12"),
    Case(LINE.format("from: board, type: succeeded_by, to: new, since: 2011")),
    Case(LINE.format("from: board, type: succeeded_by, to: new")),
    Case(LINE.format("from: board, type: succeeded_by, to: new, since: 2012")),
    Case(LINE.format("from: new, type: succeeded_by, to: board, since: 2001")),
]
COUNTED = "organizations:\n  - {{id: b, name: B, classification: panel, kind: collaboration, seatsStated: {}, cites: 'minutes, 1'}}\nposts:\n{}"
TWELVE = "  - {id: s, on: b, number: 12, cites: 'minutes, 1'}\n"
SEATS = [
    Case(COUNTED.format(13, TWELVE), "seatsStated is 13, and 12 are entered", "3:5", ":12"),
    Case(COUNTED.format(11, TWELVE), "seatsStated is 11, and 12 are entered"),
    Case(COUNTED.format(4, "  - {on: b, role: chair, cites: 'minutes, 1'}\n"), "seatsStated is 4, and 1 is entered"),
    Case(COUNTED.format(15, TWELVE.replace("12", "12, numberMax: 14")), "seatsStated is 15, and 12 to 14 are entered"),
    Case(COUNTED.format(12, TWELVE.replace("12", "12, until: 2007")), "seatsStated is 12, and 0 are entered"),
    Case(COUNTED.format(12, TWELVE.replace("12", "12, status: proposed")), "0 are entered"),
    Case(COUNTED.format(12, TWELVE)),
    Case(COUNTED.format(14, TWELVE.replace("12", "12, numberMax: 14"))),
    Case(COUNTED.format(12, TWELVE + "  - {on: b, role: officer, cites: 'minutes, 1'}\n")),
    Case(COUNTED.format(13, TWELVE + "  - {on: b, role: elected_member, cites: 'minutes, 1'}\n")),
    Case(COUNTED.format(12, TWELVE + "  - {on: b, role: elected_member, cites: 'minutes, 1'}\n").replace("panel", "council")),
    Case(COUNTED.format("12, doubts: 'accepted, the list is of one year later'", "  - {on: b, cites: 'minutes, 1'}\n")),
]
PERSON = "people:\n  - {{id: x, name: {}, cites: 'minutes, 1'}}\n"
NAMES = [
    *(Case(PERSON.format(name), f"'{title}' is a title, and no part of a name: write it as '{field}'") for name, title, field in (
        ("Cllr Ann Ray", "Cllr", "honorificPrefix"),
        ("Dr. Ann Ray", "Dr.", "honorificPrefix"),
        ("MRS Ray", "MRS", "honorificPrefix"),
        ("Councillor Ray", "Councillor", "honorificPrefix"),
        ("Ann Ray OBE", "OBE", "honorificSuffix"),
        ("Ann Ray M.B.E.", "M.B.E.", "honorificSuffix"),
        ("Ann Ray OBE JP", "OBE JP", "honorificSuffix"),
        ("Chief Insp. Ann Ray", "Chief Insp.", "honorificPrefix"),
        ("Rt Hon Ann Ray", "Rt Hon", "honorificPrefix"),
        ("Y Cyng Ann Ray", "Y Cyng", "honorificPrefix"),
        ("Ald. Ray", "Ald.", "honorificPrefix"),
    )),
    *(Case(PERSON.format(name)) for name in ("Ann Ray", "Dr", "Drew Ray", "Missy Ray", "Lordina Ray", "Jp Ray", "Ray JP", "Reverend", "Major Ray", "Y Ray", "Rt Ray", "Ann Ray Ms")),
]
DATES = [
    Case(seat("", "{person: ann, until: 2107}"), "2107 is more than 20 years from now", "13:28"),
    Case(seat("since: 2200-01"), "2200-01 is more than 20 years from now"),
    Case(seat("vacantSince: 2200-01"), "2200-01 is more than 20 years from now"),
    Case('meetings:\n  - {organization: new, date: 9999-12-31, cites: "minutes, 1"}\n', "9999-12-31 is more than"),
    Case("actions:\n  - {text: Act, due: 2500, cites: 'minutes, 1'}\n", "2500 is more than"),
    Case(LINE.format("from: new, type: reports_to, to: coa, until: 2100"), "2100 is more than"),
    Case("actions:\n  - {text: Act, due: 2027, cites: 'minutes, 1'}\n"),
    Case("actions:\n  - {text: Act, due: 2500, doubts: 'accepted: the lease says so', cites: 'minutes, 1'}\n"),
    Case(seat("doubts: accepted, note: The lease says so", "{person: ann, until: 2107}")),
]
# fmt: on
KINDS = {
    "vacant": VACANT,
    "holders": HOLDERS,
    "times": TIMES,
    "meetings": MEETINGS,
    "attendance": ATTENDANCE,
    "actions": ACTIONS,
    "lines": LINES,
    "seats": SEATS,
    "names": NAMES,
    "dates": DATES,
}
