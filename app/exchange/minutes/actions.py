"""What somebody is to do: tables of actions, an action column, and `Action:` in the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from app.domain.folding import folded
from app.exchange.minutes.dates import dates_in
from app.exchange.minutes.document import MOST, Document, Line, Piece
from app.exchange.minutes.finds import Certainty, FoundAction
from app.exchange.minutes.owners import NOBODY, Owners
from app.exchange.minutes.told_twice import each_once
from app.exchange.minutes.words import heading_in, unnumbered

_TEXT = re.compile(
    r"^(?:(?:agreed|summary of|list of|key|new)\s+)?actions?(?:\s+(?:points?|items?|from (?:the )?meeting"
    r"|required|agreed|arising|list|log|to be taken|needed))*$|^(?:tasks?|to do)$",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"^(?:who|by whom|owners?|lead|responsib(?:le|ility)(?: (?:person|officer|party))?|person responsible"
    r"|action by|actions? (?:for|owner)|assigned(?: to)?|initials|whom|actions?)$",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"^(?:by when|when|due(?: date| by)?|deadline|target(?: date)?|timescale|date|by|complete by"
    r"|completion(?: date)?)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^(?:no\.?|number|ref\.?|reference|#|item|minute(?: ref(?:erence)?)?|min\.? ?(?:no|ref)?\.?|agenda item)$",
    re.IGNORECASE,
)
_STATUS = re.compile(r"^(?:status|progress|update|outcome|complete\??|rag)$", re.IGNORECASE)
_CONTENT = re.compile(
    r"^(?:item|minutes?|discussion|notes?|subject|topic|agenda item|description|details?|decision|matters?)$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^(?:summary of |list of |agreed |key |new )?(?:actions?|action points?|action items?"
    r"|tasks)(?:\s+(?:from (?:the |this )?meeting|agreed|arising|summary|list|log|points?|items?))*\s*:?$",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"\b(?:outstanding|previous|carried (?:over|forward)|brought forward|matters arising|review of|update "
    r"on|from (?:the )?(?:last|previous))\b",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"(?:^|[\[(]|(?<=[.;:?!])\s|\s{2,}|\s(?=ACTION\b))\s*(?P<word>actions?(?:\s+(?:point|item|for|by))?(?:\s+(?P<number>\d{1,3}[a-z]?))?)\s*(?:[:–—-]|\.(?=\s))\s*",
    re.IGNORECASE,
)
_DONE = re.compile(r"^(?:complete[d]?|closed|done|discharged|no longer required|dropped)\b", re.IGNORECASE)
_ROW_NUMBER = re.compile(r"^[A-Za-z]{0,4}\s?\d{1,4}(?:[./-]\d{1,4}){0,3}[.)]?$")
_TO = re.compile(
    r"^(?P<who>.{2,60}?)\s+(?:to|will|agreed to|undertook to|was asked to|is to|shall|was to"
    r"|would)\s+(?P<what>[a-z].+)$",
    re.DOTALL,
)
_BY = re.compile(r"\b(?:by|before|no later than|due)\s+(?:the\s+)?(?=[\w\s,]*\d)", re.IGNORECASE)


@dataclass(slots=True)
class _Table:
    """A table with a column for what is to do, and one for who."""

    columns: dict[int, str] = field(default_factory=dict)
    is_old: bool = False
    is_list: bool = True
    """Whether its rows are actions; otherwise they are the minutes, with who acts beside them."""


def actions_in(
    document: Document, owners: Owners, skipped: frozenset[int], day: str, *, month_first: bool = False
) -> list[FoundAction]:
    """Find what is to be done, by whom and by when; what is written twice is found once."""
    in_tables = _in_tables(document, owners, skipped, day, month_first)
    in_text = _in_text(document, owners, skipped, day, month_first)
    return each_once(islice(in_tables, MOST), islice(in_text, MOST))[:MOST]


# Tables


def _in_tables(
    document: Document, owners: Owners, skipped: frozenset[int], day: str, month_first: bool
) -> Iterator[FoundAction]:
    table: _Table | None = None
    old = False
    width = 0
    for line in document.lines:
        if not line.cells or line.number in skipped:
            continue
        first = line.cells[0].text
        if not line.is_row:
            text = first[unnumbered(first) :]
            if len(text) < 70 and not text.endswith("."):
                old = (
                    bool(_OLD.search(text))
                    and "minutes of" not in text.casefold()
                    and bool(re.search(r"action|matters arising", text, re.IGNORECASE))
                )
                headed = bool(_HEAD.match(text)) or (old and "action" in text.casefold())
                table = _Table(is_old=old) if headed else None
                width = 0
            elif table and not table.is_list:
                continue
            elif len(first) > 120:
                table = None
            continue
        if columns := _columns(line):
            is_list = "text" in columns.values() or not any(_CONTENT.match(cell.text) for cell in line.cells)
            table, width = _Table(columns, old, is_list), 0
            continue
        if table is None or (heading_in(first) and len(first) < 40):
            continue
        width = max(width, len(line.cells))
        if action := _of_row(line, table, owners, day, month_first):
            yield action


def _columns(line: Line) -> dict[int, str]:
    """Return what the columns of a table of actions are headed by; nothing where the row heads none."""
    found: dict[int, str] = {}
    for cell in line.cells:
        text = cell.text.strip(" :")
        for pattern, column in ((_NUMBER, "number"), (_DUE, "due"), (_STATUS, "status")):
            if pattern.match(text):
                found[cell.column] = column
                break
        else:
            if _OWNER.match(text) and ("text" in found.values() or not _TEXT.match(text) or cell is line.cells[-1]):
                found[cell.column] = "owner"
            elif _TEXT.match(text):
                found[cell.column] = "text"
            elif _CONTENT.match(text):
                found[cell.column] = "content"
            else:
                return {}
    values = set(found.values())
    return (
        found
        if "owner" in values and values & {"text", "content", "number"}
        else found
        if {"text", "due"} <= values
        else {}
    )


def _of_row(line: Line, table: _Table, owners: Owners, day: str, month_first: bool) -> FoundAction | None:
    cells = list(line.cells)
    said: dict[str, Piece] = {}
    if cells and _ROW_NUMBER.match(cells[0].text) and len(cells) > 1:
        said["number"] = cells.pop(0)
    by_column = {table.columns[cell.column]: cell for cell in cells if cell.column in table.columns}
    if ("text" in by_column or "content" in by_column) and "owner" in by_column:
        said |= {name: cell for name, cell in by_column.items() if name not in said}
    else:
        # The columns of the rows are not those of the headings: who acts is whom a cell names.
        named = [cell for cell in cells if owners.among(_flat(cell))]
        last = named[-1] if named else None
        rest = [cell for cell in cells if cell is not last]
        if last is None or not rest:
            return _without_owner(cells, said, table)
        dated = [cell for cell in rest if _is_due(cell, day, month_first)]
        said |= {"owner": last} | ({"due": dated[-1]} if dated and len(rest) > 1 else {})
        texts = [cell for cell in rest if cell not in dated]
        if texts:
            said["text"] = max(texts, key=lambda cell: len(cell.text))
    text, owner = said.get("text") or said.get("content"), said.get("owner")
    if not text or not owner or _DONE.match(said["status"].text if "status" in said else ""):
        return None
    names = owners.among(_flat(owner))
    if not names and not table.is_list:
        return None
    due = _due_of(said["due"], day, month_first) if "due" in said else ""
    told = text if table.is_list else _what(text, names)
    certainty, reason = Certainty.SURE, ""
    if not table.is_list:
        certainty, reason = (
            Certainty.LIKELY,
            "The column beside it says who acts; what is to be done is taken from the text.",
        )
    if not names:
        certainty, reason = Certainty.LOOK, f"“{owner.text[:60]}” is nobody whom the minutes name."
    number = said["number"].text.strip(" .)") if "number" in said else ""
    found = _action(told, names or (_flat(owner),), number, due, table.is_old, certainty, reason, day, month_first)
    when = said["due"].text if "due" in said and not found.due else ""
    # What is no date, such as the end of the month, is kept in words.
    return found if folded(when) in NOBODY else replace(found, text=f"{found.text} ({when})")


def _without_owner(cells: Sequence[Piece], said: dict[str, Piece], table: _Table) -> FoundAction | None:
    """Read a row of a list of actions that says nobody's name."""
    if not table.is_list or not table.columns or "number" not in said or not cells or len(cells[0].text) < 8:
        return None
    number = said["number"].text.strip(" .)")
    reason = "Nobody is named beside it."
    return FoundAction(
        at=cells[0],
        text=_sentence(_flat(cells[0])),
        number=number,
        outstanding=table.is_old,
        certainty=Certainty.LOOK,
        reason=reason,
    )


