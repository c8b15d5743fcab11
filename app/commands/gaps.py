"""The command that lists gaps."""

from collections.abc import Sequence

from app.commands.common import answer, day_of, out
from app.commands.documents import of_day, print_document
from app.commands.terminal import print_indented, print_whole
from app.domain.as_at import AsAt
from app.domain.vocabulary import GapKind
from app.errors import BadInput
from app.exchange.problems import nearest
from app.questions.exporting import sources_said
from app.questions.gaps.ask import ALL_KINDS, Finding, GapsFound, find_gaps_of
from app.questions.gaps.rules import RULES
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer


def gaps(*, area: str, kinds: Sequence[str], on: str, proposed: bool, as_json: bool) -> None:
    """Print the gaps of a place, or of all, by body."""

    async def run(explorer: Explorer) -> None:
        wanted = [_kind(text) for text in kinds]
        as_at = AsAt(day_of(on), proposed)
        if as_json:
            names = [kind.name for kind in wanted] or None
            await print_document(explorer, "gaps", {"area": area or None, "kinds": names, **of_day(as_at)})
        else:
            found = await find_gaps_of(explorer, area or None, wanted, as_at)
            _print(found, await explorer.catalogue.contents())

    answer(run, as_json=as_json)


def _kind(text: str) -> GapKind:
    try:
        return GapKind(text.lower().replace("-", "_"))
    except ValueError:
        near = nearest(text.lower(), [kind.value for kind in ALL_KINDS])
        meant = f"did you mean {near}?" if near else f"expected one of {', '.join(ALL_KINDS)}."
        raise BadInput(f"--kind {text}: {meant}") from None


def _print(found: GapsFound, contents: Contents) -> None:
    """Print the findings by body, and how many there are of each kind."""
    print_whole(found.sentence, "bold")
    for body, findings in found.by_body():
        print_whole(f"\n{body.name}", "bold cyan")
        for finding in findings:
            _print_finding(finding, contents)
    aged = [finding for finding in found.findings if finding.kind is GapKind.STALE]
    for finding in aged:
        print_whole(f"\n{finding.subject_name}", "bold cyan")
        _print_finding(finding, contents)
    out.print()
    for kind, number in found.counts:
        if number and kind in found.kinds:
            print_whole(f"{number:5}  {RULES[kind].name}")


def _print_finding(finding: Finding, contents: Contents) -> None:
    marks = [finding.kind_name, "a source says so" if finding.recorded_as_none else "", finding.doubt]
    print_indented(finding.explanation)
    print_indented(f"{'; '.join(mark for mark in marks if mark)}. To close it: {finding.remedy}", "dim")
    sources = sources_said(finding.gap.citations, contents.sources)
    if sources:
        print_indented(f"Source: {sources}", "dim")
