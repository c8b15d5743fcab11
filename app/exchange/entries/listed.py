"""The entries of a place, in the order of its file, each with what it is known by."""

from dataclasses import dataclass
from typing import Any

from app.exchange import place_format as form
from app.exchange.entries.addresses import KINDS, Address, Entry, address_in
from app.exchange.fields import FileModel


@dataclass(frozen=True, slots=True)
class Entries:
    """All entries of one place, or of what belongs to none, in the order of their facts, section by section."""

    place: str
    all: tuple[Entry, ...]

    def section(self, name: str) -> list[Any]:
        """Return what the entries of a file's section say."""
        kinds = {kind.name for kind in KINDS if kind.section == name}
        return [entry.said for entry in self.all if entry.address.kind in kinds]

    def by_address(self) -> dict[Address, FileModel]:
        """Return what each entry says by what it is known by: what is compared to tell what changed."""
        return {entry.address: entry.said for entry in self.all}

    @property
    def file(self) -> form.PlaceFile:
        """The place's whole file."""
        said: dict[str, Any] = {name: self.section(name) for name in form.PlaceFile.model_fields if name != "place"}
        # Each is checked already.
        return form.PlaceFile.model_construct(**(said | {"place": self.place}))

    @property
    def sources_file(self) -> form.SourcesFile:
        """The shared sources among them, as sources.yaml has them."""
        return form.SourcesFile.model_construct(sources=self.section("sources"))

    @property
    def areas_file(self) -> form.AreasFile:
        """The areas among them, as areas.yaml has them."""
        return form.AreasFile.model_construct(areas=self.section("areas"))


def entries_in(file: form.PlaceFile | form.SourcesFile | form.AreasFile) -> Entries:
    """Return the entries of a file, as it spells them: before anything is checked or looked up."""
    place = file.place if isinstance(file, form.PlaceFile) else ""
    sections = [getattr(file, kind.section, ()) for kind in KINDS]
    return Entries(place, tuple(Entry(address_in(said, place), said) for section in sections for said in section))
