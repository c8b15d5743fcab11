"""How fast the questions about a place are answered: the first time, and while its register is kept."""

import random
import time
from collections.abc import Awaitable, Callable, Sequence

from app.domain.as_at import AsAt
from app.questions.balance.ask import find_balance
from app.questions.capacity.ask import find_capacities
from app.questions.changes.ask import find_changes
from app.questions.comparing.ask import find_comparison
from app.questions.fragility.ask import find_fragility
from app.questions.gaps.ask import find_gaps_of
from app.questions.reporting.ask import find_reports
from app.reading.explorer import Explorer, today
from app.reading.registers import forget_registers, places_known
from benchmarks.measuring import Report

Ask = Callable[[str], Awaitable[object]]


async def measure_places(explorer: Explorer, rounds: int, report: Report, about: Sequence[str] = ()) -> None:
    """Ask each question about places in turn: with nothing kept of the place, then at once again."""
    areas = list(about or await places_known(explorer))
    random.Random(3).shuffle(areas)
    boards = {
        name.place: name.id
        for name in (await explorer.catalogue.contents()).names
        if name.classification == "partnership_board"
    }
    day = today()
    questions: dict[str, Ask] = {
        "every kind of gap of a place": lambda area: find_gaps_of(explorer, area, as_at=AsAt(day)),
        "what changed in a place": lambda area: find_changes(explorer, area=area, as_at=AsAt(day)),
        "fragility of a place": lambda area: find_fragility(explorer, area, AsAt(day)),
        "reports owed in a place": lambda area: find_reports(explorer, area, AsAt(day)),
        "who is on a board": lambda area: find_balance(explorer, boards[area], AsAt(day)),
        "capacity of a place's forums": lambda area: find_capacities(explorer, [area], day),
        "two places compared": lambda area: find_comparison(explorer, area, areas[0], day),
    }
    for question, ask in questions.items():
        first, again = [], []
        for number in range(max(rounds // 3, 30) + 10):
            area = areas[number % len(areas)]
            forget_registers(explorer)
            begin = time.perf_counter()
            await ask(area)
            middle = time.perf_counter()
            await ask(area)
            if number >= 10:
                first.append(middle - begin)
                again.append(time.perf_counter() - middle)
        report.add_times(f"{question}: read anew", first)
        report.add_times(f"{question}: its register kept", again)
