"""The command `partnerships`: the same questions and answers as on the pages, in a terminal.

Exit codes: 0 fine; 1 the answer is no, or data is wrong; 2 wrong usage; 3 the database does not answer.
This module stays light: the database engine starts while the rest is still being imported.
"""

import gc
import sys
import threading
from pathlib import Path
from typing import Annotated, Any

import typer

from app.commands.accounts_cli import accounts, tokens
from app.errors import PartnershipsError, WrongSetting
from app.settings import Settings
from app.store.embedded import EmbeddedEngine

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Who represents us where, in local partnership working.",
)

Files = Annotated[list[Path], typer.Argument(help="YAML files, or folders of them.")]
Json = Annotated[bool, typer.Option("--json", help="Answer as JSON, for other programs.")]
On = Annotated[str, typer.Option("--on", metavar="DATE", help="The day the answer is for; today unless said.")]
Area = Annotated[str, typer.Option("--area", help="Only this place, by its id, such as bromley.")]

Why = Annotated[str, typer.Option("--why", metavar="SENTENCE", help="Why, in a sentence that the history keeps.")]


@app.command()
def serve(
    port: Annotated[int | None, typer.Option(help="Port to listen on; otherwise PARTNERSHIPS_PORT.")] = None,
) -> None:
    """Serve the site, starting the database if it is not running."""
    settings = _settings() if port is None else _settings(port=port)
    if settings.workers > 1:
        from app.commands.workers import serve_by_workers

        serve_by_workers(settings)
        return
    _start_engine_early(settings)
    from app.commands.serve import serve_site

    serve_site(settings)


@app.command()
def check(files: Files) -> None:
    """Say everything that is wrong with data files; nothing is written."""
    from app.commands.data_files import check as run

    run(files)


@app.command()
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
    _start_engine_early(_settings())
    from app.commands.data_files import load as run

    run(files, replace=replace, end=end, preview=preview, why=why)


@app.command("import")
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
    preview: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
    why: Why = "",
) -> None:
    """Read a spreadsheet of seats, or of who came to a meeting, as officers keep it: all of it, or nothing.

    So are files of all entries: a workbook or CSV that export wrote, YAML, JSON Lines. Popolo and ORG add what is new.
    """
    _start_engine_early(_settings())
    from app.commands.importing import import_file
    from app.exchange.sheets.asking import Beside

    beside = Beside(source, board, date, venue, end, replace, keep)
    import_file(file, area=area, new=new, beside=beside, preview=preview, why=why)


@app.command()
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
    _start_engine_early(_settings())
    from app.commands.minutes import read_minutes

    read_minutes(file, body=body, area=area, who=who or [], source=source, applies=apply, as_json=as_json, why=why)


@app.command()
def template(
    output: Annotated[
        Path, typer.Option(metavar="FILE", help="Write into this file or folder; otherwise into the current folder.")
    ] = Path(),
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Also when the file is there already.")] = False,
) -> None:
    """Write a workbook to fill in with seats and who came to a meeting, with an example, that import takes."""
    from app.commands.template import write_template

    write_template(output, overwrite=overwrite)


@app.command()
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
    _start_engine_early(_settings())
    from app.commands.history import history as run

    run(what, since=since, as_json=as_json)


@app.command()
def undo(
    number: Annotated[int, typer.Argument(min=1, max=2**53, help="Of the change, as `history` has it.")],
    why: Why = "",
    preview: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
) -> None:
    """Take a change of the record back, unless something it touched was changed since."""
    _start_engine_early(_settings())
    from app.commands.history import undo as run

    run(number, why=why, preview=preview)


@app.command()
def duplicates(area: Area = "") -> None:
    """List the bodies and people that may be recorded twice, the likeliest first, and why."""
    _start_engine_early(_settings())
    from app.commands.duplicates import duplicates as run

    run(area)


@app.command()
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
    _start_engine_early(_settings())
    from app.commands.moving import merge as run

    run(old, new, take=take or (), why=why, preview=preview)


@app.command()
def rename(
    old: Annotated[str, typer.Argument(help="The id of a body, a person or a seat.")],
    new: Annotated[str, typer.Argument(help="The id that it gets; the old one leads to it for ever.")],
    why: Why = "",
    preview: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
) -> None:
    """Give an entry another id."""
    _start_engine_early(_settings())
    from app.commands.moving import rename as run

    run(old, new, why=why, preview=preview)


@app.command()
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
    _start_engine_early(_settings())
    from app.commands.exporting import export as run

    run(what, output=output, overwrite=overwrite, format_=format_, report=report)


@app.command()
def remove(
    what: Annotated[str, typer.Argument(help="place, person, source or area.")],
    id_: Annotated[str, typer.Argument(metavar="ID", help="Its id, such as bromley or bromley/about-page.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without this, only say what would be removed.")] = False,
    why: Why = "",
) -> None:
    """Remove all that is recorded of a place or person, a source that nothing cites, or an area with nothing in it."""
    _start_engine_early(_settings())
    from app.commands.removing import remove as run

    run(what, id_, yes=yes, why=why)


