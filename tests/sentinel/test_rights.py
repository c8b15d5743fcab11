"""Nothing that is not public is in any answer: neither its words nor its id."""

from itertools import chain

from tests.sentinel.commands import COMMANDS
from tests.sentinel.fields import FIELDS
from tests.sentinel.pages import PAGES, PLAN
from tests.sentinel.site import Site, turned

_CLOSED = ("hush", "closed-")
"""How what is not public is called, and how its ids begin."""
_PACKED = {
    "application/pdf", "application/zip", "image/png",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
"""What is not text as it comes."""


def test_nothing_closed_is_said_anywhere(site: Site) -> None:
    for asked in chain.from_iterable(PAGES.values()):
        site.get(asked.address)
        site.get(turned(asked.address, PLAN))
    for field in chain.from_iterable(FIELDS.values()):
        site.ask(field.asking())
    for name, commands in COMMANDS.items():
        for command in commands:
            site.run(name, *command.words)
    told = [
        f"{answer.asked}: {word}"
        for answer in site.answers.values()
        for word in _CLOSED
        if word in (answer.said if answer.kind in _PACKED else answer.said_as_it_is.lower())
    ]
    assert not told, "\n".join(told)
    assert len(site.answers) > 200


def test_closed_things_have_no_address(site: Site) -> None:
    closed = ("/sentinel/closed-body", "/people/sentinel/closed-person", "/posts/sentinel/closed-seat",
              "/meetings/sentinel/closed-meeting", "/sources/closed-papers", "/who?of=zhushbody")  # fmt: skip
    for address in closed:
        assert site.client.get(address, headers={"accept": "text/html"}).status_code == 404, address
