"""`partnerships export`: what is recorded of a place as a data file, or what is public of it in an open format."""

from pathlib import Path

from app.commands.common import answer, err, out
from app.domain.english import capitalized, numbered
from app.domain.visible import visible
from app.errors import BadInput
from app.exchange.formats.losses import Lost
from app.exchange.formats.registry import FORMATS, Format, format_named
from app.reading.explorer import Explorer
from app.record.exporting import export as export_recorded
from app.record.publishing import public_facts


def export(what: str, *, output: Path | None, overwrite: bool, format_: str = "", report: bool = False) -> None:
    """Print a place's file, or write it; one that is there is overwritten only when that is asked for.

    Without a format it is the data file, with everything recorded; with one it is what is public of the place. A report
    goes to the error output, and says what the format cannot hold.
    """
    is_folder = output is not None and output.is_dir()

    async def run(explorer: Explorer) -> None:
        if format_:
            of = _format(format_)
            path = output / f"{what}.{of.ending}" if output and is_folder else output
            await _publish(explorer, what, of, path, overwrite=overwrite, report=report)
            return
        if report:
            raise BadInput("--report tells what a --format cannot hold; the data file holds everything.")
        exported = await export_recorded(explorer.database, what)
        if output is None:
            out.print_text(exported.text)
            return
        path = output / exported.name if is_folder else output
        comments = "perhaps with comments that the database does not have"
        _write(path, exported.text.encode(), overwrite=overwrite, there=comments)
        out.print_line(f"Wrote {numbered(exported.count, 'entry', 'entries')} into {path}.")
        if path.name != exported.name:
            err.print_line(f"`partnerships load` takes it only when it is called {exported.name}.")

    answer(run)


def _format(name: str) -> Format:
    found = format_named(name)
    if found is None:
        known = ", ".join(each.name for each in FORMATS)
        raise BadInput(f"--format {visible(name[:40])} is not known: use one of {known}.")
    return found


async def _publish(
    explorer: Explorer, what: str, of: Format, path: Path | None, *, overwrite: bool, report: bool
) -> None:
    if path is None and not of.is_text:
        raise BadInput(f"{capitalized(of.title)} cannot be printed: say where to with --output.")
    settings = explorer.settings
    public = await public_facts(explorer, what, settings.base_url or f"http://{settings.host}:{settings.port}")
    content = of.write(public)
    if path is None:
        out.print_text(content.decode())
    else:
        _write(path, content, overwrite=overwrite)
        out.print_line(f"Wrote what is public of {public.name} into {path}.")
    if report:
        for line in report_lines(of, of.lost(public)):
            err.print_line(line)


def report_lines(of: Format, lost: tuple[Lost, ...]) -> list[str]:
    """Say what a file does not have, the sorts of thing in one line each."""
    if not lost:
        return [f"{of.title} holds everything public that is recorded."]
    return [f"Not in {of.title}:", *(f"  {each.name}: {each.times:,}" for each in lost)]


def _write(path: Path, content: bytes, *, overwrite: bool, there: str = "") -> None:
    """Write a file; `there` says what one of the same name may have that would be lost."""
    try:
        with path.open("wb" if overwrite else "xb") as file:
            file.write(content)
    except FileExistsError:
        lost = f", {there}" if there else ""
        raise BadInput(
            f"{visible(str(path))} is there already{lost}: choose another name, or add --overwrite."
        ) from None
    except OSError as error:
        raise BadInput(f"{visible(str(path))} cannot be written: {error.strerror}.") from None
