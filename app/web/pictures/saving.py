"""A picture as files, in one way for all pictures: SVG to keep or to work on, PNG to paste somewhere, PDF for paper.

Each has above it what it shows and of which day, and below it its sources and address. It is described, checked,
tagged and kept like every other file; one that may show what is hidden says so above.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from app.diagram.framing import framed
from app.diagram.paper import Imprint, sheet_of
from app.diagram.raster import LARGE_WIDTH, WIDTH, png_of
from app.domain.english import listed
from app.errors import BadInput
from app.reading.explorer import Explorer
from app.web.pictures.making import made, saved
from app.web.shell.bundling import hash_of
from app.web.shell.describing import PICTURES, file_of
from app.web.shell.parameters import OpenExplorer

BARE = "none"
FRAMES = ("title", BARE)
Frame = Annotated[
    str,
    Query(
        description="`none` leaves out the title above and the sources below.",
        examples=[BARE],
        json_schema_extra={"enum": [*FRAMES]},
    ),
]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with all that its files say of it."""

    name: str
    """What its files are called, without the ending."""
    svg: str
    """The drawing, with its own colours and its legend."""
    description: str
    imprint: Callable[[], Imprint]
    """Tells what a file says about itself."""
    large: bool = False
    """Whether it is asked for in large type."""
    bare: bool = False
    """Whether what stands above and below it is left out, for a page that says it itself."""

    @property
    def svg_kept(self) -> str:
        """The drawing as a file has it."""
        return self.svg if self.bare else framed(self.svg, self.imprint())


@dataclass(frozen=True, slots=True)
class Format:
    """A format that every picture is had in."""

    ending: str
    media_type: str
    said: str
    """What the file is, for the description of its address."""
    larger: str
    """What it is in large type, of a picture that can be."""
    make: Callable[[Explorer, Picture], Awaitable[bytes]]
    is_framed: bool = True
    """Whether what stands around the drawing can be left out; paper always has it."""


async def _svg(explorer: Explorer, picture: Picture) -> bytes:
    return saved(explorer, picture.svg_kept).encode()


async def _png(explorer: Explorer, picture: Picture) -> bytes:
    svg, width = saved(explorer, picture.svg_kept), LARGE_WIDTH if picture.large else WIDTH
    return await made(explorer, f"png {hash_of(svg)} {width}", lambda: png_of(svg, width=width))


async def _pdf(explorer: Explorer, picture: Picture) -> bytes:
    svg, imprint = saved(explorer, picture.svg), picture.imprint()
    return await made(
        explorer,
        f"pdf {hash_of(f'{svg} {imprint}')} {picture.large}",
        lambda: sheet_of(svg, picture.description, imprint, large=picture.large),
    )


FORMATS = (
    Format("svg", "image/svg+xml", "A drawing with its title, colours, legend and sources.", "", _svg),
    Format("png", "image/png", "Up to 2,400 pixels wide.", "4,800 with `size=large`.", _png),
    Format("pdf", "application/pdf", "One sheet: A3, A4 if enough, A2 for much.", "A2 with `size=large`.", _pdf, False),
)
"""In the order in which pages offer them."""


def add_files(
    router: APIRouter,
    path: str,
    word: str,
    what: str,
    asked: Callable[..., Awaitable[Picture]],
    *,
    has_sizes: bool = False,
) -> None:
    """Offer a picture at an address in each format.

    `asked` reads the address and gives the picture; `word` begins the names of its routes, `what` says what it is.
    """
    for each in FORMATS:
        router.get(
            f"{path}.{each.ending}",
            name=f"{word}_{each.ending}",
            description=f"{each.said} {each.larger if has_sizes else ''}".strip(),
            **file_of(PICTURES, f"{what} as {each.ending.upper()}", each.media_type),
        )(_answering(each, asked))


def _answering(format_: Format, asked: Callable[..., Awaitable[Picture]]) -> Callable[..., Awaitable[Response]]:
    async def answer(explorer: OpenExplorer, picture: Annotated[Picture, Depends(asked)]) -> Response:
        """Return the picture as a file."""
        return file(await format_.make(explorer, picture), format_.media_type, f"{picture.name}.{format_.ending}")

    async def answer_framed(
        explorer: OpenExplorer, picture: Annotated[Picture, Depends(asked)], frame: Frame = FRAMES[0]
    ) -> Response:
        """Return the picture as a file; BadInput where `frame` is no word for what stands around it."""
        if frame not in FRAMES:
            raise BadInput(f"frame is '{frame[:40]}': expected {listed(FRAMES, 'or')}.")
        return await answer(explorer, replace(picture, bare=frame == BARE))

    return answer_framed if format_.is_framed else answer


def file(content: bytes, media_type: str, name: str) -> Response:
    """Answer with a file, under a name to keep it by."""
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'inline; filename="{name}"'})
