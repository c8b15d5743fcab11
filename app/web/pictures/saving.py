"""A picture as files, in one way for all pictures: SVG to keep or to work on, PNG to paste somewhere, PDF for paper.

Each is described, checked, tagged and kept like every other file; one that may show what is hidden says so above.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from app.diagram.paper import Imprint, sheet_of
from app.diagram.raster import LARGE_WIDTH, WIDTH, png_of
from app.reading.explorer import Explorer
from app.web.pictures.making import made, saved
from app.web.shell.bundling import hash_of
from app.web.shell.describing import PICTURES, file_of
from app.web.shell.parameters import OpenExplorer


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with all that its files say of it."""

    name: str
    """What its files are called, without the ending."""
    svg: str
    """The drawing, with its own colours and its legend."""
    description: str
    imprint: Callable[[], Imprint]
    """Tells what a sheet of paper says about itself."""
    large: bool = False
    """Whether it is asked for in large type."""


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


async def _svg(explorer: Explorer, picture: Picture) -> bytes:
    return saved(explorer, picture.svg).encode()


async def _png(explorer: Explorer, picture: Picture) -> bytes:
    svg, width = saved(explorer, picture.svg), LARGE_WIDTH if picture.large else WIDTH
    return await made(explorer, f"png {hash_of(svg)} {width}", lambda: png_of(svg, width=width))


async def _pdf(explorer: Explorer, picture: Picture) -> bytes:
    svg, imprint = saved(explorer, picture.svg), picture.imprint()
    return await made(
        explorer,
        f"pdf {hash_of(f'{svg} {imprint}')} {picture.large}",
        lambda: sheet_of(svg, picture.description, imprint, large=picture.large),
    )


FORMATS = (
    Format("svg", "image/svg+xml", "A drawing with its colours and its legend.", "", _svg),
    Format("png", "image/png", "Up to 2,400 pixels wide.", "4,800 with `size=large`.", _png),
    Format("pdf", "application/pdf", "One sheet: A3, A4 if enough, A2 for much.", "A2 with `size=large`.", _pdf),
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

    return answer


def file(content: bytes, media_type: str, name: str) -> Response:
    """Answer with a file, under a name to keep it by."""
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'inline; filename="{name}"'})
