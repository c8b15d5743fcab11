"""Gaps in voices and lines: who has no seat, feeds nothing, is joined to nothing, or to a body that is not active."""

from collections.abc import Iterator

from app.domain.bodies import FORUMS, has_ended, is_constituency, is_there
from app.domain.counting import count_seats
from app.domain.dates import when
from app.domain.english import agree, are, counted, listed, ordinary
from app.domain.records import Line, Organization, Post
from app.domain.seats import seats_for, voices_of
from app.domain.standing import Standing
from app.domain.telling import Sourced, all_called, called, cited, least_certain, sentence
from app.domain.vocabulary import GapKind, LifecycleStatus, LineType, OrganizationKind
from app.questions.gaps.rules.finding import Gap, rule

UPWARD = frozenset({LineType.FEEDS_INTO, LineType.REPORTS_TO, LineType.SUB_GROUP_OF})
"""The lines by which what a forum or network says goes on."""
SIDEWAYS = frozenset(LineType) - UPWARD - {LineType.SPEAKS_FOR, LineType.SUCCEEDED_BY}
"""The other lines that join it to a body."""


@rule(GapKind.NO_VOICE, "People without a voice")
def no_voice(standing: Standing) -> Iterator[Gap]:
    """No seat anywhere is recorded for these people at large, nor for any group that speaks for them.

    Meetings, consultations and lines do not count here: only a seat does.
    """
    seats = seats_for(standing)
    for body in standing.register.bodies():
        if not is_constituency(body) or not is_there(body, standing.as_at):
            continue
        speaking = [line for line in standing.lines_to(body.id) if line.type is LineType.SPEAKS_FOR]
        if any(voice in seats for voice in voices_of(standing, body.id)):
            continue
        groups = dict.fromkeys(line.from_id for line in speaking)
        verb = agree(len(groups), "speaks", "speak")
        none = (
            f"nor for {all_called(standing, groups, 'or')}, which {verb} for them"
            if groups
            else "and no group that speaks for them is recorded"
        )
        yield Gap(
            GapKind.NO_VOICE,
            body.id,
            "Organization",
            body.id,
            sentence(f"{body.name}: no seat is recorded for them{',' if not groups else ''} {none}"),
            cited([body, *speaking]),
            least_certain([body, *speaking]),
            "A seat for them, or for a group that speaks for them.",
        )


@rule(GapKind.RECORDED_ABSENCE, "Seats and links said to be missing")
def recorded_absence(standing: Standing) -> Iterator[Gap]:
    """One source or more says that these bodies or people lack a seat or a link.

    They are told apart from what sources are only silent about.
    """
    own = standing.register.own
    for missing in standing.absences:
        absence = missing.absence
        body = absence.subject_id if absence.subject_id in own else absence.from_id
        if body is None:
            continue
        where = f", said to be missing from {called(standing, absence.from_id)}" if absence.from_id else ""
        yield Gap(
            GapKind.RECORDED_ABSENCE,
            absence.subject_id,
            "Organization",
            body,
            sentence(f"{standing.name(absence.subject_id)}{where}: {absence.note}"),
            absence.citations,
            missing.certainty,
            f"A seat on {called(standing, absence.from_id)} or a link to it."
            if absence.from_id
            else "A seat or a link.",
            absence.id,
        )


@rule(GapKind.FEEDS_NOTHING, "Forums and networks that feed nothing")
def feeds_nothing(standing: Standing) -> Iterator[Gap]:
    """No line by which these forums and networks feed into, report to or belong to another body is recorded.

    Nor is any seat for them, nor one whose holder they elect or appoint; forums and networks that are only proposed or
    disbanded are left out.
    """
    seats = seats_for(standing)
    appointing = {tie.organization_id for post in standing.posts for tie in standing.appointed(post)}
    for body in standing.register.bodies():
        if body.classification not in FORUMS or not is_there(body, standing.as_at):
            continue
        lines = standing.lines_from(body.id)
        if body.id in seats or body.id in appointing or any(line.type in UPWARD for line in lines):
            continue
        others = [line for line in lines if line.type in SIDEWAYS]
        verbs: dict[str, list[str]] = {}
        for line in others:
            verbs.setdefault(line.to_id, []).append(ordinary(line.type.value))
        known = [f"{listed(verbs[id_])} {called(standing, id_)}" for id_ in verbs]
        only = f"; all that is recorded is that it {listed(known)}" if known else ""
        yield Gap(
            GapKind.FEEDS_NOTHING,
            body.id,
            "Organization",
            body.id,
            sentence(
                f"{body.name}{_status(body)}: no seat on another body is recorded, nor any line"
                f" by which it feeds into, reports to or is a sub-group of one{only}"
            ),
            cited([body, *others]),
            least_certain([body]),
            "A line to a body that it feeds, or a seat there.",
        )


