"""What a body's own terms say of who is on it, in words."""

from collections.abc import Callable, Iterable

from app.domain.english import are, counted, figure, listed, ordinary, with_article
from app.domain.records import CompositionRule, Organization


def groups_of(bodies: Iterable[Organization]) -> tuple[str, ...]:
    """Return the ids of every group that the rules of some bodies name, each once."""
    return tuple(dict.fromkeys(id_ for body in bodies for rule in body.composition for id_ in rule.organization_ids))


def for_whom(rule: CompositionRule, name: Callable[[str], str]) -> str:
    """Write for whom the seats are that a rule counts: `the voluntary or community sector or carers`."""
    sectors = listed([ordinary(sector) for sector in rule.sectors], "or")
    groups = [with_article(name(id_)) for id_ in rule.organization_ids]
    return listed([f"the {sectors} sector", *groups] if sectors else groups, "or")


def rule_said(rule: CompositionRule, name: Callable[[str], str]) -> str:
    """Write a rule: `at least 4 seats, and at most half of all, for the voluntary sector`."""
    said = []
    if rule.min is not None and rule.min == rule.max:
        said.append(counted(rule.min, "seat"))
    else:
        said += [f"at least {counted(rule.min, 'seat')}"] if rule.min is not None else []
        said += [f"at most {counted(rule.max, 'seat')}"] if rule.max is not None else []
    said += [f"at most {share_said(rule.max_share)}"] if rule.max_share is not None else []
    return f"{listed(said)} for {for_whom(rule, name)}"


def how_many_are(seats: int, whole: int) -> str:
    """Write how many seats a rule counts: `3 of the 12 members' seats recorded are`."""
    if whole == 1:
        return "the one member's seat recorded is" + " not" * (not seats)
    return f"{figure(seats)} of the {whole:,} members' seats recorded {are(seats)}"


def share_said(share: float) -> str:
    """Write a part of all seats: `half of the seats`, `40 per cent of the seats`."""
    part = {0.5: "half", 0.25: "a quarter", 0.75: "three quarters"}.get(share, f"{round(share * 100, 1):g} per cent")
    return f"{part} of the seats"
