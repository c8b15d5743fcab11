"""What a long command is doing, in a line of the terminal that is written over; nothing where nobody looks at one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from app.printing import err


@contextmanager
def shown_steps() -> Iterator[Callable[[str, int, int], None]]:
    """Return what is to be told of each step, how much of it is done and how much there is; 0 where nobody knows."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[count]}"), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task("Reading the file", total=None, count="")

        def step(what: str, done: int, whole: int) -> None:
            count = f"{done:,} of {whole:,}" if whole else ""
            bar.update(task, description=what, completed=done, total=whole or None, count=count)

        yield step
