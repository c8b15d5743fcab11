"""Who chairs a body, in a sentence."""

from app.domain.as_at import AsAt
from app.domain.english import with_article
from app.domain.telling import sentence
from app.domain.vocabulary import Role
from app.errors import UnknownId
from app.questions.members import words
from app.questions.members.ask import find_members
from app.questions.representation.in_short import Short
from app.reading.explorer import Explorer


async def who_chairs(explorer: Explorer, board: str, as_at: AsAt) -> list[Short]:
    """Say who is recorded as the chair of a body; nothing where there is no such body."""
    try:
        told = await find_members(explorer, board, as_at)
    except UnknownId:
        return []
    body, href = with_article(told.of.name), f"/members/{board}"
    chairs = [words.name(member) for member in told.members if member.post.role is Role.CHAIR]
    said = [sentence(f"{body} is chaired by {name}") if name[:1].isupper() else name for name in chairs]
    return [Short(each, href) for each in said] or [Short(f"Who chairs {body} is not recorded.", href)]
