"""What somebody typed into a form: which fields are answers, of which form, and how it is kept once they signed in."""

from collections.abc import Mapping

import orjson

from app.accounts import kept_forms, sessions
from app.errors import UnknownId
from app.reading.explorer import Explorer
from app.record.forms.bodies import START
from app.record.forms.catalogue import address_in, form_named

OWN = frozenset({"form_token", "step", "draft", "was", "says", "seal", "doubted"})
"""Fields of a page that are no answers."""
AT_THE_END = frozenset({"why", "word", "about"})
"""Those of the page that saves."""
SAVE = "/edit/save"


def action_of(path: str, fields: Mapping[str, str]) -> str:
    """Return the address of the form that was sent, which the page that saves names by its word."""
    if path != SAVE:
        return path
    word = fields.get("word", "")
    return "/edit/start" if word == START.word else f"/edit/{word}/{fields.get('about', '')}"


def answers_in(fields: Mapping[str, str], *, at_the_end: bool = False) -> dict[str, str]:
    """Return what of the fields that were sent answers the form."""
    beside = OWN | AT_THE_END if at_the_end else OWN
    return {name: value for name, value in fields.items() if name not in beside}


def typed_in(fields: Mapping[str, str]) -> str:
    """Write down what was typed, to be taken along."""
    at_the_end = "draft" in fields
    return orjson.dumps(answers_in(fields, at_the_end=at_the_end) | {"was": fields.get("was", "")}).decode()


async def keep_typed(explorer: Explorer, secret: str, action: str, typed: str) -> None:
    """Keep what was typed before signing in, for whose session it is; nothing where it is of no form."""
    found = await sessions.whose(explorer.database, secret)
    try:
        said = orjson.loads(typed)
        answers = {str(name)[:200]: value for name, value in said.items() if isinstance(value, str)}
        word, _, about = action.removeprefix("/edit/").partition("/")
        form = START if word == START.word else form_named(word, address_in(about).kind)
    except (orjson.JSONDecodeError, AttributeError, UnknownId):
        return
    if found:
        was = answers.pop("was", "")
        about = about.partition("/")[2]
        await kept_forms.keep(explorer.database, found[0], action, answers, title=form.title, about=about, was=was)