def _is_due(cell: Piece, day: str, month_first: bool) -> bool:
    return len(cell.text) < 40 and bool(
        dates_in(cell, after=day, month_first=month_first)
        or re.match(r"(?:asap|next meeting|ongoing|by )", cell.text, re.IGNORECASE)
    )


def _what(text: Piece, names: Sequence[str]) -> Piece:
    """Return the sentence of a passage that says what is to be done: one with a name in it, or the last."""
    sentences = _sentences(text)
    for sentence in reversed(sentences):
        if any(re.search(rf"\b{re.escape(name)}\b", sentence.text) for name in names):
            return sentence
    asked = [
        it for it in sentences if re.search(r"\b(?:to|will|agreed|asked|should|resolved)\b", it.text, re.IGNORECASE)
    ]
    return (asked or sentences or [text])[-1]


def _sentences(text: Piece) -> list[Piece]:
    return text.split(
        re.compile(
            r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|No)\.)(?<!\b(?:Mrs|Rev)\.)(?<!\bCllr\.)\s+(?=[A-Z])|\u2028"
        )
    )


# In the text


def _in_text(
    document: Document, owners: Owners, skipped: frozenset[int], day: str, month_first: bool
) -> Iterator[FoundAction]:
    before: Piece | None = None
    is_list = False
    for line in document.lines:
        if not line.cells:
            continue
        if line.number in skipped or line.is_row:
            before = None
            if not line.is_row or line.number in skipped:
                continue
        for cell in line.cells:
            for piece in cell.paragraphs():
                found = list(_marked(piece, before, owners, day, month_first))
                yield from found
                text = piece.text[unnumbered(piece.text) :]
                if not line.is_row and _HEAD.match(text):
                    is_list = True
                elif is_list and not found and not line.is_row:
                    action = _listed(piece, owners, day, month_first)
                    is_list = action is not None
                    if action:
                        yield action
                before = piece if len(piece.text) > 25 and not found else before


