"""The commands on data files: check them, load them."""

from collections.abc import Sequence
from pathlib import Path

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from app.commands.common import answer, err, out
from app.domain.english import and_more, numbered
from app.exchange.limits import MAX_SHOWN
from app.exchange.problems import first_of, problems_counted, whole_count
from app.exchange.yaml_files import Checked
from app.questions.saved_questions.ask import check_questions, is_question
from app.reading.explorer import Explorer
from app.reading.stories import is_story
from app.record.loading import check_files, load_files
from app.record.telling import told_of

MOST_DOUBTS = 5
"""A load tells no more of them: whoever wants to see all asks for the check."""


def check(files: Sequence[Path]) -> None:
    """Print every problem and doubt of some files, and how many facts they hold; exit 1 when there is a problem."""
    from app.web.pages.stories import check_story_files  # all that pages stand on, which a load does without

    there = [path for path in files if path.exists()]  # a link to itself has no folder that could be looked at
    stories = [path for path in there if is_story(path)]
    questions = [path for path in there if is_question(path)]
    data = [path for path in files if path not in stories and path not in questions]
    checked = check_files(data)
    checked_stories = check_story_files(stories)
    checked_questions = check_questions(questions)
    problems = [*checked.problems, *checked_stories.problems, *checked_questions.problems]
    few = first_of(problems)
    for problem in [*few, *checked.doubts[: MAX_SHOWN - len(few)]]:
        out.print_text(f"{problem}\n")  # as it is: `:100:` is a line, no picture of a hundred
    if problems:
        more = checked.more + whole_count(problems) - len(few)
        err.print(f"{problems_counted(len(few), more, stopped=checked.stopped)}.", highlight=False)
        raise typer.Exit(1)
    counts = [numbered(len(checked.facts), "fact")] if data else []
    told, asked = len(checked_stories.all), len(checked_questions.all)
    counts += [numbered(told, "story")] if stories else []
    counts += [numbered(asked, "question")] if questions else []
    doubts = len(checked.doubts) + checked.more_doubts
    doubted = f", {numbered(doubts, 'doubt')}" if doubts else ""
    doubted += f": the first {len(checked.doubts)} are shown" if checked.more_doubts else ""
    out.print(f"{', '.join(counts)}, no problems{doubted}.", highlight=False)


def load(files: Sequence[Path], *, replace: bool, end: str, preview: bool, why: str) -> None:
    """Load files with a progress bar and print what that changed, or would: by name, then as counts."""
    doubted: list[Checked] = []

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
                    until=end,
                    dry_run=preview,
                    progress=lambda done, whole: bar.update(task, completed=done, total=whole),
                    doubted=doubted.append,
                    why=why,
                )
        for line in told_of(summary, replace=replace, until=end):
            out.print_line(line)
        for line in _doubts_told(doubted[0], preview):
            out.print_line(line)
        ended = f", {summary.ended} ended" if end else ""
        counts = f"{summary.added} added, {summary.changed} changed{ended}, {summary.removed} removed"
        out.print(f"{'Would be: ' if preview else ''}{counts}, {summary.unchanged} unchanged.", highlight=False)

    answer(run, fill=False)


def _doubts_told(checked: Checked, preview: bool) -> list[str]:
    """Say the first of what is doubted of files that are loaded all the same, and how much more there is."""
    doubts = len(checked.doubts) + checked.more_doubts
    if not doubts:
        return []
    few = checked.doubts[:MOST_DOUBTS]
    more = doubts - len(few)
    count = numbered(doubts, "doubt")
    heading = f"{count}, which would stop nothing:" if preview else f"{count}, loaded all the same:"
    lines = [heading, *(f"  {each}" for each in few)]
    return lines + ([f"  {and_more(more)}: `partnerships check` tells of them."] if more else [])
