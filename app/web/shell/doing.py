"""What somebody who may write in a place is led to from its pages: the forms about just that, filled in with it.

Pages are put together without it, as they are for everybody: it is read off a finished page what that is about.
"""

import re
from collections.abc import Mapping
from urllib.parse import quote

from app.domain.rights import Account, edits_anywhere, may_administer, may_edit
from app.domain.vocabulary import GapKind

_ABOUT = re.compile(r'href="/edit/about/(\w+)/([^"]+)" rel="nofollow"')
"""The link at the end of each page of a thing that the record has."""
_GAP = re.compile(
    r'(<li class="gap" data-gap="(\w+)">.*?<span class="gap__facts">.*?<a [^>]*href="(/[^"?#]*)[^"]*">.*?</a>)',
    re.DOTALL,
)
_FORMS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "area": (("new-body", "Add a body"),),
    "organization": (("met", "Record a meeting"), ("new-seats", "Add seats")),
    "post": (("took-a-seat", "Somebody new in this seat"), ("left", "Somebody left")),
    "person": (("left", "Left a seat"),),
    "meeting": (("came", "Say who came"),),
}
"""By the sort of thing, the forms that are wanted most, and the words that lead to each; the others are behind
`Change this`."""
_FRONT = '<h2 id="places"'
"""What the front page alone has."""
_TAKEN = ("post", "took-a-seat")
_GAPS: Mapping[str, tuple[str, str]] = {
    GapKind.VACANT_POST: _TAKEN,
    GapKind.HOLDER_NOT_RECORDED: _TAKEN,
    GapKind.SEAT_NOT_TAKEN_UP: _TAKEN,
    GapKind.TERM_ENDED: _TAKEN,
    GapKind.TERM_ENDING: _TAKEN,
    GapKind.REPORT_BACK_NOT_RECORDED: ("post", "reported"),
    GapKind.NO_SECTOR_SEAT: ("organization", "new-seat"),
    GapKind.SEATS_MISSING: ("organization", "new-seats"),
    GapKind.COMPOSITION: ("organization", "new-seat"),
    GapKind.FEEDS_NOTHING: ("organization", "joined"),
    GapKind.NO_LINES: ("organization", "joined"),
}
"""By the sort of gap, the form that closes it; of others, the forms about what has the gap."""
_FOLDERS = {"posts": "post", "people": "person", "meetings": "meeting"}


def doing(page: str, account: Account) -> list[tuple[str, str]]:
    """List what whoever has an account may do with what a page is about: addresses of forms, and the words for them."""
    about = _ABOUT.search(page)
    if about is None and _FRONT in page and edits_anywhere(account):
        return [*_brought_in(), *([("/edit/start", "Start a place")] if may_administer(account) else [])]
    if about is None or not may_edit(account, about[2].partition("/")[0]):
        return []
    return forms_about(about[1], about[2])


def forms_about(kind: str, id_: str) -> list[tuple[str, str]]:
    """List the forms that are wanted most about something, with their addresses, and last where the others are."""
    forms = [(f"/edit/{form}/{kind}/{id_}", words) for form, words in _FORMS.get(kind, ())]
    forms += _brought_in(id_) if kind == "area" else []
    if kind == "organization":
        place = quote(id_.partition("/")[0])
        forms.append((f"/import/minutes?area={place}", "Bring in minutes"))
    return [*forms, (f"/edit/about/{kind}/{id_}", "Change this")]


def _brought_in(area: str = "") -> list[tuple[str, str]]:
    """List where a file is brought in, into a place where it is known."""
    into = f"?area={quote(area)}" if area else ""
    return [(f"/import{into}", "Import a file"), (f"/import/minutes{into}", "Bring in minutes")]


def closable(page: str, account: Account) -> str:
    """Return the page of gaps with a link beside each that whoever has an account may close, to the form that does."""

    def close(found: re.Match[str]) -> str:
        kind, id_ = _what_is_at(found[3])
        if not may_edit(account, id_.partition("/")[0]):
            return found[0]
        wanted = _GAPS.get(found[2])
        form = wanted[1] if wanted and wanted[0] == kind else "about"
        return f'{found[0]} <a class="gap__close" href="/edit/{form}/{kind}/{id_}">Close it</a>'

    return _GAP.sub(close, page)


def _what_is_at(path: str) -> tuple[str, str]:
    """Return the kind and the id of what has a page; no id of what no form is about, such as a source."""
    folder, _, rest = path.strip("/").partition("/")
    kind, id_ = (_FOLDERS[folder], rest) if folder in _FOLDERS else ("organization", f"{folder}/{rest}")
    return kind, "" if folder == "sources" or "/" not in id_ else id_
