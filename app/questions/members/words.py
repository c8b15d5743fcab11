"""What a list of members says in words, the same on the page, on paper, in files and in the terminal."""

from itertools import chain
from typing import NamedTuple

from app.domain.bodies import grammatical_number
from app.domain.dates import spoken
from app.domain.english import agree, as_recorded, capitalized, counted, figure, listed, role_name, with_article
from app.domain.records import Citation, Tenure
from app.domain.seat_state import term_due
from app.domain.vocabulary import OrganizationKind, PostState, TenureCapacity, YesNoNotRecorded
from app.questions.balance.ask import states, votes
from app.questions.members.ask import MemberList
from app.questions.members.rules import Member


def sentences(told: MemberList) -> list[str]:
    """Say how many seats there are, how they vote, and how many stand empty."""
    name = with_article(told.of.name)
    if told.of.kind is OrganizationKind.CONSTITUENCY:
        return [f"“{told.of.name}” stands for people at large; it is not a body that anybody sits on."]
    if not told.count.seats:
        return [f"No seat on {name} is recorded."]
    has = agree(grammatical_number(told.of), "has", "have")
    said = as_recorded(told.fresh.newest, f"{name} {has} {counted(told.count.seats, 'seat')}.")
    return [text for text in (said, votes(told.count), states(told.count)) if text]


def name(member: Member) -> str:
    """Name the member, or say why nobody is named: `Cllr Ann Ray`, `Vacant since June 2024`, `Name not recorded`."""
    if member.tenure:
        return holder(member.tenure)
    said = {
        PostState.VACANT: "Vacant",
        PostState.NOT_TAKEN_UP: "Not taken up",
        PostState.BY_OFFICE: f"The {member.sitting.office}",
    }.get(member.state, "Name not recorded")
    if member.state is PostState.VACANT and member.post.vacant_since:
        said += f" since {spoken(member.post.vacant_since)}"
    last = "" if member.sitting.tenures else member.sitting.last_held_by
    return f"{said}; {last}" if last else said


def holder(tenure: Tenure) -> str:
    """Write a holder's name as people write it, with what is doubtful or passing about it."""
    acting = " (acting)" if tenure.capacity is TenureCapacity.ACTING else ""
    return f"{tenure.holder_said}{acting}"


def seat(member: Member) -> str:
    """Name the seat: its label or its role, with the number where the row stands for several."""
    said = capitalized(member.post.label or role_name(member.post.role))
    return f"{said} ({member.seats} seats)" if member.seats > 1 else said


def vote(member: Member) -> str:
    """Say that a seat has no vote; empty where it has one, its name says so, or no source says."""
    told = "vot" in (member.post.label or "").casefold()
    return "no vote" if member.post.voting is YesNoNotRecorded.NO and not told else ""


def comes_from(told: MemberList, member: Member) -> str:
    """Name the bodies that employ the member, or whose office fills the seat; empty where no source says."""
    return listed([body.name for body in told.named(member.from_ids)])


def speaks_for(told: MemberList, member: Member) -> str:
    """Name those for whom the seat speaks; empty where no source says."""
    return listed([body.name for body in told.named(member.for_ids)])


def since(member: Member) -> str:
    """Say since when the member sits there; empty where no source says."""
    return spoken(member.tenure.period.since) if member.tenure and member.tenure.period.since else ""


def term_ends(member: Member) -> str:
    """Say when the term is due to end, as recorded or by the length of a term; empty where no source says."""
    due = term_due(member.post, member.tenure) if member.tenure else None
    return spoken(due.text) if due else ""


def term(member: Member) -> str:
    """Say since when and until when: `since June 2024, term to June 2029`; empty where no source says."""
    begun, ends = since(member), term_ends(member)
    over = member.sitting.term_over if member.tenure else ""
    parts = (f"since {begun}" if begun else "", over or (f"term to {ends}" if ends else ""))
    return capitalized(", ".join(part for part in parts if part))


def deputies(member: Member) -> str:
    """Name the standing deputies; empty where none is recorded."""
    return listed([tenure.holder_said for tenure in member.deputies])


def attended(member: Member) -> str:
    """Say how often the member came: `3 of 4; one by deputy; one apology`; empty where no record says."""
    if not (it := member.attended):
        return ""
    deputy = f"; {figure(it.by_deputy)} by deputy" if it.by_deputy else ""
    sent = f"; {counted(it.apologies, 'apology', 'apologies')}" if it.apologies else ""
    return f"{it.came} of {it.meetings}{deputy}{sent}"


def attendance(told: MemberList) -> str:
    """Say over which meetings attendance is counted; empty where no record says who came."""
    if not told.meetings:
        return ""
    first, last = (spoken(told.meetings[at].date) for at in (0, -1))
    if len(told.meetings) == 1:
        return f"Attendance is of the one meeting within twelve months with a record of who came, {last}."
    return (
        f"Attendance is counted over the {counted(len(told.meetings), 'meeting')} with a record of who came,"
        f" {first} to {last}: the last twelve months recorded."
    )


def cited(member: Member) -> tuple[Citation, ...]:
    """Return what says of one row: of a named member alone, though others share the seat."""
    if member.tenure is None:
        return member.sitting.citations
    return tuple(dict.fromkeys((*member.post.citations, *member.tenure.citations)))


def citations(told: MemberList) -> list[Citation]:
    """Return where the list comes from, each place once."""
    cites = [member.sitting.citations for member in told.members] + [meeting.citations for meeting in told.meetings]
    return list(dict.fromkeys(chain.from_iterable(cites)))


class Columns(NamedTuple):
    """Which columns of the list have something in any row."""

    comes_from: bool
    speaks_for: bool
    deputies: bool
    term: bool
    attended: bool


def columns(told: MemberList) -> Columns:
    """Find which columns have something to say."""
    return Columns(
        any(member.from_ids for member in told.members),
        any(member.for_ids for member in told.members),
        any(member.deputies for member in told.members),
        any(term(member) for member in told.members),
        any(member.attended for member in told.members),
    )


_SILENT = (
    "which body anybody comes from",
    "for whom anybody speaks",
    "who is a standing deputy",
    "since when or until when anybody is a member",
    "who came to meetings",
)


def silences(told: MemberList) -> str:
    """Say in a sentence what no source says of any member, so that no cell has to; empty where nothing is silent."""
    if not told.members:
        return ""
    silent = [text for there, text in zip(columns(told), _SILENT, strict=True) if not there]
    return f"No source says {listed(silent, 'or')}." if silent else ""
