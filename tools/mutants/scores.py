"""What became of the mutants, module by module."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import yaml
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import walk_mutatable_files

from tools.mutants.engine import matches

CAUGHT = {"killed", "timeout"}
MISSED = {"survived", "no tests"}
TABLE = re.compile(r"(?<=<!-- scores -->\n).*(?=<!-- end of scores -->)", re.DOTALL)


@dataclass
class Score:
    """What became of a module's mutants; `survivors` holds the lines taken out (-) and put in (+), by mutant."""

    made: int = 0
    caught: int = 0
    equivalent: int = 0
    untold: int = 0
    survivors: dict[str, list[str]] = field(default_factory=dict)

    @property
    def tried(self) -> int:
        """Count the mutants that were tried, without those that do the same as the original."""
        return self.caught + len(self.survivors)

    @property
    def per_cent(self) -> float:
        """Return the share of tried mutants that a test noticed; 100 when none was tried."""
        return 100 * self.caught / self.tried if self.tried else 100.0


def scores(patterns: list[str], equivalent: Path) -> dict[str, Score]:
    """Count what became of the mutants asked for, by module.

    A survivor that `equivalent` lists, by its module and the lines it changes, counts as one that nothing can notice.
    """
    same = {(entry["module"], entry["was"], entry["is"]) for entry in yaml.safe_load(equivalent.read_text("utf-8"))}
    told = {}
    for path in walk_mutatable_files():
        module = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        score = told[module] = Score()
        data = SourceFileMutationData(path=path)
        data.load()
        for mutant, code in data.exit_code_by_key.items():
            if not matches(mutant, patterns):
                continue
            score.made += 1
            status = status_by_exit_code[code]
            if status in CAUGHT:
                score.caught += 1
            elif status in MISSED:
                lines = _changed_lines(mutant, path)
                if (module, lines[0].removeprefix("- "), lines[-1].removeprefix("+ ")) in same:
                    score.equivalent += 1
                else:
                    score.survivors[mutant] = lines
            elif status != "not checked":
                score.untold += 1
    return {module: score for module, score in sorted(told.items()) if score.made}


def total(told: dict[str, Score]) -> Score:
    """Add up the scores of all modules."""
    everything = Score()
    for score in told.values():
        everything.made += score.made
        everything.caught += score.caught
        everything.equivalent += score.equivalent
        everything.untold += score.untold
        everything.survivors |= score.survivors
    return everything


def keep(told: dict[str, Score], seed: int, report: Path) -> None:
    """Write the scores as the table of a document, between its two marks."""
    rows = [("Module", "Made", "Tried", "Noticed", "Score"), ("---", "--:", "--:", "--:", "--:")]
    for name, score in [*((f"`{module}`", score) for module, score in told.items()), ("Together", total(told))]:
        rows.append(
            (
                name,
                f"{score.made:,}",
                f"{score.tried:,}",
                f"{score.caught:,}",
                f"{score.per_cent:.0f} %" if score.tried else "",
            )
        )
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    day = f"{datetime.now(UTC):%d %B %Y}".lstrip("0")
    table = f"Measured on {day} with seed {seed}.\n\n{lines}\n"
    report.write_text(TABLE.sub(lambda _: table, report.read_text("utf-8")), "utf-8")


def _changed_lines(mutant: str, path: Path) -> list[str]:
    lines = get_diff_for_mutant(mutant, path=path).splitlines()[2:]
    return [f"{line[0]} {line[1:].strip()}" for line in lines if line[:1] in {"-", "+"}]
