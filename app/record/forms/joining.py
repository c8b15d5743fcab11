"""A form about a line: a body reports to another, belongs to it, feeds into it."""

from app.domain.dates import spoken
from app.domain.english import ordinary
from app.domain.vocabulary import LineType
from app.exchange.place_format import Line
from app.record.drafts import Drafting, Said
from app.record.forms.asking import About, Answers, Field, Form, Shape, words_of
from app.record.forms.people import body_named
from app.record.forms.seats import WHEN, sorted_names
from app.record.forms.sources import cited


def _fields(about: About) -> list[Field]:
    return [
        Field(
            "type",
            "How are they joined?",
            "",
            Shape.ONE_OF,
            words_of(LineType, without=[LineType.SUCCEEDED_BY.value]),
            LineType.REPORTS_TO.value,
        ),
        Field(
            "to",
            "With which other body?",
            "One that is not recorded yet is added.",
            Shape.NAME,
            names=sorted_names({id_: name for id_, name in about.bodies.items() if id_ != _own(about)}),
            optional=False,
        ),
        Field("since", "Since when?", WHEN, Shape.DATE),
    ]


def _own(about: About) -> str:
    return about.address.id.partition("/")[2]


def _join(about: About, answers: Answers, drafting: Drafting) -> str:
    cites, own = cited(about, answers, drafting), _own(about)
    type_, since = answers.word("type", LineType, LineType.REPORTS_TO.value), answers.date("since")
    named = answers.text("to", "Say which other body.")
    to = body_named(about, answers, drafting, "to", named, cites)
    if to == own:
        answers.wrong("to", "A body is not joined with itself: name another.")
    if any(_is_that(entry.said, own, type_, to) for entry in about.seen("line")):
        answers.wrong("to", f"It is recorded already that {about.name(own)} {ordinary(type_)} {named}.")
    said: Said = {"from": own, "type": type_, "to": to, "cites": cites}
    id_ = drafting.add("line", said | ({"since": since} if since else {}))
    for path, field in (("to", "to"), ("type", "type"), ("since", "since")):
        answers.spot(id_, path, field)
    return f"{about.name(own)} {ordinary(type_)} {named}{' since ' + spoken(since) if since else ''}."


def _is_that(said: object, own: str, type_: str, to: str) -> bool:
    return isinstance(said, Line) and (said.from_, said.type, said.to) == (own, type_, to) and not said.until


JOINING_FORMS = (
    Form("joined", "It reports to, or belongs to, another body", frozenset({"organization"}), _fields, _join),
)
