"""`partnerships split`: a body becomes two, or is recorded as the two that it always was."""

from collections.abc import Iterable

from app.commands.common import answer, out
from app.domain.english import counted
from app.domain.rights import OWNER
from app.errors import BadInput, DataRefused
from app.exchange.entries.addresses import Address
from app.reading.explorer import Explorer
from app.record.drafting import apply, weigh
from app.record.forms.asking import OTHER, Shape, Unclear
from app.record.forms.catalogue import at_fields, fields_of, form_named, made_of
from app.record.forms.opening import about_of
from app.record.forms.sources import BETWEEN, SOURCE, WHERE
from app.record.forms.splitting import BECAME, WAS, box_of

SPLIT = "split"


def split(
    body: str, name: str, *, moves: Iterable[str], since: str, sort: str, cites: str, why: str, preview: bool
) -> None:
    """Give some of what a body has to a new one, and print what that did, or would do."""

    async def run(explorer: Explorer) -> None:
        about = await about_of(explorer, OWNER, Address("organization", body))
        form = form_named(SPLIT, "organization")
        fields = fields_of(form, about)
        given = {it.name: it.given for it in fields} | {"name": name, "since": since, "how": BECAME if since else WAS}
        boxes = {it.name for it in fields if it.shape is Shape.CHECK}
        for id_ in moves:
            box = box_of(id_, boxes)
            if not box:
                raise BadInput(f"--move {id_[:120]}: {body} has no seat, line, person or meeting with this id.")
            given[box] = "on"
        source, comma, where = cites.partition(BETWEEN.strip())
        own = source.strip().removeprefix(f"{about.known.place}/")
        given |= {SOURCE: own or OTHER, WHERE: where.strip() if comma else ""} | ({"sort": sort} if sort else {})
        try:
            made = made_of(form, about, given)
        except Unclear as unclear:
            raise DataRefused(_many(len(unclear.wrongs)), [it.says for it in unclear.wrongs]) from None
        done = (
            await weigh(explorer.database, made.draft)
            if preview
            else await apply(explorer.database, made.draft, by="", why=why, how=SPLIT, says=made.says)
        )
        if done.problems:
            raise DataRefused(_many(len(done.problems)), [it.says for it in at_fields(made, done.problems)])
        if done.conflicts:
            raise DataRefused("Somebody changed the body just now; nothing was written. Try again.")
        out.print_line(made.says)
        for line in done.lines:
            out.print_line(line)
        out.print_line("Nothing was written." if preview else f"`partnerships undo {done.number}` takes it back.")

    answer(run, fill=False)


def _many(number: int) -> str:
    return f"{counted(number, 'problem')}; nothing was written."