def _marked(piece: Piece, before: Piece | None, owners: Owners, day: str, month_first: bool) -> Iterator[FoundAction]:
    """Give the actions that are marked as such: `Action: AB to write to the council`, `... (Action: AB)`."""
    matches = list(_ACTION.finditer(piece.text))
    ends = [*(match.start() for match in matches[1:]), len(piece.text)]
    for match, end in zip(matches, ends, strict=False):
        told = piece.part(match.end(), end)
        told = (
            replace(told, text=told.text.rstrip(" ])").rstrip())
            if told.text.count(")") > told.text.count("(") or told.text.endswith("]")
            else told
        )
        if not told or _HEAD.match(piece.text):
            continue
        number = match["number"] or ""
        names = owners.among(told.text)
        if names:
            text = piece.part(0, match.start()) if match.start() > 12 else before
            if text is None:
                continue
            sentence = (_sentences(text) or [text])[-1]
            yield _action(
                sentence,
                names,
                number,
                "",
                False,
                Certainty.LIKELY,
                "What is to be done is the sentence before it.",
                day,
                month_first,
            )
            continue
        yield _to_do(told, number, owners, day, month_first)


def _to_do(told: Piece, number: str, owners: Owners, day: str, month_first: bool) -> FoundAction:
    """Read `AB to write to the council by 3 May`, `Write to the council (AB)`, or what is to be done without a name."""
    text = told.text
    if (match := _TO.match(text)) and (names := owners.among(match["who"])):
        return _action(told.part(match.start("what")), names, number, "", False, Certainty.SURE, "", day, month_first)
    if (
        match := re.search(r"\s*[\[(](?P<who>[^()\[\]]{2,60})[\])]\s*\.?$|\s+[–—-]\s+(?P<last>[^–—-]{2,60})$", text)
    ) and (names := owners.among(match["who"] or match["last"] or "")):
        return _action(told.part(0, match.start()), names, number, "", False, Certainty.SURE, "", day, month_first)
    if (match := re.match(r"(?P<who>[^:–—]{2,60}?)\s*[:–—-]\s+", text)) and (names := owners.among(match["who"])):
        return _action(told.part(match.end()), names, number, "", False, Certainty.SURE, "", day, month_first)
    return _action(told, (), number, "", False, Certainty.LOOK, "Nobody is named beside it.", day, month_first)


def _listed(piece: Piece, owners: Owners, day: str, month_first: bool) -> FoundAction | None:
    """Read a line under a heading `Actions`; None where it names nobody who acts."""
    at = unnumbered(piece.text)
    bare = piece.part(at + len(piece.text[at:]) - len(piece.text[at:].lstrip("•*·-–— ")))
    number = piece.text[:at].strip(" .)")
    action = _to_do(bare, number if number.isdigit() else "", owners, day, month_first)
    return action if action.owners else None


# What all have


def _action(
    text: Piece,
    names: Sequence[str],
    number: str,
    due: str,
    is_old: bool,
    certainty: Certainty,
    reason: str,
    day: str,
    month_first: bool,
) -> FoundAction:
    told = _sentence(_flat(text))
    if not due and (match := _BY.search(told)):
        dates = dates_in(Piece(told[match.start() :], 0), after=day, month_first=month_first)
        due = dates[0].value if dates and dates[0].at.start < 30 else ""
    return FoundAction(
        at=text,
        text=told,
        owners=tuple(names),
        due=due,
        number=number,
        outstanding=is_old,
        certainty=certainty,
        reason=reason,
    )


def _sentence(text: str) -> str:
    text = text[unnumbered(text) :].strip(" •*·-–—") if unnumbered(text) < 8 else text
    text = re.sub(r"\s+([.,;])", r"\1", text).rstrip(" .")
    return text[:1].upper() + text[1:]


def _flat(piece: Piece) -> str:
    return (
        " ".join(piece.text.replace("\u2028", " ").split())
        if "\u2028" in piece.text and not re.search(r"[A-Z]{2,4}\u2028", piece.text)
        else piece.text.replace("\u2028", " / ")
    )


def _due_of(cell: Piece, day: str, month_first: bool) -> str:
    dates = dates_in(cell, after=day, month_first=month_first)
    return dates[0].value if dates else ""
