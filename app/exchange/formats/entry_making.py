"""What readers of other makers' files have in common: entries checked as they are made, each citing where it stands."""

from typing import Any, TypeVar

from pydantic import ValidationError

from app.domain.visible import visible
from app.exchange import place_format as form
from app.exchange.fields import FileModel
from app.exchange.formats.entries_read import EntriesRead
from app.exchange.formats.popolo_values import stated
from app.exchange.problems import shortened, shown
from app.exchange.rows import slug
from app.exchange.sheets.people import said_name

Model = TypeVar("Model", bound=FileModel)


class EntryMaking:
    """Makes the entries of one file; what is wrong is told at `spot`, where it stands in the file."""

    def __init__(self, into: EntriesRead, kind: str, title: str) -> None:
        """Begin; `kind` and the file's title make the id of the source that every entry cites."""
        self.into, self.spot = into, ""
        self.source = form.Source(id=f"{kind}-{slug(title)}"[:150].strip("-"), title=visible(title)[:300])
        self.people: dict[str, form.Person] = {}

    def made(self, model: type[Model], **said: Any) -> Model | None:
        """Make an entry; whatever the data format refuses is a problem at its property."""
        try:
            return model.model_validate(stated(said) | {"cites": [{"source": self.source.id, "locator": self.spot}]})
        except ValidationError as error:
            for each in error.errors(include_url=False):
                where = ".".join(map(str, each["loc"]))
                self.into.problems.append(f"{self.spot}: {where}: {shortened(each['msg'], 200)}.")
            return None

    def refuse(self, name: str, found: str, expected: str) -> None:
        """Tell that a property or a column says what cannot be read, and what would be right."""
        said = f" found {shown(found)};" if found else ""
        self.into.problems.append(f"{self.spot}: {name}:{said} {expected}.")

    def person(self, text: str, id_: str = "") -> str | None:
        """Add whom a name means, titles and honours apart, and return the id; None where it can be nobody's name."""
        said = said_name(text)
        id_ = id_ or id_of(said.name, "person")
        titles = {"honorificPrefix": said.prefix or None, "honorificSuffix": said.suffix or None}
        person = self.made(form.Person, id=id_, name=said.name, **stated(titles))
        if person:
            self.people.setdefault(id_, person)
        return id_ if person else None

    def finish(self, place: str, **found: Any) -> None:
        """Put the entries into what was read."""
        people = list(self.people.values())
        # Each is checked already.
        whole: dict[str, Any] = {"place": place, "people": people, "sources": [self.source], **found}
        self.into.file = form.PlaceFile.model_construct(**whole)


def id_of(name: str, otherwise: str) -> str:
    """Return an id made of a name, or another word where no letter of it can be in one."""
    return slug(name)[:150].strip("-") or otherwise
