"""The seats of a sheet beside those that are recorded: which is which, what changes, who is no longer there."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from app.domain.dates import spoken
from app.domain.english import capitalized, listed
from app.domain.folding import folded
from app.domain.vocabulary import Basis, HeldAs, TenureCapacity, YesNoNotRecorded
from app.exchange import place_format as form
from app.exchange.derived_ids import entry_name, link_name, post_name, whole_id
from app.exchange.rows import slug
from app.exchange.sheets.asking import SAY_WHAT_BECAME
from app.exchange.sheets.cells import Spot
from app.exchange.sheets.draft import Draft, made
from app.exchange.sheets.more_seats import apart, named_in, note_no_names, number_said
from app.exchange.sheets.said_holders import SaidHolder, SaidSeat
from app.exchange.sheets.same_seats import id_of, seats_found
from app.exchange.sheets.tables import RowAt
from app.exchange.yaml_places import Path_

_COLUMNS = {
    "label": "seat",
    "role": "seat",
    "onBehalfOf": "groups",
    "appointedBy": "chosen",
    "vacantSince": "holder",
    "note": "note",
    "number": "number",
    "termYears": "term",
    "filledByHolderOf": "holder",
}
_DATES = {"since": "since", "until": "until", "termEnds": "term_ends"}
"""Which column says each part of a seat, and of somebody's time in it."""


