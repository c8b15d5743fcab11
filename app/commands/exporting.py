"""`partnerships export`: what is recorded of a place as a data file, which `partnerships load` takes back."""

from pathlib import Path

from app.commands.common import answer, err, out
from app.domain.english import numbered
from app.domain.visible import visible
from app.errors import BadInput
from app.reading.explorer import Explorer
from app.record.exporting import export as export_recorded


def export(what: str, *, output: Path | None, overwrite: bool) -> None:
    """Print a place's file, or write it; one that is there is overwritten only when that is asked for."""
    is_folder = output is not None and output.is_dir()

    async def run(explorer: Explorer) -> None:
        exported = await export_recorded(explorer.database, what)
        if output is None:
            out.print_text(exported.text)
            return
        path = output / exported.name if is_folder else output
        _write(path, exported.text, overwrite=overwrite)
        out.print_line(f"Wrote {numbered(exported.count, 'entry', 'entries')} into {path}.")
        if path.name != exported.name:
            err.print_line(f"`partnerships load` takes it only when it is called {exported.name}.")

    answer(run)


def _write(path: Path, text: str, *, overwrite: bool) -> None:
    try:
        with path.open("w" if overwrite else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise BadInput(
            f"{visible(str(path))} is there already, perhaps with comments that the database does not have:"
            " choose another name, or add --overwrite."
        ) from None
    except OSError as error:
        raise BadInput(f"{visible(str(path))} cannot be written: {error.strerror}.") from None