@app.command()
def who(
    name: Annotated[str, typer.Argument(help="A group, body or person: a name, an abbreviation or an id.")],
    on: On = "",
    area: Area = "",
    proposed: Annotated[bool, typer.Option(help="Count what is only proposed, too.")] = False,
    as_json: Json = False,
) -> None:
    """Say who represents a group where, with routes, holders and sources."""
    _start_engine_early(_settings())
    from app.commands.representation import who as run

    run(name, on=on, area=area, proposed=proposed, as_json=as_json)


@app.command()
def routes(
    start: Annotated[str, typer.Argument(metavar="FROM", help="The group: a name, an abbreviation or an id.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="The board it is to be heard by.")],
    on: On = "",
    area: Area = "",
    first: Annotated[int, typer.Option(help="How many routes at most.", min=1, max=10)] = 3,
    proposed: Annotated[bool, typer.Option(help="Count what is only proposed, too.")] = False,
    as_json: Json = False,
) -> None:
    """Say how a voice gets from one body to another, or how far it gets and what is missing."""
    _start_engine_early(_settings())
    from app.commands.routes import routes as run

    run(start, end, on=on, area=area, first=first, proposed=proposed, as_json=as_json)


@app.command()
def search(
    text: Annotated[str, typer.Argument(help="Part of a name, an abbreviation, however spelt.")],
    area: Area = "",
    first: Annotated[int, typer.Option(help="How many at most.", min=1, max=100)] = 10,
    as_json: Json = False,
) -> None:
    """Find bodies, people, places and sources by name."""
    _start_engine_early(_settings())
    from app.commands.search import search_names

    search_names(text, area=area, first=first, as_json=as_json)


@app.command()
def gaps(
    area: Area = "",
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind, such as vacant_post; may be repeated.")
    ] = None,
    on: On = "",
    proposed: Annotated[bool, typer.Option(help="Count what is only proposed, too.")] = False,
    as_json: Json = False,
) -> None:
    """List what is missing, rests on too little or is worth knowing, by body, with sources."""
    _start_engine_early(_settings())
    from app.commands.gaps import gaps as run

    run(area=area, kinds=kind or (), on=on, proposed=proposed, as_json=as_json)


@app.command()
def changes(
    area: Area = "",
    organization: Annotated[str, typer.Option(help="Only of this body: a name, an abbreviation or an id.")] = "",
    since: Annotated[str, typer.Option(metavar="DATE", help="The earlier day; the first recorded unless said.")] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="The later day; today unless said.")] = "",
    proposed: Annotated[bool, typer.Option(help="Count what is only proposed, too.")] = False,
    as_json: Json = False,
) -> None:
    """Say what changed between two days, and what is proposed, by month, with sources."""
    _start_engine_early(_settings())
    from app.commands.changes import changes as run

    run(area=area, organization=organization, since=since, until=until, proposed=proposed, as_json=as_json)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question, by its id.")] = "",
    blanks: Annotated[list[str] | None, typer.Argument(help="What fills its blanks, in their order.")] = None,
    on: On = "",
    proposed: Annotated[bool, typer.Option(help="Count what is only proposed, too.")] = False,
    list_them: Annotated[bool, typer.Option("--list", help="List the questions.")] = False,
    as_json: Json = False,
) -> None:
    """Ask a saved question, such as: ask boards-without bromley "faith groups"."""
    _start_engine_early(_settings())
    from app.commands.saved_questions import ask_question

    ask_question(question, blanks or (), on=on, proposed=proposed, list_them=list_them, as_json=as_json)


@app.command()
def balance(
    name: Annotated[str, typer.Argument(help="A board, partnership or committee: a name, an abbreviation or an id.")],
    on: On = "",
    area: Area = "",
    proposed: Annotated[bool, typer.Option(help="Count what is only proposed, too.")] = False,
    as_json: Json = False,
) -> None:
    """Say who is on a body: its seats by sector, vote and holder, and who comes to its meetings."""
    _start_engine_early(_settings())
    from app.commands.balance import balance as run

    run(name, on=on, area=area, proposed=proposed, as_json=as_json)


@app.command()
def members(
    name: Annotated[str, typer.Argument(help="A board, partnership or committee: a name, an abbreviation or an id.")],
    on: On = "",
    area: Area = "",
    proposed: Annotated[bool, typer.Option(help="Count what is only proposed, too.")] = False,
    as_json: Json = False,
) -> None:
    """List the members of a body, chair first: from where, deputies, vacancies, terms, and how often each came."""
    _start_engine_early(_settings())
    from app.commands.members import members as run

    run(name, on=on, area=area, proposed=proposed, as_json=as_json)


@app.command()
def capacity(
    area: Annotated[list[str] | None, typer.Option(help="Only this place, by its id; may be repeated.")] = None,
    on: On = "",
    sort: Annotated[str, typer.Option(help="The column to sort by, such as hours or funding.")] = "name",
    as_json: Json = False,
) -> None:
    """Put forums, networks and reference groups side by side: what each has to work with."""
    _start_engine_early(_settings())
    from app.commands.capacity import capacity as run

    run(areas=area or (), on=on, sort=sort, as_json=as_json)


