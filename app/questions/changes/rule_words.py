"""The sentences of changes, in the present tense of a chronicle, since a change may lie before or after the reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain import records as r
from app.domain.bodies import grammatical_number
from app.domain.dates import bounds, spoken, when
from app.domain.english import agree, are, counted, listed, ordinary, role_name, verb_of_several, with_article
from app.domain.holding import office_name
from app.domain.register import Filling, Holding, Register, Tie
from app.domain.telling import sentence
from app.domain.vocabulary import LifecycleStatus, LineType, Role, TenureCapacity

_TOLD = "Under a proposal"


class Moment(StrEnum):
    """What a sentence is about: a beginning, an end, or a proposal."""

    BEGINS = "begins"
    ENDS = "ends"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class _Office:
    role: Role
    label: str | None
    vacant_since: str | None
    organization_name: str


class ChangeWords:
    """What to say of the changes in a register."""

    def __init__(self, register: Register) -> None:
        """Sort what the sentences need by the seat it belongs to."""
        self._register = register
        self._names: dict[str, str] = {}
        """With their articles: a place's changes name the same bodies again and again."""
        self._groups: dict[str, list[str]] = {}
        for tie in register.behalf:
            self._groups.setdefault(tie.post_id, []).append(tie.organization_id)
        self._holdings: dict[str, list[Holding]] = {}
        for holding in register.holdings:
            self._holdings.setdefault(holding.post_id, []).append(holding)
        self._fillings: dict[str, list[Filling]] = {}
        for filling in register.fillings:
            self._fillings.setdefault(filling.post_id, []).append(filling)

    def groups(self, post: str) -> Sequence[str]:
        """Return the ids of the groups that a seat is or was ever for."""
        return self._groups.get(post, ())

    def body(self, body: r.Organization, moment: Moment) -> str:
        """Say that a body is set up, ends or is proposed."""
        name, period = with_article(body.name), body.period
        is_ = are(grammatical_number(body))
        if moment is Moment.PROPOSED:
            return sentence(f"{name} {is_} proposed{f', {_from(period.since)}' if period.since else ''}")
        if moment is Moment.ENDS:
            pair = ("goes dormant", "go dormant") if body.status is LifecycleStatus.DORMANT else ("ends", "end")
            ends = agree(grammatical_number(body), *pair)
            return sentence(f"{name} {ends} {_when(period.until)}")
        if body.status is LifecycleStatus.SETTING_UP:
            begins = agree(grammatical_number(body), "begins", "begin")
            return sentence(f"{name} {begins} to be set up {_when(period.since)}")
        return sentence(f"{name} {is_} set up {_when(period.since)}")

    def setting_up(self, body: r.Organization) -> str:
        """Say that a body is not there yet, though more than proposed."""
        return sentence(f"{with_article(body.name)} {are(grammatical_number(body))} being set up")

    def renamed(self, body: r.Organization, former: r.FormerName) -> str:
        """Say that a body takes another name: the next one that is recorded, or the one it has now."""
        known = [name for name in body.former_names if name.until]
        later = [name for name in known if bounds(str(name.until)) > bounds(str(former.until))]
        new = min(later, key=lambda name: bounds(str(name.until))).name if later else body.name
        old = with_article(former.name)
        number = grammatical_number(body)
        has = agree(number, "it has", "they have")
        until = spoken(str(former.until))
        return sentence(f"{old} {are(number)} renamed {with_article(new)}: {has} the old name until {until}")

    def line(self, line: r.Line, moment: Moment) -> str:
        """Say that one body begins or ceases to report to another, say, or that it is proposed to."""
        one, other = self._name(line.from_id), self._name(line.to_id)
        body = self._register.organizations.get(line.from_id)
        verb = "is succeeded by" if line.type is LineType.SUCCEEDED_BY else ordinary(line.type)
        verb = verb_of_several(verb) if body and grammatical_number(body) > 1 else verb
        if line.type is LineType.SUCCEEDED_BY and moment is Moment.BEGINS:
            return sentence(f"{one} {verb} {other} {_when(line.period.since)}")
        if moment is Moment.ENDS:
            is_, _, rest = verb.partition(" ")
            verb = f"{is_} no longer {rest}" if is_ in {"is", "are"} else f"no longer {verb}"
        return sentence(f"{_begin(line.period, moment)}, {one} {verb} {other}")

    def post(self, post: r.Post, moment: Moment) -> str:
        """Say that a seat is added, ends or is proposed."""
        seat, number = self.seat(post), post.number
        if moment is Moment.PROPOSED:
            return sentence(f"{_begin(post.period, moment)}, there {are(number)} {_indefinite(seat)}")
        if moment is Moment.ENDS:
            return sentence(f"{seat} {agree(number, 'ends', 'end')} {_when(post.period.until)}")
        first = [self._holder(fact) if isinstance(fact, Holding) else self._by(fact) for fact in self.first(post)]
        first += [
            self._by(filling)
            for filling in self._fillings.get(post.id, ())
            if filling.by_post_id in self._register.posts and filling.period.since is None
        ]
        held = f", first held by {listed(first)}" if first else ""
        return sentence(f"{_indefinite(seat)} {are(number)} added {_when(post.period.since)}{held}")

    def first(self, post: r.Post) -> list[Holding | Filling]:
        """Return who holds a seat from its first day, which is said where it is added; none that deputises or acts."""
        holdings = [it for it in self._holdings.get(post.id, ()) if it.capacity is TenureCapacity.SUBSTANTIVE]
        fillings = [it for it in self._fillings.get(post.id, ()) if it.by_post_id in self._register.posts]
        # What is less certain than the seat is said by itself.
        alike = (post.period.since, post.status, post.certainty)
        every: list[Holding | Filling] = [*holdings, *fillings] if post.period.since else []
        return [it for it in every if (it.period.since, it.status, it.certainty) == alike]

    def whose(self, fact: Holding | Filling) -> list[str]:
        """Return the body that holds a seat, or whose office does, by its id; none where a person holds it."""
        if isinstance(fact, Filling):
            return [self._register.posts[fact.by_post_id].organization_id]
        return [] if fact.holder_is_person else [fact.holder_id]

    def vacant(self, post: r.Post) -> str:
        """Say that a seat is vacant, and who left it, as far as recorded."""
        left = [self._holder(held) for held in self._holdings.get(post.id, ()) if self.left_vacant(post, held)]
        after = f", after {listed(left)}" if left else ""
        return sentence(f"{self.seat(post)} {are(post.number)} vacant {_from(post.vacant_since)}{after}")

    def left_vacant(self, post: r.Post, holding: Holding) -> bool:
        """Tell whether a seat falls vacant with the end of a tenure: on its last day, or the day after."""
        if not post.vacant_since or not holding.period.until or holding.capacity is TenureCapacity.DEPUTY:
            return False
        (first, last), (ends, latest) = bounds(post.vacant_since), bounds(holding.period.until)
        return ends <= last and (first - latest).days <= 1

    def holding(self, holding: Holding, moment: Moment) -> str:
        """Say that somebody comes or ceases to hold a seat, or that it is proposed."""
        seat = self.seat(self._register.posts[holding.post_id])
        capacity = "" if holding.capacity is TenureCapacity.SUBSTANTIVE else f" as {_CAPACITIES[holding.capacity]}"
        body = self._register.organizations.get(holding.holder_id)
        holds = agree(grammatical_number(body) if body else 1, "holds", "hold")
        verb = f"no longer {holds}" if moment is Moment.ENDS else holds
        return sentence(f"{_begin(holding.period, moment)}, {self._holder(holding)} {verb} {seat}{capacity}")

    def filling(self, filling: Filling, moment: Moment) -> str:
        """Say that a seat comes or ceases to be filled by whoever holds another, or that it is proposed."""
        verb = "no longer holds" if moment is Moment.ENDS else "holds"
        seat = self.seat(self._register.posts[filling.post_id])
        return sentence(f"{_begin(filling.period, moment)}, {self._by(filling)} {verb} {seat}")

    def speaking(self, tie: Tie, moment: Moment) -> str:
        """Say that a seat comes or ceases to be for a group, or that it is proposed."""
        post = self._register.posts[tie.post_id]
        is_ = are(post.number) + (" no longer" if moment is Moment.ENDS else "")
        seat = self.seat(post, groups=False)
        return sentence(f"{_begin(tie.period, moment)}, {seat} {is_} for {self._name(tie.organization_id)}")

    def choosing(self, tie: Tie, moment: Moment) -> str:
        """Say that a body comes or ceases to choose who holds a seat, or that it is proposed."""
        seat, longer = self.seat(self._register.posts[tie.post_id]), "no longer " if moment is Moment.ENDS else ""
        body = self._register.organizations.get(tie.organization_id)
        fills = agree(grammatical_number(body) if body else 1, "fills", "fill")
        return sentence(f"{_begin(tie.period, moment)}, {self._name(tie.organization_id)} {longer}{fills} {seat}")

    def seat(self, post: r.Post, *, groups: bool = True) -> str:
        """Name a seat: the seat “Chair” on a board, the seat on a board for the voluntary sector."""
        board = self._name(post.organization_id)
        seats = "the seat" if post.number == 1 else f"the {counted(post.number, 'seat')}"
        if post.label:
            return f"{seats} “{post.label}” on {board}"
        if post.role is not Role.MEMBER:
            return f"{seats} of {role_name(post.role)} on {board}"
        spoken_for = [self._name(id_) for id_ in dict.fromkeys(self.groups(post.id))] if groups else []
        return f"{seats} on {board} for {listed(spoken_for)}" if spoken_for else f"{seats} on {board}"

    def _by(self, filling: Filling) -> str:
        by = self._register.posts[filling.by_post_id]
        return "the " + office_name(_Office(by.role, by.label, by.vacant_since, self._plain(by.organization_id)))

    def _holder(self, holding: Holding) -> str:
        name = self._plain(holding.holder_id)
        return name if holding.holder_is_person else with_article(name)

    def _plain(self, id_: str) -> str:
        body, person = self._register.organizations.get(id_), self._register.people.get(id_)
        return body.name if body else person.shown if person else id_

    def _name(self, id_: str) -> str:
        if id_ not in self._names:
            self._names[id_] = with_article(self._plain(id_))
        return self._names[id_]


_CAPACITIES = {TenureCapacity.DEPUTY: "its deputy", TenureCapacity.ACTING: "acting holder"}


def _indefinite(seat: str) -> str:
    """Write a seat that is new: a seat, not the seat."""
    return f"a {seat.removeprefix('the ')}" if seat.startswith("the seat ") else seat.removeprefix("the ")


def _begin(period: r.Period, moment: Moment) -> str:
    if moment is Moment.PROPOSED:
        return f"{_TOLD}, {_from(period.since)}" if period.since else _TOLD
    return f"after {spoken(str(period.until))}" if moment is Moment.ENDS else _from(period.since)


def _from(text: str | None) -> str:
    return f"from {spoken(str(text))}"


def _when(text: str | None) -> str:
    return when(str(text))
