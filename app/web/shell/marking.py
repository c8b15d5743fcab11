"""What a page says to whoever sees more than the public: what of it is hidden from others, and how to look as they do.

A page is put together without that, and finished here: a thing that is hidden has a word behind each link to it and
behind its own heading, and a note above says whether anything at all is otherwise than on the public's page.
"""

import re
from collections.abc import Mapping

from app.domain.vocabulary import Access
from app.web.shell.private import TOKEN, form_token
from app.web.shell.render import environment

PLACE = b"  <!--clearance-->\n"
"""Where the note stands, on a page that is made for whoever is signed in with clearance."""
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


def noted(page: bytes, *, session: str, address: str, as_public: bool, differs: bool) -> bytes:
    """Put the note in its place; by a token there is no session, and so no form to look at it otherwise."""
    given = {
        "as_public": as_public,
        "differs": differs,
        "next": address,
        "session": bool(session),
        TOKEN: form_token(session) if session else "",
    }
    return page.replace(PLACE, environment().get_template("_clearance.html").render(given).encode(), 1)
