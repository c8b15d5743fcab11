"""Rows that say more seats of a body than are recorded: none is added before somebody says that the sheet is right."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.english import agree, capitalized, counted, listed
from app.domain.vocabulary import TenureCapacity, YesNoNotRecorded
from app.exchange import place_format as form
from app.exchange.sheets.asking import SAY_WHICH
from app.exchange.sheets.draft import Draft
from app.exchange.sheets.said_holders import SaidHolder, SaidSeat
from app.exchange.sheets.same_seats import id_of


def apart(draft: Draft, seats: Sequence[SaidSeat], there: Mapping[int, form.Post]) -> list[SaidSeat]:
    """Divide rows that name the holders of several recorded seats; what is more than is recorded is asked about."""
    held: dict[str, set[int]] = {}
    for at, post in there.items():
        for tenure in post.holders:
            if not tenure.until and tenure.capacity is not TenureCapacity.DEPUTY:
                held.setdefault(id_of(tenure), set()).add(at)
    if not held:  # then no row names two of them
        return list(seats)
    has_an_empty_one = any(post.vacant is YesNoNotRecorded.YES for post in there.values())
    divided, found = set[int](), list[SaidSeat]()
    for seat in seats:
        own = set[int]().union(*(held.get(holder.who.id, set()) for holder in seat.holders))
        if len(own) < 2 or len(seat.holders) < 2:
            is_left = seat.record.number in divided and not has_an_empty_one
            found += [] if is_left and not _is_more(draft, seat, "an empty seat") else [seat]
            continue
        divided.add(seat.record.number)
        for holder in seat.holders:
            if holder.who.id in held or _is_more(draft, seat, f"a seat of {draft.name_of(holder.who.id)}"):
                found.append(replace(seat, holders=[holder], deputies=[], number=None))
        found[-1].deputies = seat.deputies
    return found


def _is_more(draft: Draft, seat: SaidSeat, what: str) -> bool:
    """Tell whether a row adds a seat to those recorded, which it does only where somebody said so."""
    if not draft.beside.replace and not draft.beside.keep:
        told = f"{draft.name_of(seat.board)} is recorded with its seats, and without {what}: {SAY_WHICH}"
        draft.refuse(seat.spot("holder"), told, "")
    return draft.beside.replace


def number_said(draft: Draft, before: form.Post, seat: SaidSeat, name: str) -> int | None:
    """Return how many seats a row is for; another number than is recorded is only taken where somebody said so."""
    beside = draft.beside
    if not seat.number or seat.number == before.number or not seat.record.text("number"):
        return seat.number
    if not beside.keep and not beside.replace:
        told = f"{name} is recorded as {counted(before.number, 'seat')}, not {seat.number}: {SAY_WHICH}"
        draft.refuse(seat.spot("number"), told, "")
    return seat.number if beside.replace else None


def named_in(seat: SaidSeat, recorded: Sequence[form.Holder]) -> list[SaidHolder]:
    """Return whom a row says to hold a seat: the body beside an empty cell for names takes nobody's."""
    return [] if _has_no_name(seat) and any(it.person for it in recorded if _is_there(it)) else seat.holders


def note_no_names(draft: Draft, seats: Sequence[SaidSeat], recorded: Sequence[form.Holder]) -> None:
    """Say that a cell without a name ends nobody's time in a seat."""
    still = [id_of(it) for it in recorded if _is_there(it)]
    still = [id_ for id_ in still if all(it.who.id != id_ for seat in seats for it in seat.holders)]
    for seat in seats if still else ():
        if _has_no_name(seat) and not seat.vacancy:
            names, stays = listed([draft.name_of(id_) for id_ in still]), agree(len(still), "stays", "stay")
            told = f"no name stands here, so {names} {stays} in the seat; write Vacant where it is empty"
            draft.notes.append(f"{capitalized(str(seat.spot('holder')))}: {told}.")


def _has_no_name(seat: SaidSeat) -> bool:
    return "holder" in seat.record.at.headings.columns and not seat.record.text("holder")


def _is_there(holder: form.Holder) -> bool:
    return not holder.until and holder.capacity is not TenureCapacity.DEPUTY
