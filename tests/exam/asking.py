"""How each kind of question becomes GraphQL queries, and how the answer is compared with what the question says."""

from functools import singledispatchmethod
from typing import Any

from . import queries
from . import questions as q
from .comparing import Finding, Json, ids, listed, one_of, says
from .names import Ask, Names, UnknownName, fold, nodes


def examine(ask: Ask, names: Names, question: q.Question) -> None:
    """Ask one question; `AssertionError` with the whole case when the answer is not the expected one."""
    try:
        finding = Examiner(ask, names, question).answer(question.asked)
        gave, right = str(finding), finding.says == question.expect
    except UnknownName as unknown:
        gave, right = str(unknown), False
    assert right, (
        f"\n{question.asks}\n  source: {question.source}\n  expected: {question.expect}\n  the API gave: {gave}"
    )


class Examiner:
    """Answers one question, kind by kind."""

    def __init__(self, ask: Ask, names: Names, question: q.Question) -> None:
        self._ask, self._names, self._area = ask, names, question.area
        # Without a date the variable is left out, so that the API's own default, today, is what is examined.
        self._dated: dict[str, object] = {"on": question.when} if question.when else {}
        self._time: dict[str, object] = {**self._dated, "proposed": question.includeProposed == "yes"}

    def _bodies(self, wanted: list[str]) -> frozenset[str]:
        return self._names.bodies(self._ask, self._area, wanted)

    def _check_known(self, *wanted: list[str] | None) -> None:
        """A misspelt name must not pass for a "no": every name is looked up, also where nothing is left to compare."""
        for names in wanted:
            if names and names != ["any"]:
                self._bodies(names)

    def _each(self, query: str, wanted: list[str], extra: dict[str, object] | None = None) -> list[Json]:
        """One answer of the query for every organization that goes by one of these names."""
        return [self._ask(query, {"id": id_, **(extra or {})}) for id_ in sorted(self._bodies(wanted))]

    def _is(self, entries: list[Json], wanted: list[str] | None) -> bool:
        """Whether one of the organizations given is one of those named."""
        return wanted is None or bool(ids(entries) & self._bodies(wanted))

    def _is_person(self, person: Json | None, wanted: list[str] | None) -> bool:
        return wanted is None or (person is not None and person["id"] in self._names.people(self._ask, wanted))

    @singledispatchmethod
    def answer(self, asked: object) -> Finding:
        raise TypeError(f"no way to ask {asked!r}")

    @answer.register
    def _(self, asked: q.Same) -> Finding:
        left, right = (self._bodies([name]) for name in asked.names)
        return Finding([{"id": id_} for id_ in sorted(left & right)], [{"id": id_} for id_ in sorted(left | right)])

    @answer.register
    def _(self, asked: q.Line) -> Finding:
        self._check_known(asked.from_, asked.to)
        known = asked.to if asked.from_ == ["any"] else asked.from_
        seen = [
            line for answer in self._each(queries.LINES, known, self._time) for line in answer["organization"]["lines"]
        ]
        return Finding([line for line in seen if self._fits_line(line, asked)], seen)

    def _fits_line(self, line: Json, asked: q.Line) -> bool:
        ends = [("from", asked.from_), ("to", asked.to)]
        return (
            one_of(line["type"], list(asked.type))
            and all(wanted == ["any"] or self._is([line[end]], wanted) for end, wanted in ends)
            and asked.amount in (None, line["amount"])
            and asked.per in (None, line["amountPer"])
        )

    def _posts(self, board: list[str]) -> list[Json]:
        return [
            post for answer in self._each(queries.POSTS, board, self._time) for post in answer["organization"]["posts"]
        ]

    @answer.register
    def _(self, asked: q.Post) -> Finding:
        office = asked.filledByHolderOf.body if asked.filledByHolderOf else None
        self._check_known(asked.onBehalfOf, asked.appointedBy, asked.for_, office)
        seen = self._posts(asked.board)
        return Finding([post for post in seen if self._fits_post(post, asked)], seen)

    def _fits_post(self, post: Json, asked: q.Post) -> bool:
        holders = [tenure["holder"] for tenure in post["holders"]]
        bodies = [holder for holder in holders if holder["__typename"] == "Organization"]
        by_name = [*(holder["name"] for holder in holders), post["heldBy"]]
        holding = [tenure for tenure in post["holders"] if one_of(tenure["certainty"], asked.holderCertainty)]
        return (
            one_of(post["role"], asked.role)
            and says(post["label"], asked.label)
            and all(one_of(post[field], getattr(asked, field)) for field in ("basis", "voting", "takenUp", "status"))
            and all(getattr(asked, field) in (None, post[field]) for field in ("number", "termYears"))
            and self._is(post["onBehalfOf"], asked.onBehalfOf)
            and self._is(post["appointedBy"], asked.appointedBy)
            and self._is([*post["onBehalfOf"], *bodies], asked.for_)
            and any(says(name, asked.heldBy) for name in by_name)
            and asked.named in (None, "yes" if len(holders) > len(bodies) else "no")
            and (asked.holderCertainty is None or any(says(each["holder"]["name"], asked.heldBy) for each in holding))
            and self._fits_office(post["filledByHolderOf"], asked.filledByHolderOf)
        )

    def _fits_office(self, office: Json | None, asked: q.Office | None) -> bool:
        if asked is None or office is None:
            return asked is None
        return self._is([office["organization"]], asked.body) and one_of(office["role"], asked.role)

    @answer.register
    def _(self, asked: q.TakesPart) -> Finding:
        board, who = self._bodies(asked.in_), self._bodies(asked.who)
        posts = self._posts(asked.in_)
        lines = [
            line
            for answer in self._each(queries.LINES, asked.in_, self._time)
            for line in answer["organization"]["lines"]
        ]
        ways = {"MEMBER_OF": ("from", "to"), "CONVENED_BY": ("to", "from")}
        joining = [
            line
            for line in lines
            if (ends := ways.get(line["type"])) and line[ends[0]]["id"] in who and line[ends[1]]["id"] in board
        ]
        return Finding([post for post in posts if self._sits_for(post, who)] + joining, posts + lines)

    def _sits_for(self, post: Json, who: frozenset[str]) -> bool:
        office = [post["filledByHolderOf"]["organization"]] if post["filledByHolderOf"] else []
        holders = [tenure["holder"] for tenure in post["holders"] if tenure["holder"]["__typename"] == "Organization"]
        return bool(who & ids([*post["onBehalfOf"], *holders, *office]))

    @answer.register
    def _(self, asked: q.Organization) -> Finding:
        seen = [answer["organization"] for answer in self._each(queries.BODY, asked.name)]
        return Finding([body for body in seen if self._fits_body(body, asked)], seen)

    def _fits_body(self, body: Json, asked: q.Organization) -> bool:
        former = [fold(entry["name"]) for entry in body["formerNames"]]
        areas = [fold(area["name"]) for area in body["areas"]]
        return (
            all(one_of(body[field], getattr(asked, field)) for field in ("classification", "kind", "sector", "status"))
            and asked.count in (None, body["count"])
            and says((body["theme"] or {}).get("name"), asked.theme)
            and says(body["statutoryRequirement"], asked.statutoryRequirement)
            and (asked.area is None or any(fold(name) in areas for name in asked.area))
            and (asked.formerName is None or fold(asked.formerName) in former)
        )

    @answer.register
    def _(self, asked: q.Phrase) -> Finding:
        bodies = [answer["organization"] for answer in self._each(queries.BODY, asked.of)]
        said = [{**(body["capacity"] or {}), "purpose": body["purpose"]} for body in bodies]
        seen = [{field: phrase} for body in said for field, phrase in body.items() if asked.field in (None, field)]
        return Finding([entry for entry in seen if says(next(iter(entry.values())), asked.contains)], seen)

    @answer.register
    def _(self, asked: q.Represented) -> Finding:
        self._check_known(asked.board, asked.via, asked.above)
        answers = [answer["representation"] for answer in self._each(queries.REPRESENTATION, asked.who, self._time)]
        listed = "involved" if asked.how == "involved" else "seats"
        seats = [seat for answer in answers for seat in answer[listed] if self._is([seat["board"]], asked.board)]
        fitting = [
            seat
            for seat in seats
            if (asked.how is None or one_of(seat["directness"], [asked.how]))
            and self._is(seat["via"], asked.via)
            and self._is(seat["higherBodies"], asked.above)
        ]
        return Finding(fitting, seats)

    @answer.register
    def _(self, asked: q.Absence) -> Finding:
        self._check_known(asked.from_)
        seen = [
            gap
            for answer in self._each(queries.ABSENCES, asked.of)
            for gap in answer["representation"]["notRepresented"]
        ]
        fitting = [
            gap for gap in seen if self._is([gap["subject"]], asked.of) and self._is(listed(gap["from"]), asked.from_)
        ]
        return Finding(fitting, seen)

    def _meetings(self, of: list[str], date: str = "") -> list[Json]:
        meetings = [
            meeting
            for answer in self._each(queries.MEETINGS, of)
            for meeting in nodes(answer["organization"], "meetings")
        ]
        return [meeting for meeting in meetings if (meeting["date"] or "").startswith(date)]

    @answer.register
    def _(self, asked: q.Meeting) -> Finding:
        seen = [{"date": meeting["date"], "venue": meeting["venue"]} for meeting in self._meetings(asked.of)]
        fitting = [meeting for meeting in seen if (meeting["date"] or "").startswith(asked.date)]
        return Finding([meeting for meeting in fitting if says(meeting["venue"], asked.venue)], seen)

    @answer.register
    def _(self, asked: q.Attendance) -> Finding:
        self._check_known(asked.organization)
        seen = [entry for meeting in self._meetings(asked.of, asked.date) for entry in meeting["attendance"]]
        fitting = [
            entry
            for entry in seen
            if one_of(entry["as"], asked.as_)
            and self._is_person(entry["person"], asked.person)
            and self._is(listed(entry["organization"]), asked.organization)
            and self._is_person(entry["deputisingFor"], asked.deputisingFor)
        ]
        return Finding(fitting, seen)

    @answer.register
    def _(self, asked: q.Action) -> Finding:
        seen = [action for meeting in self._meetings(asked.of) for action in meeting["actions"]]
        owner = [asked.owner] if asked.owner else None
        fitting = [
            action
            for action in seen
            if says(action["text"], asked.contains)
            and one_of(action["status"], asked.status)
            and any(says(name, owner) for name in [*(each["name"] for each in action["owners"]), action["ownerNote"]])
        ]
        return Finding(fitting, seen)

    @answer.register
    def _(self, asked: q.Assessment) -> Finding:
        cells: Any = self._ask(queries.ASSESSMENTS, {"area": self._area})["assessments"]
        seen = [
            cell
            for cell in cells
            if self._is([cell["organization"]], asked.of) and one_of(cell["dimension"], [asked.dimension])
        ]
        return Finding([c for c in seen if one_of(c["rating"], asked.rating) and says(c["summary"], asked.says)], seen)

    @answer.register
    def _(self, asked: q.Affiliation) -> Finding:
        people = sorted(self._names.people(self._ask, asked.name))
        answers: list[Any] = [self._ask(queries.PERSON, {"id": id_, **self._dated})["person"] for id_ in people]
        seen = [entry for person in answers for entry in person["affiliations"]]
        return Finding(
            [e for e in seen if self._is([e["organization"]], asked.of) and says(e["role"], asked.role)], seen
        )

    @answer.register
    def _(self, asked: q.Search) -> Finding:
        hits: Any = self._ask(queries.SEARCH, {"text": asked.text, "area": self._area})["search"]
        first = [
            fold(name) for hit in hits[:1] for name in [hit.get("name") or hit["title"], *hit.get("alternateNames", [])]
        ]
        return Finding(
            hits[:1] if any(fold(name) in spelling for name in asked.first for spelling in first) else [], hits
        )

    @answer.register
    def _(self, asked: q.Freshness) -> Finding:
        seen = [answer["representation"] for answer in self._each(queries.FRESHNESS, asked.of, self._dated)]
        return Finding([answer for answer in seen if (answer["asRecorded"] or "").startswith(asked.as_)], seen)

    @answer.register
    def _(self, asked: q.Contact) -> Finding:
        bodies = [answer["organization"] for answer in self._each(queries.BODY, asked.of)]
        seen = [detail for owner in [*bodies, *self._posts(asked.of)] for detail in owner["contactDetails"]]
        return Finding([detail for detail in seen if says(detail["value"], [asked.value])], seen)

    @answer.register
    def _(self, asked: q.SourceDocument) -> Finding:
        seen = nodes(self._ask(queries.SOURCES, {}), "sources")
        return Finding(
            [s for s in seen if says(s["title"], asked.title) and (s["published"] or "").startswith(asked.published)],
            seen,
        )
