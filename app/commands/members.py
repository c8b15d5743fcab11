"""The command that lists the members of a body."""

from app.commands.common import answer, area_of, day_of
from app.commands.documents import of_day, print_document
from app.commands.terminal import print_sentences, print_table
from app.domain.as_at import AsAt
from app.questions.balance.ask import body_meant
from app.questions.members import words
from app.questions.members.ask import MemberList, find_members
from app.reading.explorer import Explorer


def members(name: str, *, on: str, area: str, proposed: bool, as_json: bool) -> None:
    """Print the members of a body."""

    async def run(explorer: Explorer) -> None:
        of = await body_meant(explorer, name, await area_of(explorer, area) if area else "")
        as_at = AsAt(day_of(on), proposed)
        if as_json:
            await print_document(explorer, "members", {"of": of, **of_day(as_at)})
        else:
            _print(await find_members(explorer, of, as_at))

    answer(run, as_json=as_json)


def _print(told: MemberList) -> None:
    """Print the members: the sentences, then a row each, without the columns in which nothing would stand."""
    ending = (told.ending.said,) if told.ending else ()
    print_sentences((*ending, *words.sentences(told), words.attendance(told), words.silences(told)))
    if not told.members:
        return
    there = words.columns(told)
    columns = [
        (True, "Member", words.name),
        (True, "Seat", lambda it: ", ".join(filter(None, (words.seat(it), words.vote(it))))),
        (there.comes_from, "Comes from", lambda it: words.comes_from(told, it)),
        (there.speaks_for, "Speaks for", lambda it: words.speaks_for(told, it)),
        (there.deputies, "Deputy", words.deputies),
        (there.term, "Term", words.term),
        (there.attended, "Attended", words.attended),
    ]
    shown = [(heading, said) for is_there, heading, said in columns if is_there]
    print_table([heading for heading, _ in shown], [[said(it) for _, said in shown] for it in told.members])
