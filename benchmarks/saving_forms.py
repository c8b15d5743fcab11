"""Writes forms, one for each line that it is given, and says how long each took: `word number` becomes milliseconds.

It needs the program alone, in whatever version its path leads to: `benchmarks/saving.py` runs it for two.
"""

import asyncio
import inspect
import json
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

from app.exchange.entries.addresses import Address
from app.record.drafting import apply, known_of
from app.record.drafts import Known
from app.record.forms.asking import About
from app.record.forms.catalogue import form_named, made_of
from app.settings import Settings
from app.store.database import Database
from app.store.opening import open_database

PLACE = "bromley"
CITED = {"source": "+", "source_title": "Minutes of 14 March 2026", "source_where": "item 4"}
Answers = Callable[[int], dict[str, str]]
FORMS: dict[str, tuple[str, Answers]] = {
    "took-a-seat": ("post", lambda n: {"who": f"Person {n}", "since": "2026-03"}),
    "new-seat": ("organization", lambda n: {"role": "member", "label": f"Seat {n}", "who": f"Person {n}"}),
    "renamed": ("organization", lambda n: {"name": f"Body {n}"}),
    "met": ("organization", lambda n: {"date": str(date(2026, 1, 1) + timedelta(days=n)), "guests": f"Person {n}"}),
}


def _about(known: Known, kind: str) -> Address:
    """Choose what a form is about: a seat that somebody has, or the first board."""
    for entry in known.entries.all:
        said = entry.said
        if entry.address.kind == "post" == kind and getattr(said, "holders", None):
            return entry.address
        if entry.address.kind == "organization" == kind and "board" in str(getattr(said, "classification", "")):
            return entry.address
    raise SystemExit(f"nothing in {PLACE} that such a form is about")


async def _written(database: Database, word: str, number: int) -> dict[str, float]:
    kind, answers = FORMS[word]
    known = await known_of(database, PLACE)
    about = About(known, _about(known, kind), {}, sees_all=True)
    form = form_named(word, kind)
    given = {field.name: field.given for field in form.fields(about)}
    made = made_of(form, about, given | answers(number) | CITED | {"source_title": f"Minutes {number}"})
    trips, start = database.round_trips, time.perf_counter()
    done = await apply(database, made.draft, by="Ann", says=made.says, form=word)
    took = (time.perf_counter() - start) * 1000
    if not done.number:
        raise SystemExit(f"{word} {number} was not written: {done.problems} {done.conflicts}")
    return {"ms": took, "trips": database.round_trips - trips}


async def main() -> None:
    """Write a form for each line, until there are no more."""
    async with open_database(Settings()) as database:
        print(json.dumps({"program": inspect.getsourcefile(apply)}), flush=True)
        while line := await asyncio.to_thread(sys.stdin.readline):
            word, number = line.split()
            print(json.dumps(await _written(database, word, int(number))), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
