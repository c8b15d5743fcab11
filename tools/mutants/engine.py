"""How mutmut runs here: decorated functions take part, in an order that a seed draws, until the time is over."""

import fnmatch
import random
import signal
import threading
from collections.abc import Callable
from typing import Any

import libcst as cst
import mutmut.__main__ as mutmut_run
from mutmut.mutation import file_mutation
from mutmut.state import state


def matches(mutant: str, patterns: list[str]) -> bool:
    """Tell whether a mutant's name is one of those asked for; no pattern asks for all."""
    return not patterns or any(fnmatch.fnmatch(mutant, pattern) for pattern in patterns)


def run(patterns: list[str], seed: int, minutes: float, *, again: bool) -> None:
    """Make the mutants, find the tests that reach each, and try those asked for while the time lasts.

    With `again`, what the last run made and found is used once more, where no source has changed.
    """
    _mutate_decorated_functions()
    _draw_in_order(patterns, seed)
    _run_clean_tests_once()
    _stop_after(minutes)
    if again:
        mutmut_run._reset_mutant_results(lambda mutant, _: matches(mutant, patterns))
    mutmut_run._run((), None)


def _mutate_decorated_functions() -> None:
    """Let mutmut into decorated functions, as most rules are.

    The decorators stay with the function that chooses between the original and its mutants; none of these is decorated.
    """
    skips: Callable[[Any, cst.CSTNode], bool] = file_mutation.MutationVisitor._skip_node_and_children
    arrange = file_mutation.function_trampoline_arrangement

    def skips_less(self: Any, node: cst.CSTNode) -> bool:
        return skips(self, node.with_changes(decorators=[]) if isinstance(node, cst.FunctionDef) else node)

    def arranged(function: cst.FunctionDef, mutants: Any, class_name: str | None) -> Any:
        if all(isinstance(d.decorator, cst.Name) and d.decorator.value == "classmethod" for d in function.decorators):
            return arrange(function, mutants, class_name)
        declared, methods, assigned, names = arrange(function.with_changes(decorators=[]), mutants, class_name)
        first = methods[0]
        chooser = first.with_changes(decorators=[*function.decorators, *first.decorators])
        return declared, [chooser, *methods[1:]], assigned, names

    file_mutation.MutationVisitor._skip_node_and_children = skips_less
    file_mutation.function_trampoline_arrangement = arranged


def _draw_in_order(patterns: list[str], seed: int) -> None:
    """Have the mutants that match tried in a drawn order: mutmut takes the quickest first, which is no fair sample."""
    collect = mutmut_run.collect_source_file_mutation_data

    def matching(*, mutant_names: Any) -> Any:
        mutants, files = collect(mutant_names=())
        return [one for one in mutants if matches(one[1], patterns)], files

    mutmut_run.collect_source_file_mutation_data = matching
    mutmut_run.estimated_worst_case_time = lambda mutant: random.Random(f"{seed} {mutant}").random()


def _run_clean_tests_once() -> None:
    """Have one quick test run before mutants are tried: to see which reaches what, all have just run."""
    mutmut_run.tests_for_mutant_names = lambda _: {
        min(state().duration_by_test, key=state().duration_by_test.__getitem__)
    }


def _stop_after(minutes: float) -> None:
    """Interrupt the run when mutants have been tried for so long; what is tried by then counts."""
    prepare = mutmut_run.run_forced_fail_test

    def prepared(runner: Any) -> None:
        prepare(runner)
        timer = threading.Timer(60 * minutes, signal.raise_signal, [signal.SIGINT])
        timer.daemon = True
        timer.start()

    mutmut_run.run_forced_fail_test = prepared
