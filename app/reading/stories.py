"""The stories that come with the data: read once for each state of the files and of the data."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from os.path import realpath
from pathlib import Path

import structlog

from app.domain.story import FOLDER, Story
from app.exchange.problems import Problem
from app.exchange.story_files import CheckView, Known, known_of, read_story
from app.exchange.yaml_files import ids_of, read_files
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories of every place that can be told, and what is wrong with the others."""

    all: tuple[Story, ...]
    problems: tuple[Problem, ...]

    def find(self, place: str, id_: str) -> Story | None:
        """Return one story, or None."""
        return next((story for story in self.all if (story.place, story.id) == (place, id_)), None)

    def of(self, place: str) -> tuple[Story, ...]:
        """Return the stories of a place."""
        return tuple(story for story in self.all if story.place == place)


_STORIES: Shelf[Stories] = Shelf("stories", 1)


async def stories_of(explorer: Explorer, contents: Contents, check_view: CheckView) -> Stories:
    """Return the stories beside the data files; one with a problem is left out, and the log says why."""
    paths, written = await asyncio.to_thread(_as_written, explorer.settings.seeds_dir)

    def read() -> Stories:
        stories = check_stories(paths, known_in(contents), check_view)
        for problem in stories.problems:
            log.warning("a story is left out", problem=str(problem))
        return stories

    return await explorer.kept[_STORIES].once("stories", (contents.version, written), lambda: asyncio.to_thread(read))


def _as_written(seeds: Path) -> tuple[list[Path], tuple[tuple[Path, int], ...]]:
    """List the files of stories, and when each was last written."""
    paths = story_paths(seeds)
    return paths, tuple((path, path.stat().st_mtime_ns) for path in paths)


def story_paths(seeds: Path) -> list[Path]:
    """List the files of stories beside the data files in a folder."""
    return sorted((seeds / FOLDER).glob("*.yaml"))


def is_story(path: Path) -> bool:
    """Tell whether a path is a file of a story, or the folder of them, by where it stands."""
    return FOLDER in {path.name, path.resolve().parent.name}


def check_files_of_stories(paths: Sequence[Path], check_view: CheckView) -> Stories:
    """Check files or folders of stories against the data files in the folder above them, without a database."""
    files = [file for path in paths for file in (sorted(path.glob("*.yaml")) if path.is_dir() else [path])]
    above = list(dict.fromkeys(Path(realpath(file)).parent.parent for file in files))
    labels = ids_of(read_files(above, whole=False).facts.nodes)
    return check_stories(files, known_of(labels), check_view)


def check_stories(paths: list[Path], known: Known, check_view: CheckView) -> Stories:
    """Read files of stories, and say everything that is wrong with them."""
    stories: list[Story] = []
    problems: list[Problem] = []
    for path in paths:
        story, wrong = read_story(path, known, check_view)
        problems += wrong
        if story is not None:
            stories.append(story)
    return Stories(tuple(sorted(stories, key=lambda story: (story.place, story.title))), tuple(problems))


def known_in(contents: Contents) -> Known:
    """Return what stories may name, as the database has it."""
    organizations = {name.id for name in contents.names if name.label == "Organization"}
    return Known(contents.areas, organizations, contents.sources)
