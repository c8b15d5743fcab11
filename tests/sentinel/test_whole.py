"""Nothing is left out of the tables: a new route, parameter, field, argument, command, option or question fails here."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main
from fastapi.routing import APIRoute

from app.cli import app as partnerships
from tests.conftest import SEEDS
from tests.sentinel.commands import ASKS_NOTHING, COMMANDS
from tests.sentinel.fields import FIELDS
from tests.sentinel.pages import ORDER, PAGES, SAYS_NOTHING_OF_A_PLACE
from tests.sentinel.questions import SAVED
from tests.sentinel.schema import types_of
from tests.sentinel.site import Site
from tests.web.test_heads import routes_of


def test_every_route_is_in_the_table(site: Site) -> None:
    app: Any = site.client.app
    assert set(routes_of(app)) == set(PAGES) | SAYS_NOTHING_OF_A_PLACE


def test_every_parameter_of_a_page_is_in_the_table(site: Site) -> None:
    app: Any = site.client.app
    missing = {
        route.path: sorted(unknown)
        for route in _routes(app)
        if (unknown := {parameter.alias for parameter in route.dependant.query_params} - _taken(route.path))
        and route.path in PAGES
    }
    assert missing == {}


BY_TOKEN = {
    "Query.entry",
    "Query.changeSet",
    "Query.changeSets",
    "Query.duplicates",
    "Mutation.changeEntries",
    "Mutation.undoChange",
    "Mutation.fillPost",
    "Mutation.endTenure",
    "Mutation.vacatePost",
    "Mutation.addPost",
    "Mutation.addOrganization",
    "Mutation.renameOrganization",
    "Mutation.renamePerson",
    "Mutation.splitOrganization",
    "Mutation.endOrganization",
    "Mutation.addLine",
    "Mutation.recordMeeting",
    "Mutation.reportBack",
    "Mutation.tellApart",
}
"""What no reader is answered: tests of tests/api/programs.py ask it as a program that may write."""


ELSEWHERE = {"Query.removals"}
"""What says nothing of places that were loaded once: tests/api/test_updating.py."""


def test_every_field_with_arguments_is_in_the_table(site: Site) -> None:
    asked = {
        f"{type_}.{field}": arguments
        for type_, fields in types_of(site.get("/schema.graphql").content.decode()).items()
        for field, arguments in fields.items()
        if (type_ == "Query" or arguments) and f"{type_}.{field}" not in BY_TOKEN | ELSEWHERE
    }
    table = {
        name: {switch.partition(":")[0] for field in fields for switch in (*field.switches, *field.given)}
        for name, fields in FIELDS.items()
    }
    assert table == asked


def test_every_command_and_option_is_in_the_table() -> None:
    group: Any = typer.main.get_command(partnerships)
    assert set(group.commands) == set(COMMANDS) | ASKS_NOTHING
    missing = {}
    for name, commands in COMMANDS.items():
        words = [word for command in commands for word in (*command.words, *command.switches)]
        options = {option for parameter in group.commands[name].params for option in parameter.opts if "--" in option}
        missing[name] = options - {word.partition("=")[0] for word in words} - {"--json"}
    assert missing == {name: set() for name in COMMANDS}


def test_every_saved_question_is_in_the_table() -> None:
    assert {path.stem for path in Path(SEEDS / "questions").glob("*.yaml")} == set(SAVED)


def _taken(route: str) -> set[str]:
    switches = {switch for asked in PAGES[route] for switch in asked.switches} if route in PAGES else set()
    given = {pair for asked in PAGES.get(route, ()) for pair in asked.address.partition("?")[2].split("&")}
    return {word.partition("=")[0] for word in switches | given} | ORDER


def _routes(part: Any) -> Iterator[APIRoute]:
    for route in part.routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from _routes(inner)
        elif isinstance(route, APIRoute):
            yield route
