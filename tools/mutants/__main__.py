"""Plant small faults in the rules, one at a time, and count those that a unit test notices: `make mutants`.

mutmut makes the faults, called mutants, and runs the tests that reach each. Which modules it mutates, and which
tests it runs, stands in pyproject.toml. Scores and survivors are printed; a run over all modules keeps its scores in
docs/testing.md. Ends with 1 when tests notice less than 90 % of what was tried.
"""

import argparse
import shutil
import sys
from pathlib import Path

from tools.mutants.engine import run
from tools.mutants.scores import keep, scores, total

ROOT = Path(__file__).resolve().parents[2]
ENOUGH = 90


def main() -> None:
    """Run mutmut within its time and tell what came out."""
    parser = argparse.ArgumentParser(prog="make mutants", description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("patterns", nargs="*", help="only mutants of these names, for example 'app.domain.dates.*'")
    parser.add_argument("--minutes", type=float, default=20, help="time for trying mutants (default: 20)")
    parser.add_argument("--seed", type=int, default=1, help="draws which mutants come first (default: 1)")
    parser.add_argument("--again", action="store_true", help="use what the last run made, where nothing has changed")
    asked = parser.parse_args()
    if not asked.again:
        shutil.rmtree(ROOT / "mutants", ignore_errors=True)
    run(asked.patterns, asked.seed, asked.minutes, again=asked.again)
    told = scores(asked.patterns, Path(__file__).with_name("equivalent.yaml"))
    for mutant, lines in total(told).survivors.items():
        print(f"\n{mutant}", *lines, sep="\n    ")
    print()
    for name, score in [*told.items(), ("together", total(told))]:
        print(f"{name:45} {score.caught:5} of {score.tried:5} noticed {score.per_cent:6.1f} %", end="")
        print(f"  ({score.equivalent} do the same as the original)" if score.equivalent else "", end="")
        print(f"  ({score.untold} ended otherwise)" if score.untold else "")
    if not asked.patterns:
        keep(told, asked.seed, ROOT / "docs/testing.md")
    sys.exit(total(told).per_cent < ENOUGH)


if __name__ == "__main__":
    main()
