"""What the commands are asked with that write the record, or give it whole; it stays light, as `app/cli.py` does."""

from pathlib import Path
from typing import Annotated

import typer

from app.commands import beginning
from app.commands.beginning import Area, Files, Json, Why

record = typer.Typer()


@record.command()
def check(files: Files) -> None:
    """Say everything that is wrong with data files; nothing is written."""
    from app.commands.data_files import check as run

    run(files)


@record.command()
def load(
    files: Files,
    replace: Annotated[bool, typer.Option(help="Remove what a place's file no longer has.")] = False,
    end: Annotated[
        str, typer.Option(metavar="DATE", help="End on this date what a place's file no longer has, and keep it.")
    ] = "",
    preview: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
    why: Why = "",
) -> None:
    """Load data files: all of them, or nothing when there is a problem."""
    beginning.start_engine_early()
    from app.commands.data_files import load as run

    run(files, replace=replace, end=end, preview=preview, why=why)


@record.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A spreadsheet, or a file in an open format that comes back.")],
    area: Annotated[
        str, typer.Option("--area", help="The place it is of, by its id or name, unless the file says so.")
    ] = "",
    new: Annotated[bool, typer.Option("--new", help="The place is not there yet: make it, with this name.")] = False,
    source: Annotated[
        str, typer.Option(metavar="TITLE", help="Where it comes from, unless it says so; otherwise the file itself.")
    ] = "",
    board: Annotated[str, typer.Option(metavar="NAME", help="The body it is of, unless it says so.")] = "",
    date: Annotated[str, typer.Option(metavar="DATE", help="The day of the meeting, unless it says so.")] = "",
    venue: Annotated[str, typer.Option(metavar="NAME", help="Where the meeting was, unless it says so.")] = "",
    end: Annotated[
        str, typer.Option(metavar="DATE", help="When whoever it no longer has in a seat left that seat.")
    ] = "",
    replace: Annotated[bool, typer.Option(help="Whoever it no longer has in a seat never was in it.")] = False,
    keep: Annotated[bool, typer.Option(help="Whoever it does not have in a seat is there as well.")] = False,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="HEADING=OURS", help="What a column says: Delegate='Held by'; HEADING=- for nothing."
        ),
    ] = None,
    same: Annotated[
        list[str] | None, typer.Option("--same", metavar="NEW=ID", help="Who would be new is there already, as ID.")
    ] = None,
    not_same: Annotated[
        list[str] | None, typer.Option("--not-same", metavar="NEW=ID", help="Who would be new is not ID; remembered.")
    ] = None,
    annotate: Annotated[
        Path | None, typer.Option(metavar="OUT.xlsx", help="Write the sheet with each reason as a comment at its cell.")
    ] = None,
    preview: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
    why: Why = "",
) -> None:
    """Read a spreadsheet of seats, or of who came to a meeting, as officers keep it: all of it, or nothing.

    So are files of all entries: a workbook or CSV that export wrote, YAML, JSON Lines. Popolo and ORG add what is new.
    """
    beginning.start_engine_early()
    from app.commands.importing import AskedImport, import_file
    from app.exchange.sheets.asking import Beside

    beside = Beside(source, board, date, venue, end, replace, keep)
    asked = AskedImport(area, new, preview, why, columns or (), same or (), not_same or (), annotate)
    import_file(file, beside, asked)


@record.command()
def minutes(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Minutes as .docx, .odt, .pdf, .html or .txt.")],
    body: Annotated[str, typer.Option(metavar="NAME", help="Whose minutes they are: a body's name or id.")] = "",
    area: Annotated[str, typer.Option(metavar="PLACE", help="The place, where the body is not recorded yet.")] = "",
    who: Annotated[
        list[str] | None, typer.Option(metavar="NAME=ID", help="Whom a name means; NAME=+ for somebody new.")
    ] = None,
    source: Annotated[
        str, typer.Option(metavar="TITLE", help="Title of the minutes, as a source; otherwise the body and the day.")
    ] = "",
    apply: Annotated[bool, typer.Option("--apply", help="Record what is sure and likely.")] = False,
    as_json: Json = False,
    why: Why = "",
) -> None:
    """Read the minutes of a meeting: who came, who sent apologies or a deputy, actions, and the next meetings.

    Says what was found, how certain it is, and what would be recorded; nothing is without --apply.
    """
    beginning.start_engine_early()
    from app.commands.minutes import read_minutes

    read_minutes(file, body=body, area=area, who=who or [], source=source, applies=apply, as_json=as_json, why=why)


