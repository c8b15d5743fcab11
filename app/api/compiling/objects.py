"""Objects of the answer, each made of a row by one function that is written for its selection.

The functions are generated, since a list may have thousands of objects: unpacking a row and writing a dictionary in
one expression takes a third of the time that a loop over closures takes. Their text has only names made here; keys
of the answer and everything else stand in the names' values.
"""

from collections.abc import Callable, Sequence
from typing import Any

from app.api.compiling.run import Make, Run, Unfit
from app.store.columns import Row, parse_columns, row_maker
from app.store.fragments import fragment_named
from app.store.statements import Reading, Way, columns_named


class Thing:
    """One sort of thing in a selection: what is read of it, in which order, and how its object is made of that."""

    def __init__(self, columns_of: str, day: int, record: Callable[[Row], Any] | None = None) -> None:
        """Begin with nothing selected."""
        self.columns_of, self.day = columns_of, day
        self._record = record
        self._items: list[str | Way] = []
        self._at: dict[object, int] = {}
        self._values: dict[str, object] = {"Unfit": Unfit}
        self._checks: list[str] = []
        self._shared: dict[object, str] = {}
        self._steps: list[str] = []
        self._fields: list[str] = []

    @property
    def reading(self) -> Reading:
        """What is read of each."""
        return Reading(self.columns_of, tuple(self._items), self.day)

    def has(self, column: str) -> bool:
        """Tell whether there is a column of a name."""
        return column in columns_named(self.columns_of)

    def at(self, item: str | Way) -> int:
        """Have a column or a way read, and return where in the row it stands."""
        if item not in self._at:
            self._at[item] = len(self._items)
            self._items.append(item)
        return self._at[item]

    def record(self) -> str:
        """Have all columns read, and return the name of the record that they make."""
        names = columns_named(self.columns_of)
        at = [self.at(name) for name in names]
        make, read = row_maker(parse_columns(fragment_named(self.columns_of).columns)), self._record
        assert read

        def made(row: Sequence[Any], _run: Run) -> Any:
            return read(make([row[i] for i in at]))

        return self.shared("record", made, "row")

    def shared(self, key: object, make: Callable[..., Any], *of: str) -> str:
        """Have a value made once for each row of others, and return its name; the run is its last argument."""
        if key not in self._shared:
            name = self._shared[key] = f"s{len(self._shared)}"
            self._steps.append(f"{name} = {self._named(make)}({', '.join(of)}, run)")
        return self._shared[key]

    def text(self, key: str, at: int, nullable: bool) -> None:
        """Give a text as it stands in the row."""
        usual = f"type(r{at}) is not str"
        self._checks.append(f"({usual} and r{at} is not None)" if nullable else usual)
        self._fields.append(f"{self._named(key)}: r{at}")

    def constant(self, key: str, value: object) -> None:
        """Give the same for every row."""
        self._fields.append(f"{self._named(key)}: {self._named(value)}")

    def made(self, key: str, of: int | str, make: Make) -> None:
        """Give what is made of an item of the row, or of a shared value."""
        source = of if isinstance(of, str) else f"r{of}"
        self._fields.append(f"{self._named(key)}: {self._named(make)}({source}, run)")

    def function(self) -> Make:
        """Return the function that makes an object of a row."""
        lines = ["def complete(row, run):"]
        if self._items:
            lines.append(f"    {', '.join(f'r{at}' for at in range(len(self._items)))}, = row")
        if self._checks:
            lines.append(f"    if {' or '.join(dict.fromkeys(self._checks))}: raise Unfit")
        lines += [f"    {step}" for step in self._steps]
        lines.append(f"    return {{{', '.join(self._fields)}}}")
        names = dict(self._values)
        exec(compile("\n".join(lines), "<selection>", "exec"), names)  # noqa: S102 - its text has only names made here
        function: Any = names["complete"]
        complete: Make = function
        return complete

    def _named(self, value: object) -> str:
        name = f"v{len(self._values)}"
        self._values[name] = value
        return name