class SeatWriter:
    """Lays the seats of a sheet over the recorded ones of a draft."""

    def __init__(self, draft: Draft) -> None:
        """Remember which seats there were before."""
        self.draft = draft
        self.posts = draft.sections["posts"]
        self.recorded: dict[str, list[int]] = {}
        for at, post in enumerate(self.posts):
            self.recorded.setdefault(post.on, []).append(at)
        self.unchanged: list[str] = []
        """The seats of which the sheet says nothing else than is recorded, by name."""
        self.works_for = {
            person.id: {work.organization for work in person.worksFor} for person in draft.recorded.section("people")
        }
        self.added: list[str] = []
        """New ones, each with who is in it."""

    def write(self, seats: list[SaidSeat]) -> None:
        """Put all of them into the draft, board by board, and let go of what is put there."""
        by_board: dict[str, list[SaidSeat]] = {}
        for seat in seats:
            by_board.setdefault(seat.board, []).append(seat)
        seats.clear()
        for board in list(by_board):
            self._board(board, by_board.pop(board))

    def _board(self, board: str, seats: list[SaidSeat]) -> None:
        there = {at: self.posts[at] for at in self.recorded.get(board, ()) if not self.posts[at].until}
        found = seats_found(apart(self.draft, seats, there), there, self.works_for)
        for rows in found.in_order:
            told = listed(list(dict.fromkeys(f"row {seat.record.number}" for seat in rows)))
            self.draft.notes.append(
                f"{capitalized(told)} have the same name and are for the same: each is taken for the recorded seat of"
                " that name in the same order. Say whom each is for, or who deputizes, to tell them apart."
            )
        for at, rows in found.rows.items():
            self._merge(at, rows)
        for number, seat in enumerate(found.new):
            if number in found.unclear and not self.draft.beside.keep:
                self._ask_which(seat, found.unclear[number])
            else:
                self._add(seat)
        if unsaid := [at for at in found.free if at not in found.rows]:
            named = ", ".join(self.said_of(there[at]) for at in unsaid[:10])
            more = f" and {len(unsaid) - 10} more" if len(unsaid) > 10 else ""
            self.draft.notes.append(f"Recorded and not in the sheet, and left as they are: {named}{more}.")

    def _ask_which(self, seat: SaidSeat, maybe: Sequence[int]) -> None:
        """Refuse a row that may be one of several seats: to guess would move what is recorded of one to another."""
        named = listed([self.told_of(self.posts[at]) for at in maybe[:5]], "or")
        more = f", or one of {len(maybe) - 5} more" if len(maybe) > 5 else ""
        self.draft.refuse(
            seat.record.cell("holder"),
            f"expected what tells which recorded seat this row is: {named}{more}. Have a row for each, or say"
            " whom each is for, or who deputizes",
        )

    def said_of(self, post: form.Post) -> str:
        """Name a seat as people do: its board, then its label or role, and whom it is for."""
        groups = [self.draft.name_of(link.organization) for link in post.onBehalfOf if not link.until]
        whom = f" for {listed(groups)}" if groups else ""
        return f"{self.draft.name_of(post.on)}, {post.label or post.role.value.replace('_', ' ')}{whom}"

    def told_of(self, post: form.Post) -> str:
        """Name a seat with who is in it."""
        who = [self.draft.name_of(id_of(holder)) for holder in post.holders if holder.capacity != "deputy"]
        there = ", ".join(who) or ("vacant" if post.vacant is YesNoNotRecorded.YES else "no holder recorded")
        return f"{self.said_of(post)}: {there}"

    def _add(self, seat: SaidSeat) -> None:
        place = self.draft.place
        hidden = self.draft.hidden
        telling = bool(hidden) and any(group in hidden for group in [seat.board, *seat.groups])
        groups = [] if telling else [whole_id(group, place) for group in seat.groups]
        usual = post_name(place, whole_id(seat.board, place), seat.role.value, groups)
        taken = telling or self.draft.known.is_taken(usual)
        own = None
        if taken:
            board = slug(whole_id(seat.board, place), place)
            said = slug(seat.label or "")[:60].strip("-")
            own = self.draft.known.unused(f"{board}--{said}" if said and not telling else usual)
        else:
            self.draft.known.unused(usual)
        vacancy = seat.vacancy
        post = made(
            form.Post,
            id=own,
            on=seat.board,
            role=seat.role,
            label=seat.label,
            basis=seat.basis,
            voting=seat.voting,
            number=seat.number or 1,
            termYears=seat.term_years,
            filledByHolderOf=made(form.Filling, post=seat.filled_by) if seat.filled_by else None,
            onBehalfOf=[made(form.OrganizationLink, organization=group) for group in seat.groups],
            appointedBy=[made(form.Appointer, organization=body, as_=say) for body, say in seat.choosers],
            holders=[_tenure(holder) for holder in [*seat.holders, *seat.deputies]],
            heldAs=HeldAs.JOINTLY if seat.jointly else None,
            vacant=YesNoNotRecorded.YES if vacancy else YesNoNotRecorded.NOT_RECORDED,
            vacantSince=(vacancy.since or None) if vacancy else None,
            note=seat.whole_note,
            cites=seat.citing(),
        )
        at = self.draft.add("posts", post, seat.record.where)
        self.added.append(self.told_of(post))
        spots = tuple(holder.spot for holder in [*seat.holders, *seat.deputies])
        self.draft.spots.work_out(("posts", at), partial(_spot_in_row, seat.record.at, spots))

    def _note_spots(self, at: int, seats: Sequence[SaidSeat], holders: Sequence[form.Holder]) -> None:
        """Remember which cell says each part of a seat."""
        self.draft.spots.setdefault(("posts", at), seats[0].record.where)
        self.draft.spots.work_out(("posts", at), partial(_spot_within, tuple(seats), holders))

    def _merge(self, at: int, seats: list[SaidSeat]) -> None:
        before: form.Post = self.posts[at]
        seat, changed = seats[0], dict[str, Any]()
        for name, value, nothing in (
            ("basis", seat.basis, Basis.NOT_RECORDED),
            ("voting", seat.voting, YesNoNotRecorded.NOT_RECORDED),
            ("number", number_said(self.draft, before, seat, self.said_of(before)), None),
            ("note", seat.whole_note, None),
            ("termYears", seat.term_years, None),
        ):
            if value != nothing and value != getattr(before, name):
                changed[name] = value
        if seat.record.cell("seat"):
            if seat.role is not before.role:
                changed["role"] = seat.role
            if folded(seat.label or "") != folded(before.label or "") and seat.label:
                changed["label"] = seat.label
        changed |= self._links(before, seats)
        holders = self._holders(before, seats)
        if holders != before.holders:
            changed["holders"] = holders
        changed |= self._vacancy(before, seats)
        if any(one.jointly for one in seats) and before.heldAs is None:
            changed["heldAs"] = HeldAs.JOINTLY
        post = before.model_copy(update=changed)
        cites = [cite for one in seats for cite in one.own_cites()]
        if changed.keys() - {"holders", "onBehalfOf", "appointedBy"}:
            cites += seat.citing()
        sources = {cite.source for cite in before.cites}
        new = {cite.source: cite for cite in cites if cite.source not in sources}
        if new:
            post = post.model_copy(update={"cites": [*before.cites, *new.values()]})
        id_ = entry_name(before, self.draft.place)
        if entry_name(post, self.draft.place) != id_:
            post = post.model_copy(update={"id": id_})
        if post == before:
            self.unchanged.append(self.said_of(before))
        self.draft.put("posts", at, post, seat.record.where)
        self._note_spots(at, seats, holders)

    def _links(self, before: form.Post, seats: Sequence[SaidSeat]) -> dict[str, Any]:
        """Return the groups that a seat is for and who chooses its holder, where a sheet says more or others."""
        found: dict[str, Any] = {}
        seat = seats[0]
        said = {"onBehalfOf": dict.fromkeys(seat.groups), "appointedBy": dict(seat.choosers)}
        for name, column in (("onBehalfOf", "groups"), ("appointedBy", "chosen")):
            links, wanted = list(getattr(before, name)), dict(said[name])
            if not wanted:
                continue
            now = {link.organization for link in links if not link.until}
            others = [link for link in links if not link.until and link.organization not in wanted]
            if others and now & wanted.keys():
                # Some of what is recorded, and nothing against the rest.
                rest = ", ".join(self.draft.name_of(link.organization) for link in others)
                self.draft.notes.append(f"{capitalized(str(seat.spot(column)))}: {rest} is recorded too, and left.")
            else:
                links = self._without(links, others, seat.spot(column), None, "is recorded here")
            new = [body for body in wanted if body not in now]
            cites = seat.citing() if new else []
            for body in new:
                fields: dict[str, Any] = {"organization": body, "cites": cites}
                if name == "appointedBy":
                    fields["as_"] = wanted[body]
                links.append(made(form.Appointer if name == "appointedBy" else form.OrganizationLink, **fields))
            for number, link in enumerate(links):
                say = wanted.get(link.organization)
                if say and name == "appointedBy" and link.as_ is None and not link.until:
                    links[number] = link.model_copy(update={"as_": say})
            if links != list(getattr(before, name)):
                found[name] = links
        return found

    def _holders(self, before: form.Post, seats: Sequence[SaidSeat]) -> list[form.Holder]:
        holders = list(before.holders)
        full = len(seats) >= max(before.number, before.numberMax or 0)
        main = [holder for seat in seats for holder in named_in(seat, holders)]
        deputies = [holder for seat in seats for holder in seat.deputies]
        empty = next((seat.vacancy for seat in seats if seat.vacancy), None)
        if main or empty:
            holders = self._of_a_kind(
                before,
                holders,
                main,
                seats[0].spot("holder"),
                deputies=False,
                complete=full,
                empty=empty.since if empty else None,
            )
        note_no_names(self.draft, seats, holders)
        emptied = not deputies and "deputy" in seats[0].record.at.headings.columns and full
        if deputies or emptied:
            spot = seats[0].spot("deputy")
            holders = self._of_a_kind(before, holders, deputies, spot, deputies=True, complete=full)
        cites = None
        for holder in [*main, *deputies]:
            at = _now(holders, holder)
            if at is None:
                cites = cites or next(seat for seat in seats if holder in [*seat.holders, *seat.deputies]).citing()
                tenure = _tenure(holder).model_copy(update={"cites": cites})
                if any(id_of(other) == holder.who.id for other in holders):
                    tenure = tenure.model_copy(update={"id": self._second(before, holder)})
                holders.append(tenure)
            else:
                fresh = _tenure(holder)
                told = {name: getattr(fresh, name) for name in ("since", "until", "termEnds", "note")}
                new = {name: value for name, value in told.items() if _says_more(value, getattr(holders[at], name))}
                holders[at] = holders[at].model_copy(update=new)
        return holders

    def _second(self, post: form.Post, holder: SaidHolder) -> str:
        """Make an id for a further time that somebody holds a seat."""
        place = self.draft.place
        ends = whole_id(holder.who.id, place), whole_id(entry_name(post, place), place)
        return self.draft.known.unused(f"{link_name('HOLDS', *ends, place)[:180].strip('-')}-again")

    def _of_a_kind(
        self,
        before: form.Post,
        holders: list[form.Holder],
        said: Sequence[SaidHolder],
        spot: Spot,
        *,
        deputies: bool,
        complete: bool,
        empty: str | None = None,
    ) -> list[form.Holder]:
        """Let go of those who hold a seat, or deputize in it, and whom the sheet does not name."""
        named = {holder.who.id for holder in said}
        others = [
            holder
            for holder in holders
            if (holder.capacity is TenureCapacity.DEPUTY) == deputies
            and not holder.until
            and id_of(holder) not in named
        ]
        if not complete or not others:
            return holders
        new = [holder for holder in said if _now(holders, holder) is None]
        starts = [holder.since for holder in new]
        start = min(filter(None, starts)) if new and all(starts) else empty
        if start and new and not self.draft.beside.keep:
            gone = listed([self.draft.name_of(id_of(holder)) for holder in others])
            self.draft.notes.append(
                f"{capitalized(str(spot))}: {gone} is taken to have left when"
                f" {listed([it.who.name for it in new])} came, {spoken(_day_before(start))}; no column says when."
            )
        what = "deputizes in this seat" if deputies else "holds this seat"
        return self._without(holders, others, spot, _day_before(start) if start else None, f"{what} in the record")

    def _without(self, links: list[Any], others: Sequence[Any], spot: Spot, end: str | None, what: str) -> list[Any]:
        """End or remove what a sheet no longer has, as was asked; nothing goes that nobody said is over."""
        beside = self.draft.beside
        if not others or beside.keep:
            return links
        end = end or beside.end or None
        if end:
            return [link.model_copy(update={"until": end}) if link in others else link for link in links]
        if beside.replace:
            return [link for link in links if link not in others]
        named = ", ".join(self.draft.name_of(id_of(link)) for link in others)
        self.draft.refuse(spot, f"{named} {what}, and the sheet says otherwise: {SAY_WHAT_BECAME}", "")
        return links

    def _vacancy(self, before: form.Post, seats: Sequence[SaidSeat]) -> dict[str, Any]:
        vacancy = next((seat.vacancy for seat in seats if seat.vacancy), None)
        if vacancy and not any(seat.holders for seat in seats):
            said = {"vacant": YesNoNotRecorded.YES, "vacantSince": before.vacantSince}
            if _says_more(vacancy.since, before.vacantSince):
                said["vacantSince"] = vacancy.since
            if vacancy.word and before.note is None:
                said["note"] = vacancy.word
            return {name: value for name, value in said.items() if value != getattr(before, name)}
        starts = [holder.since for seat in seats for holder in seat.holders]
        was_empty = before.vacant is YesNoNotRecorded.YES or before.vacantSince
        if (
            starts
            and was_empty
            and not (before.vacantSince and all(start and start >= before.vacantSince for start in starts))
        ):
            # A holder of unknown start does not end a vacancy, so that goes.
            gone = {"vacant": YesNoNotRecorded.NOT_RECORDED, "vacantSince": None}
            return {name: value for name, value in gone.items() if value != getattr(before, name)}
        return {}


