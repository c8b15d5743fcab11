"""What the commands do; imported only when a command runs, since it brings the whole house along."""

from collections.abc import Sequence
from pathlib import Path

import typer
from pydantic import BaseModel
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from app.commands import printing_answers as terminal
from app.commands.running import answer, day_of, err, id_of, out, print_json
from app.domain.as_at import AsAt
from app.domain.english import listed
from app.exchange.place_format import AreasFile, PlaceFile, SourcesFile
from app.exchange.problems import counted, first_of, whole_count
from app.exchange.question_files import QuestionFile
from app.exchange.story_files import StoryFile
from app.questions.representation.telling import tell_representation
from app.questions.saved_questions.ask import check_questions, is_question
from app.reading.explorer import Explorer
from app.reading.search import search
from app.reading.stories import is_story
from app.record.loading import check_files, load_files
from app.web.pages.stories import check_story_files


def check(files: Sequence[Path]) -> None:
    """Print every problem of some files, or how many facts they hold; exit 1 when there is a problem."""
    there = [path for path in files if path.exists()]  # a link to itself has no folder that could be looked at
    stories = [path for path in there if is_story(path)]
    questions = [path for path in there if is_question(path)]
    data = [path for path in files if path not in stories and path not in questions]
    checked = check_files(data)
    told = check_story_files(stories)
    asked = check_questions(questions)
    problems = [*checked.problems, *told.problems, *asked.problems]
    few = first_of(problems)
    for problem in few:
        out.print_text(f"{problem}\n")  # as it is: `:100:` is a line, no picture of a hundred
    if problems:
        more = checked.more + whole_count(problems) - len(few)
        err.print(f"{counted(len(few), more, stopped=checked.stopped)}.", highlight=False)
        raise typer.Exit(1)
    counts = [f"{len(checked.facts)} facts"] if data else []
    counts += [f"{len(told.all)} {'story' if len(told.all) == 1 else 'stories'}"] if stories else []
    counts += [f"{len(asked.all)} question{'s' if len(asked.all) != 1 else ''}"] if questions else []
    out.print(f"{', '.join(counts)}, no problems.")


def load(files: Sequence[Path], *, replace: bool, preview: bool) -> None:
    """Load files with a progress bar and print what that changed, or would."""

    async def run(explorer: Explorer) -> None:
        columns = (TextColumn("writing"), BarColumn(), MofNCompleteColumn())
        # Another process may be loading at this moment: what is checked here must be what is written to.
        async with explorer.database.turns.one():
            with Progress(*columns, console=err, transient=True) as bar:
                task = bar.add_task("writing", total=None)
                summary = await load_files(
                    explorer.database,
                    files,
                    replace=replace,
                    dry_run=preview,
                    progress=lambda done, whole: bar.update(task, completed=done, total=whole),
                )
        counts = f"{summary.added} added, {summary.changed} changed, {summary.removed} removed"
        out.print(f"{'Would be: ' if preview else ''}{counts}, {summary.unchanged} unchanged.", highlight=False)

    answer(run, fill=False)


def who(name: str, *, on: str, area: str, proposed: bool, as_json: bool) -> None:
    """Print who represents somebody where."""

    async def run(explorer: Explorer) -> None:
        day = day_of(on)
        of = await id_of(explorer, name, area)
        told = await tell_representation(explorer, of, AsAt(day, proposed))
        contents = await explorer.catalogue.contents()
        if as_json:
            print_json(terminal.as_json(told, contents))
        else:
            terminal.print_answer(out, told, contents)

    answer(run, as_json=as_json)


def search_names(text: str, *, area: str, first: int, as_json: bool) -> None:
    """Print what a search finds; exit 1 when that is nothing."""

    async def run(explorer: Explorer) -> None:
        found = await search(explorer.catalogue, text, area=area or None, first=first)
        if as_json:
            print_json([{"id": name.id, "name": name.name, "type": name.label} for name in found])
        else:
            terminal.print_names(out, found)
        if not found:
            err.print_line(f"Nothing is called anything like '{text}'.")
            raise typer.Exit(1)

    answer(run, as_json=as_json)


def schema(what: str) -> None:
    """Print the JSON Schema of a sort of file."""
    models: dict[str, type[BaseModel]] = {
        "place": PlaceFile,
        "sources": SourcesFile,
        "areas": AreasFile,
        "story": StoryFile,
        "question": QuestionFile,
    }
    if what not in models:
        raise typer.BadParameter(f"expected {listed(list(models), 'or')}, not '{what}'")
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | models[what].model_json_schema()
    print_json(described)
