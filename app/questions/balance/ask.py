"""Who is on a body, ready to be read: the counts of its rules with names, and sentences that say them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.bodies import grammatical_number
from app.domain.composing import how_many_are, rule_said
from app.domain.english import agree, are, as_recorded, capitalized, counted, figure, listed, ordinary, with_article
from app.domain.vocabulary import Decision, OrganizationKind, Role, RuleVerdict, Sector, SectorSign
from app.errors import UnknownId
from app.questions.balance.composition import Judged
from app.questions.balance.rules import Balance, PlacedSeat, SeatCount, balance_of
from app.questions.representation.ask import Freshness, freshness
from app.reading.explorer import Explorer
from app.reading.registers import standing_of
from app.reading.resolving import BODIES, resolve
from app.reading.search import nearest


@dataclass(frozen=True, slots=True)
class ToldBalance:
    """Who is on a body on a day, with the bodies that it names, what each seat's holder is called, and its age."""

    of: r.Organization
    on: date
    include_proposed: bool
    balance: Balance
    bodies: Mapping[str, r.Organization]
    held_by: Mapping[str, str]
    """Who holds each seat, by its id, in a phrase."""
    citations: Mapping[str, tuple[r.Citation, ...]]
    """What says so, likewise."""
    fresh: Freshness

    @property
    def sentences(self) -> tuple[str, ...]:
        """The answer in sentences: sectors, votes, who is in them, members, meetings."""
        said = (opening(self), votes(self.balance.whole), states(self.balance.whole), observers(self.balance))
        terms = [own_terms(self.of), *(judged_said(self, judged) for judged in self.balance.composition)]
        return tuple(text for text in (*said, *terms, members(self), meetings(self)) if text)


async def find_balance(explorer: Explorer, of: str, as_at: AsAt) -> ToldBalance:
    """Count who is on a body, by its id; UnknownId, with the nearest names, when no public body has it."""
    body = (await explorer.reader.organizations([of])).get(of)
    if body is None:
        near = await nearest(explorer.catalogue, of.rpartition("/")[2], labels=BODIES)
        raise UnknownId(f"No organization has the id '{of}'.", [(name.id, name.name) for name in near], of)
    area = of.partition("/")[0]
    if body.area_ids and area not in body.area_ids:
        area = body.area_ids[0]
    standing = await standing_of(explorer, area, as_at)
    balance = balance_of(standing, of)
    sittings = {seat.post.id: standing.sitting(seat.post.id) for seat in balance.placed}
    cited = [sitting.citations for sitting in sittings.values()] + [line.citations for line in balance.member_lines]
    cited += [meeting.citations for meeting in balance.turnout.meetings]
    ids = {cite.source_id for cites in cited or [body.citations] for cite in cites}
    return ToldBalance(
        body,
        as_at.on,
        as_at.include_proposed,
        balance,
        standing.organizations,
        {id_: sitting.said for id_, sitting in sittings.items()},
        {id_: sitting.citations for id_, sitting in sittings.items()},
        freshness(await explorer.catalogue.contents(), ids),
    )


async def body_meant(explorer: Explorer, text: str, area: str = "") -> str:
    """Find the body that somebody means by an id or a name; UnknownId and Ambiguous say what it may be."""
    nobody = f"No body here is called '{text[:120]}'."
    return (await resolve(explorer.catalogue, text, labels=BODIES, area=area, nobody=nobody)).id


def sector_name(sector: Sector | None) -> str:
    """Write a sector as people say it; silence is said, too."""
    return "sector not recorded" if sector is None else ordinary(sector)


def opening(told: ToldBalance) -> str:
    """Say how many seats a body has, and for which sectors."""
    name = with_article(told.of.name)
    balance = told.balance
    if told.of.kind is OrganizationKind.CONSTITUENCY:
        return f"“{told.of.name}” stands for people at large; it is not a body that anybody sits on."
    if not balance.placed:
        return f"No seat on {name} is recorded."
    alone = balance.whole.seats == 1
    known = [_so_many(s.count.seats, s.sector, alone=alone) for s in balance.by_sector if s.sector is not None]
    unknown = sum(s.count.seats for s in balance.by_sector if s.sector is None)
    if unknown:
        known.append(f"{figure(unknown)} whose sector is not recorded" if known else "no source tells for which sector")
    has = agree(grammatical_number(told.of), "has", "have")
    said = f"{name} {has} {counted(balance.whole.seats, 'seat')}: {listed(known)}."
    return as_recorded(told.fresh.newest, said)


def _so_many(number: int, sector: Sector, *, alone: bool) -> str:
    """Write `3 voluntary`, `one of several agencies together`; of a body's only seat, the sector alone."""
    said = f"of {ordinary(sector)}" if sector is Sector.MULTI_AGENCY else ordinary(sector)
    return said if alone else f"{figure(number)} {said}"


def votes(count: SeatCount) -> str:
    """Say how many seats vote; empty when there is none."""
    if not count.seats:
        return ""
    if count.seats == 1:
        known = "The seat has a vote." if count.voting else "The seat has no vote." if count.not_voting else ""
        return known or "No source says whether the seat has a vote."
    if count.seats in {count.voting, count.not_voting}:
        return "All have a vote." if count.voting else "None of them has a vote."
    if count.voting_not_recorded == count.seats:
        return "No source says which seats vote."
    parts = ((count.voting, "with a vote"), (count.not_voting, "without"), (count.voting_not_recorded, "not recorded"))
    return f"Votes: {listed([f'{figure(number)} {text}' for number, text in parts if number])}."


