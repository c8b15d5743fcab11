"""The command that says what changed between two days."""

from datetime import date

from app.commands.running import answer, id_of, out, print_json
from app.domain.as_at import AsAt
from app.domain.dates import bounds
from app.errors import BadInput
from app.questions.changes.ask import find_changes
from app.questions.changes.words import changes_json, print_changes
from app.reading.explorer import Explorer, today


def changes(*, area: str, organization: str, since: str, until: str, proposed: bool, as_json: bool) -> None:
    """Print what changed in a place, or of a body, between two days; everything that is recorded unless said."""

    async def run(explorer: Explorer) -> None:
        found = await find_changes(
            explorer,
            area=area or None,
            organization=await id_of(explorer, organization, area) if organization else None,
            since=_day("--since", since, 0) if since else None,
            as_at=AsAt(_day("--until", until, 1) if until else today(), proposed),
        )
        contents = await explorer.catalogue.contents()
        if as_json:
            print_json(changes_json(found, contents))
        else:
            print_changes(out, found, contents)

    answer(run, as_json=as_json)


def _day(option: str, text: str, end: int) -> date:
    """Read a day; of a month or year the first one for `--since`, the last one for `--until`."""
    try:
        return bounds(text)[end]
    except ValueError as error:
        raise BadInput(f"{option} {text}: {error}.") from None
