"""Examples that are drawn once a run, for tests that have a run for each engine: drawing a rich place takes half a second.

The profile of these tests draws the same examples each time, so the engines lose nothing by having them in common.
"""

import functools
import inspect
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.workers import shared_folder


def each_drawn(*, many: int, **strategies: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Any]:
    """Run a test with so many examples, one after the other; the first that fails is told."""

    def decorate(test: Callable[..., None]) -> Any:
        @functools.wraps(test)
        def run_all(*, tmp_path_factory: pytest.TempPathFactory, **fixtures: Any) -> None:
            for number, example in enumerate(_examples(shared_folder(tmp_path_factory), test, many, strategies), 1):
                try:
                    test(**fixtures, **example)
                except BaseException as error:
                    error.add_note(f"Example {number} of {many}: {example}")
                    raise

        signature = inspect.signature(test)
        fixtures = [each for name, each in signature.parameters.items() if name not in strategies]
        factory = inspect.Parameter("tmp_path_factory", inspect.Parameter.KEYWORD_ONLY)
        run_all.__signature__ = signature.replace(parameters=[*fixtures, factory])  # type: ignore[attr-defined]
        return run_all

    return decorate


def _examples(
    folder: Path, test: Callable[..., None], many: int, strategies: dict[str, st.SearchStrategy[Any]]
) -> list[dict[str, Any]]:
    """Draw what a test wants, unless another engine's run of it did."""
    file = folder / f"{test.__module__}.{test.__name__}.drawn"
    if not file.exists():
        made: list[dict[str, Any]] = []

        def keep(**example: Any) -> None:
            made.append(example)

        # Named as the test is, since what is drawn hangs on the name.
        keep.__qualname__ = keep.__name__ = test.__name__
        drawing = settings(
            max_examples=many, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None
        )
        drawing(given(**strategies)(keep))()
        assert len(made) == many
        # Two workers may draw at the same time, and draw the same.
        part = file.with_suffix(f".{os.getpid()}")
        part.write_bytes(pickle.dumps(made))
        part.replace(file)
    kept: list[dict[str, Any]] = pickle.loads(file.read_bytes())  # noqa: S301 - which this run wrote
    return kept