@rule(GapKind.NO_LINES, "Groups joined to nothing")
def no_lines(standing: Standing) -> Iterator[Gap]:
    """No line to or from these groups of people working together is recorded, and no seat on them or for them.

    Groups that are only proposed or disbanded are left out.
    """
    seats = seats_for(standing)
    appointing = {tie.organization_id for post in standing.posts for tie in standing.appointed(post)}
    for body in standing.register.bodies():
        if body.kind is not OrganizationKind.COLLABORATION or not is_there(body, standing.as_at):
            continue
        lines = standing.lines_from(body.id) or standing.lines_to(body.id)
        held = standing.posts_for(body.id) or standing.held(body.id) or body.id in seats or body.id in appointing
        if lines or standing.posts_on(body.id) or held:
            continue
        yield Gap(
            GapKind.NO_LINES,
            body.id,
            "Organization",
            body.id,
            sentence(f"{body.name}{_status(body)}: no line to another body and no seat is recorded"),
            body.citations,
            body.certainty,
            "A line or a seat that joins it to another body.",
        )


@rule(GapKind.NOT_ACTIVE, "Lines and seats of bodies that are not active")
def not_active(standing: Standing) -> Iterator[Gap]:
    """Lines still lead to or from these bodies, or seats are recorded on them, although they are dormant or disbanded.

    What goes to them goes nowhere; a line to their successor does not count.
    """
    register = standing.register
    for id_, body in register.organizations.items():
        ended = has_ended(body, standing.on)
        if not ended and body.status is not LifecycleStatus.DORMANT:
            continue
        lines, posts = standing.outliving(id_) if ended else _lines_and_posts(standing, id_)
        posts = posts if id_ in register.own else ()
        others = dict.fromkeys(line.to_id if line.from_id == id_ else line.from_id for line in lines)
        said = _ended_said(body) if ended else "is dormant"
        homes = [id_] if id_ in register.own else [other for other in others if other in register.own]
        if not (lines or posts):
            continue
        facts: list[Sourced] = [body, *lines, *posts]
        joined = f"{counted(len(lines), 'line')} still {agree(len(lines), 'joins', 'join')}"
        has = [f"{joined} it to {all_called(standing, others)}"] * bool(lines)
        seats = count_seats(posts)
        has += [f"{counted(seats, 'seat')} on it {are(seats)} recorded"] * bool(posts)
        for home in homes:
            yield Gap(
                GapKind.NOT_ACTIVE,
                id_,
                "Organization",
                home,
                sentence(f"{called(standing, id_)} {said}, and {listed(has)}"),
                cited(facts),
                least_certain(facts),
                "Its revival, or another body to take its place.",
                "" if home == id_ else home,
            )


def _ended_said(body: Organization) -> str:
    return f"ended {when(body.period.until)}" if body.period.until else "is disbanded"


def _lines_and_posts(standing: Standing, body: str) -> tuple[tuple[Line, ...], tuple[Post, ...]]:
    lines = (*standing.lines_from(body), *standing.lines_to(body))
    return tuple(line for line in lines if line.type is not LineType.SUCCEEDED_BY), standing.posts_on(body)


def _status(body: Organization) -> str:
    """Say, after a body's name, that it is not simply active."""
    if body.status is LifecycleStatus.ACTIVE:
        return ""
    return f" ({ordinary(body.status.value)})"


VOICE_RULES = (no_voice, recorded_absence, feeds_nothing, no_lines, not_active)