@record.command()
def template(
    output: Annotated[
        Path, typer.Option(metavar="FILE", help="Write into this file or folder; otherwise into the current folder.")
    ] = Path(),
    full: Annotated[bool, typer.Option("--full", help="With a sheet for every sort of entry.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Also when the file is there already.")] = False,
) -> None:
    """Write a workbook to fill in with seats and who came to a meeting, with an example, that import takes."""
    from app.commands.template import write_template

    write_template(output, full=full, overwrite=overwrite)


@record.command()
def history(
    what: Annotated[
        str, typer.Argument(metavar="[PLACE|NUMBER]", help="A place's id, or the number of one change to see it whole.")
    ] = "",
    since: Annotated[
        str, typer.Option(help="All changes since a day, or a moment such as 2026-11-30T14:05.", metavar="DAY")
    ] = "",
    as_json: Json = False,
) -> None:
    """Say what was changed in the record, when, by whom and why, newest first."""
    beginning.start_engine_early()
    from app.commands.history import history as run

    run(what, since=since, as_json=as_json)


@record.command()
def undo(
    number: Annotated[int, typer.Argument(min=1, max=2**53, help="Of the change, as `history` has it.")],
    why: Why = "",
    preview: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
) -> None:
    """Take a change of the record back, unless something it touched was changed since."""
    beginning.start_engine_early()
    from app.commands.history import undo as run

    run(number, why=why, preview=preview)


@record.command()
def duplicates(area: Area = "") -> None:
    """List the bodies and people that may be recorded twice, the likeliest first, and why."""
    beginning.start_engine_early()
    from app.commands.duplicates import duplicates as run

    run(area)


@record.command()
def merge(
    old: Annotated[str, typer.Argument(help="The id of the entry that is joined into the other, and leads there.")],
    new: Annotated[str, typer.Argument(help="The id of the entry that stays.")],
    take: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=WHOSE", help="Of a field, the value of old or new, or both; may be repeated."),
    ] = None,
    why: Why = "",
    preview: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
) -> None:
    """Join two bodies, two people or two seats that are one: every fact of the first becomes one of the second."""
    beginning.start_engine_early()
    from app.commands.moving import merge as run

    run(old, new, take=take or (), why=why, preview=preview)


@record.command()
def rename(
    old: Annotated[str, typer.Argument(help="The id of a body, a person or a seat.")],
    new: Annotated[str, typer.Argument(help="The id that it gets; the old one leads to it for ever.")],
    why: Why = "",
    preview: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
) -> None:
    """Give an entry another id."""
    beginning.start_engine_early()
    from app.commands.moving import rename as run

    run(old, new, why=why, preview=preview)


@record.command()
def split(
    body: Annotated[str, typer.Argument(help="The id of a body that is two.")],
    name: Annotated[str, typer.Argument(help="What the other body is called.")],
    cite: Annotated[str, typer.Option(metavar="SOURCE, WHERE", help="Where that is written, such as 'minutes, p. 2'.")],
    move: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A seat, line, person or meeting that is the other's; may be repeated."),
    ] = None,
    since: Annotated[
        str, typer.Option(metavar="DATE", help="Since when they are two; unless said, they always were.")
    ] = "",
    sort: Annotated[
        str, typer.Option(help="What sort of body it is, such as forum; that of the first unless said.")
    ] = "",
    why: Why = "",
    preview: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
) -> None:
    """Make two bodies of one: some of its seats, lines, people and meetings are the other's."""
    beginning.start_engine_early()
    from app.commands.splitting import split as run

    run(body, name, moves=move or (), since=since, sort=sort, cites=cite, why=why, preview=preview)


@record.command()
def export(
    what: Annotated[str, typer.Argument(metavar="PLACE", help="A place's id, such as bromley; or areas, or sources.")],
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write into this file or folder instead of printing.")
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Also when the file is there already.")] = False,
    format_: Annotated[
        str, typer.Option("--format", metavar="NAME", help="What is public, in an open format, such as popolo.")
    ] = "",
    report: Annotated[bool, typer.Option("--report", help="Say what the format cannot hold.")] = False,
) -> None:
    """Write what is recorded of a place as a data file, hidden facts included, that load takes back.

    With --format it is what is public of the place, for other programs.
    """
    beginning.start_engine_early()
    from app.commands.exporting import export as run

    run(what, output=output, overwrite=overwrite, format_=format_, report=report)


@record.command()
def remove(
    what: Annotated[str, typer.Argument(help="place, person, source or area.")],
    id_: Annotated[str, typer.Argument(metavar="ID", help="Its id, such as bromley or bromley/about-page.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without this, only say what would be removed.")] = False,
    why: Why = "",
) -> None:
    """Remove all that is recorded of a place or person, a source that nothing cites, or an area with nothing in it."""
    beginning.start_engine_early()
    from app.commands.removing import remove as run

    run(what, id_, yes=yes, why=why)
