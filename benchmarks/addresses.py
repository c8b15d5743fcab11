"""An address of every kind, of any of the places that the measurements make."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from benchmarks.places import SIZES

_QUERY = quote("""{ organizations(area: "AREA", first: 50) { edges { node { id name posts { id role state } } } } }""")


@dataclass(frozen=True, slots=True)
class Kind:
    """Addresses of one kind."""

    name: str
    pattern: str
    """With `AREA` for a place, and `*N` for a number below N."""
    heavy: bool = False
    """Whether it is a file that takes long to make: a reader may be told to come again."""

    def address(self, number: int) -> str:
        """Return the address of this kind that has a number: the place, and which body of it."""
        return "".join(_parts(self.pattern.replace("AREA", f"place-{number:03}"), number))


def _parts(pattern: str, number: int) -> Iterator[str]:
    first, *rest = pattern.split("*")
    yield first
    for part in rest:
        digits = part[: next((n for n, letter in enumerate(part) if not letter.isdigit()), len(part))]
        yield f"{number % int(digits)}{part[len(digits) :]}"


_BOARD = f"AREA/partnership-board-*{SIZES['partnership_board']}"
_FORUM = f"AREA/forum-*{SIZES['forum']}"
_SEAT = "AREA/seat-*205"

PAGES = (
    Kind("front page", "/"),
    Kind("search", "/search?q=forum *20 of place *100"),
    Kind("suggestions", "/suggest?q=forum *20"),
    Kind("sources", "/sources"),
    Kind("source", "/sources/report"),
    Kind("who represents us", f"/who?of={_FORUM}"),
    Kind("routes", f"/routes?from={_FORUM}&to=AREA/lsp-0"),
    Kind("gaps", "/gaps?area=AREA"),
    Kind("changes", "/changes?area=AREA"),
    Kind("fragility", "/fragility?area=AREA"),
    Kind("reports owed", "/report-back?area=AREA"),
    Kind("who is on a board", f"/balance?of={_BOARD}"),
    Kind("capacity", "/capacity?area=AREA"),
    Kind("relationships", "/relationships?area=AREA"),
    Kind("two places compared", "/compare?left=AREA&right=place-000"),
    Kind("saved questions", "/ask"),
    Kind("place", "/AREA"),
    Kind("body", f"/{_FORUM}"),
    Kind("board", f"/{_BOARD}"),
    Kind("person", "/people/AREA/person-*85"),
    Kind("seat", f"/posts/{_SEAT}"),
    Kind("panel", f"/panel/{_FORUM}"),
    Kind("embedded place", "/embed/AREA"),
    Kind("embedded body", f"/embed/{_FORUM}"),
    Kind("stories", "/stories"),
    Kind("glossary", "/glossary"),
    Kind("about the API", "/api"),
    Kind("feed", "/feeds/AREA.atom"),
    Kind("calendar", "/calendars/AREA.ics"),
    Kind("gaps as CSV", "/gaps.csv?area=AREA"),
    Kind("capacity as XLSX", "/capacity.xlsx?areas=AREA"),
    Kind("GraphQL", f"/graphql?query={_QUERY}"),
)
"""What readers open; each ought to be quick."""

PICTURES = (
    Kind("picture as SVG", "/diagrams/AREA.svg", heavy=True),
    Kind("picture as JSON", "/diagrams/AREA.json", heavy=True),
    Kind("picture of a body as SVG", f"/diagrams/{_FORUM}.svg", heavy=True),
    Kind("picture as PNG", "/diagrams/AREA.png", heavy=True),
    Kind("picture as PDF", "/diagrams/AREA.pdf", heavy=True),
    Kind("card", "/social/AREA.png", heavy=True),
    Kind("booklet", "/booklet/AREA", heavy=True),
    Kind("booklet as PDF", "/booklet/AREA.pdf", heavy=True),
)
"""What is drawn."""