@app.command()
def relationships(area: Area = "", on: On = "", as_json: Json = False) -> None:
    """Show the relationship map: services by dimensions, red, amber, green."""
    _start_engine_early(_settings())
    from app.commands.relationships import relationships as run

    run(area=area, on=on, as_json=as_json)


@app.command()
def compare(
    left: Annotated[str, typer.Argument(help="A place, by its id, such as bromley.")],
    right: Annotated[str, typer.Argument(help="Another place.")],
    on: On = "",
    as_json: Json = False,
) -> None:
    """Put two places next to each other: structures, gaps and capacity."""
    _start_engine_early(_settings())
    from app.commands.comparing import compare as run

    run(left, right, on=on, as_json=as_json)


@app.command()
def fragility(
    area: Area = "",
    if_left: Annotated[
        str, typer.Option("--if-left", metavar="NAME", help="Which groups fall silent if this person or office left.")
    ] = "",
    on: On = "",
    proposed: Annotated[bool, typer.Option(help="Count what is only proposed, too.")] = False,
    as_json: Json = False,
) -> None:
    """Say who carries how many seats for the sector, whose term ends, and what if somebody left."""
    _start_engine_early(_settings())
    from app.commands.fragility import fragility as run

    run(area=area, if_left=if_left, on=on, proposed=proposed, as_json=as_json)


@app.command()
def report_back(
    area: Area = "",
    on: On = "",
    proposed: Annotated[bool, typer.Option(help="Count what is only proposed, too.")] = False,
    as_json: Json = False,
) -> None:
    """List which representatives owe whom a report on which meeting, and what came."""
    _start_engine_early(_settings())
    from app.commands.reporting import report_back as run

    run(area=area, on=on, proposed=proposed, as_json=as_json)


@app.command()
def register(
    name: Annotated[str, typer.Argument(help="Which register, such as seats; without it they are listed.")] = "",
    area: Annotated[list[str] | None, typer.Option(help="Of this place, by its id; may be repeated for seats.")] = None,
    on: On = "",
    proposed: Annotated[bool, typer.Option(help="Count what is only proposed, too.")] = False,
    sort: Annotated[str, typer.Option(help="The column to sort by, such as body or term.")] = "",
    find: Annotated[str, typer.Option(metavar="WORDS", help="Only rows with all of these words.")] = "",
    as_csv: Annotated[bool, typer.Option("--csv", help="As CSV, for a spreadsheet.")] = False,
    as_json: Json = False,
) -> None:
    """List the bodies, seats, vacancies, people, lines or meetings of a place."""
    _start_engine_early(_settings())
    from app.commands.registers import register as run

    run(name, areas=area or (), on=on, proposed=proposed, sort=sort, find=find, as_csv=as_csv, as_json=as_json)


@app.command()
def schema(
    what: Annotated[
        str, typer.Argument(help="place, sources, areas, story or question: which sort of file.")
    ] = "place",
) -> None:
    """Print the JSON Schema of a data file, for editors to complete and check by."""
    from app.commands.schema import schema as run

    run(what)


@app.command()
def graphql_schema() -> None:
    """Print the schema of the GraphQL API."""
    from app.commands.schema import graphql_schema as run

    run()


def _settings(**given: Any) -> Settings:
    """Read the settings; what is wrong with them is said in a sentence, and so is what nobody knows."""
    from app.printing import err
    from app.starting import read_settings, unknown_settings

    for said in unknown_settings():
        err.print_line(said)
    try:
        return read_settings(**given)
    except WrongSetting as error:
        err.print_line(error.message)
        raise typer.Exit(error.exit_code) from None


def _start_engine_early(settings: Settings) -> None:
    """Start the embedded engine while the rest is imported; whoever opens the database finds it running.

    The hold ends with the process. What goes wrong here goes wrong there again, and is said there.
    """
    if settings.neo4j_uri:
        return

    def start() -> None:
        try:
            EmbeddedEngine(settings.data_dir).acquire()
        except PartnershipsError:
            return

    threading.Thread(target=start, daemon=True).start()


def _with_engine() -> None:
    """Start the engine while a command is still being read."""
    _start_engine_early(_settings())


app.add_typer(accounts, name="account", callback=_with_engine)
app.add_typer(tokens, name="token", callback=_with_engine)


def main() -> None:
    """Run the command, and leave with its exit code."""
    from app.printing import err, tell_unexpected

    # Imports make many objects that stay: looking for rubbish among them is a twentieth of most commands' time.
    gc.set_threshold(50_000, 20, 20)
    sys.excepthook = tell_unexpected
    try:
        code = app(standalone_mode=False)
    except typer.Abort:
        code = 1
    except Exception as error:
        # Wrong usage, in the words of typer, which would print what was typed as it is. Help has said itself already.
        if not hasattr(error, "format_message"):
            raise
        if message := error.format_message():
            context = getattr(error, "ctx", None)
            err.print_text(f"{context.get_usage()}\n" if context else "")
            err.print_line(message)
        code = getattr(error, "exit_code", 2)
    sys.exit(code)


if __name__ == "__main__":
    main()
