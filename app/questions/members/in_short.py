"""Who chairs a body, in a sentence."""

from app.domain.as_at import AsAt
from app.domain.english import as_recorded, with_article
from app.domain.telling import sentence
from app.domain.vocabulary import OrganizationKind, PostState, Role
from app.errors import UnknownId
from app.questions.members import words
from app.questions.members.ask import find_members
from app.questions.members.rules import Member
from app.questions.representation.in_short import Short
from app.reading.explorer import Explorer


async def who_chairs(explorer: Explorer, board: str, as_at: AsAt) -> list[Short]:
    """Say who is recorded as the chair of a body, or that no source names one; nothing of what is no body."""
    try:
        told = await find_members(explorer, board, as_at)
    except UnknownId:
        return []
    if told.of.kind is OrganizationKind.CONSTITUENCY:
        return []
    body, href = with_article(told.of.name), f"/members/{board}"
    chairs = [_said(body, member) for member in told.members if member.post.role is Role.CHAIR]
    newest = told.fresh.newest
    return [
        Short(sentence(as_recorded(newest, said)), href) for said in chairs or [f"no source names a chair of {body}"]
    ]


def _said(body: str, member: Member) -> str:
    if member.tenure:
        return f"{body} is chaired by {words.holder(member.tenure)}"
    if member.state is PostState.BY_OFFICE:
        return f"{body} is chaired by the {member.sitting.office}"
    if member.state is PostState.HOLDER_NOT_RECORDED and not member.sitting.last:
        return f"{body} has a chair, whom no source names"
    name = words.name(member)
    return f"the seat of the chair of {body}: {name[:1].lower()}{name[1:]}"
