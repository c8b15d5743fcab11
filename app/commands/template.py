"""`partnerships template`: a workbook to fill in, which `partnerships import` takes as it is."""

from pathlib import Path

import typer

from app.domain.visible import visible
from app.exchange.sheets.template import NAME, template
from app.exchange.tabled.template import FULL_NAME, full_template
from app.printing import err, out


def write_template(output: Path, *, full: bool, overwrite: bool) -> None:
    """Write the workbook into a file or folder; one that is there is overwritten only when that is asked for.

    The `full` one has a sheet for every sort of entry.
    """
    path = output / (FULL_NAME if full else NAME) if output.is_dir() else output
    try:
        with path.open("wb" if overwrite else "xb") as file:
            file.write(full_template() if full else template())
    except FileExistsError:
        err.print_line(f"{visible(str(path))} is there already: choose another name, or add --overwrite.")
        raise typer.Exit(1) from None
    except OSError as error:
        err.print_line(f"{visible(str(path))} cannot be written: {error.strerror}.")
        raise typer.Exit(1) from None
    place = "" if full else " --area PLACE"
    out.print_line(
        f"Wrote {visible(str(path))}. Fill it in, then: partnerships import {visible(path.name)}{place} --preview"
    )
