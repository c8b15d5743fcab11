"""A form about a report: the holder of a seat told those whom the seat speaks for what happened at a meeting."""

from app.domain.dates import spoken, when
from app.domain.english import capitalized
from app.exchange import place_format as form
from app.exchange.entries.addresses import Address
from app.record.drafts import Drafting, plain
from app.record.forms.asking import About, Answers, Choice, Field, Form, Shape, listed_in
from app.record.forms.seats import WHEN
from app.record.forms.sources import also_citing, cited

MOST_MEETINGS = 100
"""Meetings to choose from, the newest."""


def _meetings(about: About) -> dict[str, form.Meeting]:
    """Return the meetings of the body that a seat is on, the newest first, by their ids."""
    on = getattr(about.entry, "on", None)
    place = about.known.place
    found = {
        entry.address.id: entry.said
        for entry in about.seen("meeting")
        if isinstance(entry.said, form.Meeting)
        and on in (entry.said.organization, f"{place}/{entry.said.organization}")
    }
    newest = sorted(found.items(), key=lambda it: str(it[1].date), reverse=True)
    return dict(newest[:MOST_MEETINGS])


def _fields(about: About) -> list[Field]:
    choices = tuple(
        Choice(id_, f"{said.label + ', ' if said.label else ''}{spoken(str(said.date))}")
        for id_, said in _meetings(about).items()
    )
    return [
        Field(
            "meeting",
            "After which meeting?",
            "" if choices else "No meeting of its body is recorded yet: record that first.",
            Shape.ONE_OF,
            (Choice("", "Choose a meeting"), *choices),
            choices[0].value if len(choices) == 1 else "",
            optional=False,
        ),
        Field("date", "When was it reported?", WHEN, Shape.DATE),
        Field("link", "Where can the report be read?", "An address on the web, if there is one."),
    ]


def _reported(about: About, answers: Answers, drafting: Drafting) -> str:
    cites, seat = cited(about, answers, drafting), about.address.id.partition("/")[2]
    chosen = answers.text("meeting", "Choose after which meeting it was.")
    date, link = answers.date("date"), answers.text("link")
    meeting = _meetings(about).get(chosen)
    if meeting is None:
        if chosen:
            answers.wrong("meeting", "Choose a meeting of the body that the seat is on.")
        return ""
    address = Address("meeting", chosen)
    said = drafting.now(address)
    reports = listed_in(said, "reports")
    if any(it.get("post") in (seat, about.address.id) for it in reports):
        answers.wrong("meeting", "It is recorded already that a report was made after this meeting.")
    optional = {"date": date, "link": link}
    reports.append({"post": seat} | {name: value for name, value in optional.items() if value})
    for path in optional:
        answers.spot(chosen, f"reports[{len(reports)}].{path}", path)
    drafting.change(address, also_citing(said, cites) | {"reports": reports})
    when_met = spoken(str(meeting.date))
    told = f"whoever has the seat {about.seat(plain(about.entry))} reported on the meeting of {when_met}"
    return capitalized(f"{told}{', ' + when(date) if date else ''}.")


REPORT_FORMS = (Form("reported", "A report was made", frozenset({"post"}), _fields, _reported),)
