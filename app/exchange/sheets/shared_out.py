"""The entries of a section that two processes check: from the front here, from the back in a second one."""

from collections.abc import Callable, Iterator
from typing import Any

from app.exchange.entries.spelling import SpelledLater
from app.exchange.sheets.helper import Helper, Sent
from app.exchange.sheets.parts import Around, Part


class SharedOut(SpelledLater):
    """Entries of which some are checked elsewhere; those come only where they are to be checked here all the same."""

    def __init__(
        self,
        said: list[Any],
        counting: Callable[[], None],
        helper: Helper,
        around: Callable[[], Around],
        taking: Callable[[Part], bool],
    ) -> None:
        """Take over some entries, with who helps; `around` says what there is before them, `taking` has their facts."""
        super().__init__(said, counting)
        self._helper, self._around, self._taking = helper, around, taking

    def numbered(self) -> Iterator[tuple[int, Any]]:
        """Give those that are to be checked here, each with its number, in their order."""
        part = self._helper.part
        self._helper.begin(self._around())
        at, end, sent = 0, len(self), list[Sent]()
        while at < end:
            if end - at > part and self._helper.is_free:
                first = end - part
                sent.append(self._helper.check(first, self[first:end]))
                self._put(first, [None] * part)
                for _ in range(part):
                    self._counting()
                end = first
                continue
            yield at, self._given(list.__getitem__(self, at))
            at += 1
        self._counting = _nobody  # what is left was counted when it was sent
        while sent:
            each = sent.pop()
            if (found := each.part()) and self._taking(found):
                continue
            self._put(each.first, each.entries())
            for at in range(each.first, each.first + each.count):
                yield at, self._given(list.__getitem__(self, at))

    def _put(self, first: int, entries: list[Any]) -> None:
        """Put entries in the place of as many, from a number on; nobody counts that."""
        list.__setitem__(self, slice(first, first + len(entries)), entries)


def _nobody() -> None:
    """Count nothing."""
