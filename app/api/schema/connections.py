"""Pages of long lists as GraphQL knows them; which page is asked for, and its cursors: `app/api/loading/paging.py`."""

from typing import Generic, TypeVar

import strawberry

from app.api.schema.fields import plain

Node = TypeVar("Node")


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    """Where a page stands in its list."""

    has_next_page: bool = plain("Whether more follows.")
    has_previous_page: bool = plain("Whether something comes before: true when the page was asked for by a cursor.")
    start_cursor: str | None = plain("The cursor of the first one; null on an empty page.")
    end_cursor: str | None = plain("The cursor of the last one, to ask for what follows; null on an empty page.")


@strawberry.type(description="One entry of a page.")
class Edge(Generic[Node]):
    """One entry of a page."""

    cursor: str = plain("Where it stands in the list: opaque, for `after`.")
    node: Node = plain("The entry itself.")


@strawberry.type(description="A page of a long list.")
class Connection(Generic[Node]):
    """A page of a long list."""

    edges: list[Edge[Node]] = plain("The entries, in the order of the list.")
    page_info: PageInfo = plain("Where the page stands in its list.")
    total_count: int = plain("How many there are in the whole list.")
