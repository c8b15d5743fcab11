"""What the commands are asked with that answer a question; it stays light, as `app/cli.py` does."""

from typing import Annotated

import typer

from app.commands import beginning
from app.commands.beginning import Area, Json, On, Proposed

questions = typer.Typer()


@questions.command()
def who(
    name: Annotated[str, typer.Argument(help="A group, body or person: a name, an abbreviation or an id.")],
    on: On = "",
    area: Area = "",
    proposed: Proposed = False,
    as_json: Json = False,
) -> None:
    """Say who represents a group where, with routes, holders and sources."""
    beginning.start_engine_early()
    from app.commands.representation import who as run

    run(name, on=on, area=area, proposed=proposed, as_json=as_json)


@questions.command()
def routes(
    start: Annotated[str, typer.Argument(metavar="FROM", help="The group: a name, an abbreviation or an id.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="The board it is to be heard by.")],
    on: On = "",
    area: Area = "",
    first: Annotated[int, typer.Option(help="How many routes at most.", min=1, max=10)] = 3,
    proposed: Proposed = False,
    as_json: Json = False,
) -> None:
    """Say how a voice gets from one body to another, or how far it gets and what is missing."""
    beginning.start_engine_early()
    from app.commands.routes import routes as run

    run(start, end, on=on, area=area, first=first, proposed=proposed, as_json=as_json)


@questions.command()
def search(
    text: Annotated[str, typer.Argument(help="Part of a name, an abbreviation, however spelt.")],
    area: Area = "",
    first: Annotated[int, typer.Option(help="How many at most.", min=1, max=100)] = 10,
    as_json: Json = False,
) -> None:
    """Find bodies, people, places and sources by name."""
    beginning.start_engine_early()
    from app.commands.search import search_names

    search_names(text, area=area, first=first, as_json=as_json)


@questions.command()
def gaps(
    area: Area = "",
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind, such as vacant_post; may be repeated.")
    ] = None,
    on: On = "",
    proposed: Proposed = False,
    as_json: Json = False,
) -> None:
    """List what is missing, rests on too little or is worth knowing, by body, with sources."""
    beginning.start_engine_early()
    from app.commands.gaps import gaps as run

    run(area=area, kinds=kind or (), on=on, proposed=proposed, as_json=as_json)


@questions.command()
def changes(
    area: Area = "",
    organization: Annotated[str, typer.Option(help="Only of this body: a name, an abbreviation or an id.")] = "",
    since: Annotated[str, typer.Option(metavar="DATE", help="The earlier day; the first recorded unless said.")] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="The later day; today unless said.")] = "",
    proposed: Proposed = False,
    as_json: Json = False,
) -> None:
    """Say what changed between two days, and what is proposed, by month, with sources."""
    beginning.start_engine_early()
    from app.commands.changes import changes as run

    run(area=area, organization=organization, since=since, until=until, proposed=proposed, as_json=as_json)


@questions.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question, by its id.")] = "",
    blanks: Annotated[list[str] | None, typer.Argument(help="What fills its blanks, in their order.")] = None,
    on: On = "",
    proposed: Proposed = False,
    list_them: Annotated[bool, typer.Option("--list", help="List the questions.")] = False,
    as_json: Json = False,
) -> None:
    """Ask a saved question, such as: ask boards-without bromley "faith groups"."""
    beginning.start_engine_early()
    from app.commands.saved_questions import ask_question

    ask_question(question, blanks or (), on=on, proposed=proposed, list_them=list_them, as_json=as_json)


@questions.command()
def balance(
    name: Annotated[str, typer.Argument(help="A board, partnership or committee: a name, an abbreviation or an id.")],
    on: On = "",
    area: Area = "",
    proposed: Proposed = False,
    as_json: Json = False,
) -> None:
    """Say who is on a body: its seats by sector, vote and holder, and who comes to its meetings."""
    beginning.start_engine_early()
    from app.commands.balance import balance as run

    run(name, on=on, area=area, proposed=proposed, as_json=as_json)


@questions.command()
def members(
    name: Annotated[str, typer.Argument(help="A board, partnership or committee: a name, an abbreviation or an id.")],
    on: On = "",
    area: Area = "",
    proposed: Proposed = False,
    as_json: Json = False,
) -> None:
    """List the members of a body, chair first: from where, deputies, vacancies, terms, and how often each came."""
    beginning.start_engine_early()
    from app.commands.members import members as run

    run(name, on=on, area=area, proposed=proposed, as_json=as_json)


@questions.command()
def capacity(
    area: Annotated[list[str] | None, typer.Option(help="Only this place, by its id; may be repeated.")] = None,
    on: On = "",
    sort: Annotated[str, typer.Option(help="The column to sort by, such as hours or funding.")] = "name",
    as_json: Json = False,
) -> None:
    """Put forums, networks and reference groups side by side: what each has to work with."""
    beginning.start_engine_early()
    from app.commands.capacity import capacity as run

    run(areas=area or (), on=on, sort=sort, as_json=as_json)


@questions.command()
def relationships(area: Area = "", on: On = "", as_json: Json = False) -> None:
    """Show the relationship map: services by dimensions, red, amber, green."""
    beginning.start_engine_early()
    from app.commands.relationships import relationships as run

    run(area=area, on=on, as_json=as_json)


@questions.command()
def compare(
    left: Annotated[str, typer.Argument(help="A place, by its id, such as bromley.")],
    right: Annotated[str, typer.Argument(help="Another place.")],
    on: On = "",
    as_json: Json = False,
) -> None:
    """Put two places next to each other: structures, gaps and capacity."""
    beginning.start_engine_early()
    from app.commands.comparing import compare as run

    run(left, right, on=on, as_json=as_json)


@questions.command()
def fragility(
    area: Area = "",
    if_left: Annotated[
        str, typer.Option("--if-left", metavar="NAME", help="Which groups fall silent if this person or office left.")
    ] = "",
    on: On = "",
    proposed: Proposed = False,
    as_json: Json = False,
) -> None:
    """Say who carries how many seats for the sector, whose term ends, and what if somebody left."""
    beginning.start_engine_early()
    from app.commands.fragility import fragility as run

    run(area=area, if_left=if_left, on=on, proposed=proposed, as_json=as_json)


@questions.command()
def report_back(
    area: Area = "",
    on: On = "",
    proposed: Proposed = False,
    as_json: Json = False,
) -> None:
    """List which representatives owe whom a report on which meeting, and what came."""
    beginning.start_engine_early()
    from app.commands.reporting import report_back as run

    run(area=area, on=on, proposed=proposed, as_json=as_json)


@questions.command()
def register(
    name: Annotated[str, typer.Argument(help="Which register, such as seats; without it they are listed.")] = "",
    area: Annotated[list[str] | None, typer.Option(help="Of this place, by its id; may be repeated for seats.")] = None,
    on: On = "",
    proposed: Proposed = False,
    sort: Annotated[str, typer.Option(help="The column to sort by, such as body or term.")] = "",
    find: Annotated[str, typer.Option(metavar="WORDS", help="Only rows with all of these words.")] = "",
    as_csv: Annotated[bool, typer.Option("--csv", help="As CSV, for a spreadsheet.")] = False,
    as_json: Json = False,
) -> None:
    """List the bodies, seats, vacancies, people, lines or meetings of a place."""
    beginning.start_engine_early()
    from app.commands.registers import register as run

    run(name, areas=area or (), on=on, proposed=proposed, sort=sort, find=find, as_csv=as_csv, as_json=as_json)
