"""The fields of a form in the order in which it asks them, those folded away together that most need none of."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.record.forms.asking import OTHER, Field, Shape


@dataclass(frozen=True, slots=True)
class Fold:
    """Fields that stand together."""

    heading: str
    """Under which they are folded away; empty where they always are to be seen."""
    fields: tuple[Field, ...]
    is_open: bool
    choice: str
    """The field before them, which says whether they are needed; empty where none does."""

    @property
    def order(self) -> str:
        """Of numbers that put things in an order, which order that is."""
        return self.fields[0].row if self.fields[0].shape is Shape.ORDER else ""

    @property
    def rows(self) -> list[tuple[str, list[Field]]]:
        """The rows of a table of cells, each with what it is about; nothing where they stand in none."""
        cells = [field for field in self.fields if field.shape is Shape.CELL]
        return [(row, list(every)) for row, every in groupby(cells, key=lambda field: field.row)]


def folds_of(fields: Sequence[Field], given: Mapping[str, str], wrong: Collection[str]) -> Iterator[Fold]:
    """Group fields that stand together; a fold is open where something of it is answered, wrong or needed."""
    choice = ""
    for (heading, *_), every in groupby(fields, key=_stands_in):
        group = tuple(every)
        is_open = any(it.name in wrong or given.get(it.name, it.given) not in {"", it.given} for it in group)
        yield Fold(heading, group, is_open or given.get(choice) == OTHER, choice)
        choice = group[-1].name


def _stands_in(field: Field) -> tuple[str, bool, str]:
    """Return what a field has in common with the neighbours that it stands together with."""
    return field.within, field.shape is Shape.CELL, field.row if field.shape is Shape.ORDER else ""