def states(count: SeatCount) -> str:
    """Say how many seats somebody is in, and how many are vacant, not taken up, or without a recorded holder."""
    if not count.seats:
        return ""
    filled = _number(count.filled, "filled")
    if count.unnamed:
        by = "" if count.unnamed == count.filled else f"{figure(count.unnamed)} "
        filled += ", by somebody who is not named" if not by else f" ({by}by somebody who is not named)"
    parts = [filled] if count.filled else []
    rest = (
        (count.vacant, "vacant"),
        (count.not_taken_up, "not taken up"),
        (count.term_over, "past the end of a term"),
        (count.holder_not_recorded, "without a recorded holder"),
    )
    parts += [_number(number, text) for number, text in rest if number]
    if count.seats == 1:
        return f"It is {_alone(count)}."
    if len(parts) == 1:
        return f"All {listed(parts).split(' ', 1)[1]}."
    return f"Of these, {listed(parts)}."


def _number(number: int, text: str) -> str:
    return f"{figure(number)} {are(number)} {text}"


def _alone(count: SeatCount) -> str:
    if count.filled:
        return "filled, by somebody who is not named" if count.unnamed else "filled"
    if count.term_over:
        return "past the end of a term"
    return "vacant" if count.vacant else "not taken up" if count.not_taken_up else "not recorded who holds it"


def observers(balance: Balance) -> str:
    """Say how many seats only observe; empty when none does."""
    number = dict(balance.by_role).get(Role.OBSERVER, 0)
    verb = agree(number, "is for an observer", "are for observers")
    return f"{capitalized(counted(number, 'seat'))} {verb}." if number else ""


def members(told: ToldBalance) -> str:
    """Say how many bodies are members apart from the seats; empty when none is recorded."""
    balance = told.balance
    if not balance.members:
        return ""
    by = [f"{figure(share.members)} {_of_sector(share.sector)}" for share in balance.members]
    whole = counted(balance.member_count, "body is a member", "bodies are members")
    split = f": {listed(by)}" if len(by) > 1 or balance.members[0].sector is not None else ""
    return f"{capitalized(whole)} of it by a recorded line{split}."


def own_terms(body: r.Organization) -> str:
    """Say whether a body decides, how many must be there, and how many seats it is said to have; empty when silent."""
    said = []
    if body.decides is not Decision.NOT_RECORDED:
        said.append("It takes decisions." if body.decides is Decision.DECIDES else "It advises; others decide.")
    if body.quorum or body.quorum_number:
        number = f" ({body.quorum_number})" if body.quorum and body.quorum_number else ""
        said.append(f"Its quorum is {body.quorum or body.quorum_number}{number}.")
    if body.seats_stated is not None:
        said.append(f"A source says that it has {counted(body.seats_stated, 'seat')}.")
    return " ".join(said)


def judged_said(told: ToldBalance, judged: Judged) -> str:
    """Say whether a rule of a body's own terms is met: `Its terms ask for ...: 5 of the 12 recorded are.`."""
    asked = rule_said(judged.rule, lambda id_: told.bodies[id_].name)
    has = how_many_are(judged.seats, judged.whole)
    if not judged.whole:
        return f"Its own terms ask for {asked}; no seat is recorded."
    unsure = judged.verdict is RuleVerdict.NOT_KNOWN
    doubt = f", and for whom {figure(judged.not_recorded)} {are(judged.not_recorded)} is not recorded" if unsure else ""
    verdict = {
        RuleVerdict.MET: "that is met",
        RuleVerdict.NOT_MET: "that is not met",
        RuleVerdict.NOT_KNOWN: "whether that is met is not known",
    }[judged.verdict]
    return f"Its own terms ask for {asked}: {verdict}, since {has}{doubt}."


def _of_sector(sector: Sector | None) -> str:
    return "of no recorded sector" if sector is None else _so_many(0, sector, alone=True)


def meetings(told: ToldBalance) -> str:
    """Say who came to the meetings of which a record says so; empty when no meeting is recorded."""
    turnout, came = told.balance.turnout, told.balance.turnout.came
    if not turnout.meetings:
        held = len(turnout.unrecorded)
        of = "the one recorded meeting" if held == 1 else counted(held, "recorded meeting")
        return f"Of {of} no source says who came." if held else ""
    parts = (
        (came.present, "as present"),
        (came.deputising, "as deputising"),
        (came.in_attendance, "as in attendance"),
        (came.guests, agree(came.guests, "as guest", "as guests")),
    )
    number = len(turnout.meetings)
    where = f"At the {counted(number, 'meeting')} with a record of who came"
    listed_as = listed([f"{figure(count)} {text}" for count, text in parts if count]) or "nobody as present"
    apologies = f"; {figure(came.apologies)} sent apologies" if came.apologies else ""
    return f"{where}, the record lists {listed_as}{apologies}."


def sign(told: ToldBalance, seat: PlacedSeat) -> str:
    """Say what a seat's sector is taken from: `speaks for the Carers Forum`."""
    names = listed([with_article(told.bodies[id_].name) for id_ in seat.body_ids if id_ in told.bodies])
    return {
        SectorSign.SPEAKS_FOR: f"speaks for {names}",
        SectorSign.HELD_BY: f"held by {names}",
        SectorSign.OFFICE_OF: f"filled by an office of {names}",
        SectorSign.EMPLOYER: f"the holder is from {names}",
        SectorSign.NOT_RECORDED: "not recorded",
    }[seat.sign]
