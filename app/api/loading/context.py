"""What every resolver of a request is given."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

import strawberry
from graphql.pyutils import Path

from app.accounts.tokens import Bearer, bearer_of
from app.api.admitting.admitting import Admission
from app.api.loading.gathering import Gathering
from app.api.loading.loaders import Loaders
from app.domain.as_at import AsAt
from app.domain.rights import may_edit
from app.errors import NotAllowed, NotSignedIn
from app.reading.explorer import Explorer, today
from app.reading.sizes import Sizes


class Compiling(Enum):
    """Which selections are read by one statement each; the answers are the same."""

    NEVER = "never"
    KNOWN = "those whose statement was asked for before"
    """A text that is new to a database is planned for longer than several small ones are answered."""
    ALWAYS = "all that can be"


@dataclass(slots=True)
class Context:
    """One request's view: the explorer, what it has read, and the day that stands for today throughout."""

    explorer: Explorer
    admission: Admission | None = None
    """The document that is asked, when it was read and checked already."""
    sizes: Sizes = field(default_factory=Sizes)
    """How long the lists of the data are, as far as known."""
    authorization: str = ""
    """The header of the request by which a program says who it is; only what is for one asks for it."""
    cost: int | None = None
    """How many nodes the query was estimated to bring."""
    loaders: Loaders = field(init=False)
    today: date = field(default_factory=today)
    owner: Bearer | None = None
    """Who asks where that is known without a request."""
    is_private: bool = False
    """Whether the answer is for whoever has the token, and kept by nobody: else nothing of a token may be in it."""
    compiling: Compiling = Compiling.KNOWN
    """Which selections are read by one statement each."""
    gathering: Gathering | None = None
    """What several fields of Query ask together, once the first of them does."""
    beforehand: object = None
    """What came of answering the only field without the executor: an error, or that it cannot be answered so."""
    new_statements: set[str] = field(default_factory=set)
    """Texts that this request is the first to need, and so answers field by field."""
    _said: dict[int, tuple[Path, AsAt]] = field(default_factory=dict)
    """What fields that others stand in say of day and proposals, by the identity of their paths, which are kept with
    it: to compare whole paths would take longer than most fields do."""

    def __post_init__(self) -> None:
        """Start with nothing read."""
        self.loaders = Loaders(self.explorer)

    async def bearer(self) -> Bearer:
        """Return whose token came with the request; NotSignedIn where there is none, or it lets nobody in."""
        bearer = self.owner or await bearer_of(self.explorer.database, self.authorization)
        if bearer is None:
            raise NotSignedIn("Send a token: `Authorization: Bearer ...`. An administrator makes it.")
        return bearer

    async def editor(self, place: str) -> Bearer:
        """Return the same where it may write in a place; NotAllowed where it may not."""
        bearer = await self.bearer()
        if not may_edit(bearer.account, place):
            raise NotAllowed(f"The token may not write in '{place[:80]}': it needs the role editor there.")
        return bearer

    def address(self, path: str) -> str:
        """Return where a page is for everybody: absolute where the site's own address is set, else from its root."""
        return self.explorer.settings.base_url.rstrip("/") + path

    def as_at(self, info: "Info", on: date | None = None, include_proposed: bool | None = False) -> AsAt:
        """Return what day a field's answer is for, and whether proposals count for it.

        What the field does not say itself is as the field around it says, and so on outwards: who asks for 2009 is
        told of 2009 all the way down. Where nobody says, it is today, without proposals.
        """
        path = info.path
        around = self._around(path.prev)
        # The argument has a default, so its value alone does not tell whether it was given.
        given = any(one.name.value == "includeProposed" for one in info._raw_info.field_nodes[0].arguments or ())
        own = AsAt(on or around.on, bool(include_proposed) if given else around.include_proposed)
        if own != around:
            self._said[id(path)] = path, own
        return own

    def _around(self, path: Path | None) -> AsAt:
        """Find the nearest field around that says something else than is usual."""
        if self._said:
            while path:
                if found := self._said.get(id(path)):
                    return found[1]
                path = path.prev
        return AsAt(self.today)


Info = strawberry.Info[Context, None]
