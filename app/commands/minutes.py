"""`partnerships minutes`: the minutes of a meeting read by rules, told find by find, and recorded when asked."""

import asyncio
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.commands.common import answer, out
from app.commands.given_files import bytes_of
from app.domain.english import listed, numbered
from app.domain.visible import visible
from app.errors import BadInput, DataRefused
from app.exchange.minutes.document import MAX_BYTES, Document, Unreadable
from app.exchange.minutes.finds import Find, FoundAction, FoundMeeting, FoundPerson, FoundReport, FoundText
from app.exchange.minutes.reading import document_in
from app.reading.explorer import Explorer
from app.record.drafting import Weighed, apply, weigh
from app.record.minutes.drafting import MinutesDraft, draft_of
from app.record.minutes.matching import BODY, NEW, PERSON, key_of
from app.record.minutes.places import about_place, whose
from app.record.minutes.reviewing import Item, Review, review

_KINDS = (
    ("body", "The body"),
    ("date", "The day"),
    ("venue", "The venue"),
    ("label", "What sort of meeting"),
    ("person", "People"),
    ("action", "Actions"),
    ("meeting", "Other meetings"),
    ("report", "What was reported"),
)


def read_minutes(
    file: Path, *, body: str, area: str, who: list[str], source: str, applies: bool, as_json: bool, why: str
) -> None:
    """Say what minutes say and what would be recorded of it; with `applies` record what is sure and likely."""

    async def run(explorer: Explorer) -> None:
        choices, raw = _choices(who), bytes_of(file, MAX_BYTES, "minutes as .docx, .odt, .pdf, .html or .txt")
        try:
            document = await asyncio.to_thread(document_in, file.name, raw)
        except Unreadable as error:
            raise BadInput(f"{visible(file.name)} {error}.") from None
        place, body_id = await whose(explorer, body, area)
        about = await about_place(explorer, place, sees_all=True)
        seen = await review(document, about, explorer.catalogue, body_id, choices)
        made = draft_of(seen.settled, about, source)
        if applies:
            done = await apply(
                explorer.database, made.draft, by="", why=why, how="import", form=file.name, says=made.says
            )
        else:
            done = await weigh(explorer.database, made.draft)
        if as_json:
            out.print_json(_as_json(seen, made, done, applies))
        else:
            for line in _told(seen, made, done, applies):
                out.print_line(line)
        if not done.stands:
            told = [f"{it.address or place}: {it.says}" for it in done.problems]
            told += [f"{it.address}: somebody changed it meanwhile" for it in done.conflicts]
            raise DataRefused(f"Nothing was written: {'; '.join(told)}")

    answer(run, as_json=as_json)


def _choices(who: list[str]) -> dict[str, str]:
    found = {}
    for each in who:
        name, equals, id_ = each.rpartition("=")
        if not equals or not name.strip() or not id_.strip():
            right = "expected a name of the minutes, = and an id, or + for somebody new"
            raise BadInput(f"--who {visible(each[:60])}: {right}.")
        for sort in (PERSON, BODY):
            found[key_of(sort, name.strip())] = NEW if id_.strip() == NEW else id_.strip()
    return found


def _told(seen: Review, made: MinutesDraft, done: Weighed, applies: bool) -> Iterator[str]:
    for kind, heading in _KINDS:
        if items := seen.of(kind):
            yield f"{heading}:"
            yield from (f"  {line}" for item in items for line in _item_told(item, seen.document))
    if seen.notes:
        yield "Not understood:"
        yield from (f"  {visible(note)}" for note in seen.notes)
    open_ = len(seen.open)
    if open_:
        them = "it" if open_ == 1 else "them"
        yield f"{numbered(open_, 'find')} left out: please look, and record {them} on the site, or say more with --who."
    yield made.says
    yield from done.lines
    if not done.lines and done.stands:
        yield f"All of that {'was' if applies else 'is'} recorded already{'' if applies else ': nothing would change'}."
    for doubt in done.doubts:
        yield f"Worth a second look: {doubt.says}"
    if applies and done.number:
        yield f"Recorded as change {done.number}; `partnerships undo {done.number}` takes it back."
    elif not applies and done.lines and done.stands:
        yield "Nothing is recorded yet: --apply records it."


def _item_told(item: Item, document: Document) -> Iterator[str]:
    yield _line(item, document)
    if item.reason:
        yield f"  {visible(item.reason)}"
    for match in item.matches:
        if not match.is_decided:
            for each in match.candidates:
                what = f", {each.what}" if each.what else ""
                yield f"  --who '{visible(match.text)}={each.id}' if it is {visible(each.name)}{visible(what)}"
            yield f"  --who '{visible(match.text)}=+' if nobody recorded is meant"


def _line(item: Item, document: Document) -> str:
    at = document.line_at(item.find.at.start)
    mark = "please look" if item.is_open else item.certainty.value
    return f"[{mark}] line {at}: {visible(said_of(item.find))}"


def said_of(find: Find) -> str:
    """Say what was found, in words."""
    match find:
        case FoundPerson():
            said = (f"{find.prefix} {find.name}".strip(), find.organization, find.role, find.capacity)
            parts = [it for it in said if it]
            how = find.how.value.replace("_", " ")
            how += f" for {find.deputising_for}" if find.deputising_for else ""
            return f"{', '.join(parts)}: {how}{f' ({find.note})' if find.note else ''}"
        case FoundAction():
            due = f", by {find.due}" if find.due else ""
            told = f"{find.text} ({listed(find.owners) or 'nobody named'}{due})"
            return f"{told}, outstanding" if find.outstanding else told
        case FoundMeeting():
            when = "held" if find.is_past else "to come"
            return ", ".join(it for it in (f"{find.date} ({when})", find.label, find.venue) if it)
        case FoundReport():
            return f"{find.name}: {find.text}"
        case FoundText():
            return find.value
    return find.at.text


def _as_json(seen: Review, made: MinutesDraft, done: Weighed, applies: bool) -> Mapping[str, Any]:
    finds = [
        {
            "kind": item.kind,
            "says": said_of(item.find),
            "line": seen.document.line_at(item.find.at.start),
            "cell": seen.document.cell_at(item.find.at.start),
            "offset": item.find.at.start,
            "text": item.find.at.text,
            "certainty": item.certainty.value,
            "reason": item.reason,
            "taken": item.is_taken and not item.is_open,
            "names": [
                {
                    "text": it.text,
                    "id": it.id or None,
                    "new": it.is_new,
                    "candidates": [{"id": c.id, "name": c.name, "what": c.what} for c in it.candidates],
                }
                for it in item.matches
            ],
        }
        for item in seen.items
    ]
    entries = [{"kind": step.address.kind, "id": step.address.id, "says": step.said} for step in made.draft.steps]
    return {
        "finds": finds,
        "notUnderstood": list(seen.notes),
        "says": made.says,
        "entries": entries,
        "changes": list(done.lines),
        "doubts": [it.says for it in done.doubts],
        "problems": [it.says for it in done.problems],
        "change": done.number if applies and done.number else None,
    }
