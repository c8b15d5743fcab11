"""What a page says to whoever sees more than the public: what of it is hidden from others, and how to look as they do.

A page is put together without that, and finished here: a thing that is hidden has a word behind each link to it and
behind its own heading, and a note above says whether anything at all is otherwise than on the public's page.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.vocabulary import Access
from app.web.shell.private import TOKEN, form_token
from app.web.shell.render import environment

PLACE = b"  <!--clearance-->\n"
"""Where the note stands, on a page that is made for whoever is signed in with clearance."""
_FOOT = (b'<a href="/account">Sign in</a>', b'<a href="/account">Your account</a>')
"""What the foot of a page says to everybody, and to whoever is signed in."""
WORDS = {Access.MEMBERS: "members only", Access.CONFIDENTIAL: "confidential"}
_LINK = re.compile(r'(<a\b[^>]*? ?href="(/[^"?#]*)[^"]*"[^>]*>)(.*?)</a>', re.DOTALL)
_HEADING = re.compile(r"(<h1\b[^>]*>.*?)(</h1>)", re.DOTALL)
_SVG = re.compile(r"(<svg\b.*?</svg>)", re.DOTALL)


def marked(page: str, path: str, closed: Mapping[str, Access]) -> str:
    """Return a page on which what is hidden says so: behind links to it, and behind its own heading."""

    def mark(address: str) -> str:
        access = closed.get(address)
        return f' <span class="clearance-mark">({WORDS[access]})</span>' if access else ""

    if own := mark(path):
        page = _HEADING.sub(lambda found: f"{found[1]}{own}{found[2]}", page, count=1)
    # A drawing has no room for more words, and none where HTML stands.
    parts = _SVG.split(page)
    parts[::2] = [_LINK.sub(lambda found: f"{found[0]}{mark(found[2])}", part) for part in parts[::2]]
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Note:
    """What stands above a page for whoever may read more than the public."""

    session: str
    """Its secret; by a token there is none, and so no form to look at the page otherwise."""
    signed_in: str
    """The name of the account; empty by a token."""
    address: str
    as_public: bool
    differs: bool
    """Whether the page is otherwise than the public's."""


def noted(page: bytes, note: Note, forms: Sequence[tuple[str, str]] = ()) -> bytes:
    """Put the note in its place, with the addresses of forms and the words that lead to them."""
    given = {
        "as_public": note.as_public,
        "differs": note.differs,
        "next": note.address,
        "session": bool(note.session),
        "signed_in": note.signed_in,
        "forms": forms,
        TOKEN: form_token(note.session) if note.session else "",
    }
    if note.signed_in:
        page = page.replace(*_FOOT, 1)
    return page.replace(PLACE, environment().get_template("_clearance.html").render(given).encode(), 1)
