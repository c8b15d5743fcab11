"""Each switch changes each answer in the way that the tables name, and changes nothing where it is not taken."""

import json
import re
from collections.abc import Iterator

import pytest

from tests.sentinel.commands import COMMANDS, Command
from tests.sentinel.fields import AFTER, FIELDS, FIRST, Field
from tests.sentinel.pages import PAGES, USUAL, Asked
from tests.sentinel.site import Site, turned, unkept

_CURSOR = re.compile(r'"cursor": "([^"]+)"')


@pytest.mark.parametrize("route", PAGES)
def test_pages_take_their_switches(site: Site, route: str) -> None:
    wrong = [problem for asked in PAGES[route] for problem in _of_page(site, asked)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", FIELDS)
def test_fields_take_their_arguments(site: Site, name: str) -> None:
    wrong = [problem for field in FIELDS[name] for problem in _of_field(site, field)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_take_their_options(site: Site, name: str) -> None:
    wrong = [problem for command in COMMANDS[name] for problem in _of_command(site, name, command)]
    assert not wrong, "\n".join(wrong)


def _of_page(site: Site, asked: Asked) -> Iterator[str]:
    before = site.get(asked.address)
    taken = {switch.partition("=")[0] for switch in asked.switches}
    idle = {switch: "=" for switch in USUAL if switch.partition("=")[0] not in taken}
    for switch, promised in (asked.switches | idle).items():
        if promised:
            yield from unkept(before, site.get(turned(asked.address, switch)), promised)


def _of_field(site: Site, field: Field) -> Iterator[str]:
    before = site.ask(field.asking())
    for switch, promised in field.switches.items():
        asked = field.asking(switch)
        if switch == AFTER:
            (end,) = _CURSOR.findall(site.ask(field.asking(FIRST)).said_as_it_is)
            asked = asked.replace("@end", f'"{end}"')
        yield from unkept(before, site.ask(asked), promised)


def _of_command(site: Site, name: str, command: Command) -> Iterator[str]:
    for how in ((), ("--json",)) if command.json else ((),):
        before = site.run(name, *command.words, *how)
        for switch, promised in command.switches.items():
            option = switch.partition("=")[0]
            kept = [word for word in command.words if word.partition("=")[0] != option]
            after = site.run(name, *kept, switch, *how)
            yield from unkept(before, after, promised)
            if how:
                json.loads(after.content)