def _spot_in_row(at: RowAt, holders: Sequence[Spot], path: Path_) -> Spot | None:
    """Return the cell that says a part of a new seat, of the row that it is made of; without that row, which may go."""
    if path[0] in _COLUMNS:
        return at.spot(_COLUMNS[str(path[0])])
    if path[0] != "holders" or len(path) < 2:
        return None
    column = _DATES.get(str(path[2])) if len(path) > 2 else None
    return at.spot(column) if column else holders[int(path[1])]


def _spot_within(seats: Sequence[SaidSeat], holders: Sequence[form.Holder], path: Path_) -> Spot | None:
    """Return the cell that says a part of a seat, of the rows that are about it."""
    if path[0] in _COLUMNS:
        return seats[0].spot(_COLUMNS[str(path[0])])
    if path[0] != "holders" or len(path) < 2:
        return None
    id_ = id_of(holders[int(path[1])])
    said = {holder.who.id: (row, holder) for row in seats for holder in [*row.holders, *row.deputies]}
    if id_ not in said:
        return None
    row, holder = said[id_]
    column = _DATES.get(str(path[2])) if len(path) > 2 else None
    return row.spot(column) if column else holder.spot


def _tenure(holder: SaidHolder) -> Any:
    who = {"person" if holder.who.label == "Person" else "organization": holder.who.id}
    return made(
        form.Holder,
        since=holder.since,
        until=holder.until,
        termEnds=holder.term_ends,
        capacity=holder.capacity,
        note=holder.note,
        **who,
    )


def _now(holders: Iterable[form.Holder], said: SaidHolder) -> int | None:
    """Return the number of the time in which somebody holds a seat now, or did until when the sheet says; or None."""
    deputy = said.capacity is TenureCapacity.DEPUTY
    for at, holder in enumerate(holders):
        same = id_of(holder) == said.who.id and (holder.capacity is TenureCapacity.DEPUTY) == deputy
        if same and (not holder.until or holder.until == said.until):
            return at
    return None


def _says_more(said: str | None, recorded: str | None) -> bool:
    """Tell whether a sheet says something else than is recorded: 2009 is no other date than 14 March 2009."""
    return bool(said) and said != recorded and not (recorded or "").startswith(f"{said}-")


def _day_before(start: str) -> str:
    """Return when whoever was there before left: the day before, or the same month or year where no day is known."""
    if start.count("-") < 2:
        return start
    return (date.fromisoformat(start) - timedelta(days=1)).isoformat()
