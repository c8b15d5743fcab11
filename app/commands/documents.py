"""`--json`: the answer to the GraphQL document beside a command, which `/graphql` answers alike."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.commands.common import out
from app.domain.as_at import AsAt
from app.reading.explorer import Explorer

FOLDER = Path(__file__).parent


def document_of(question: str) -> str:
    """Return the document that a question's command asks, such as `gaps.graphql`."""
    return (FOLDER / f"{question}.graphql").read_text("utf-8")


def of_day(as_at: AsAt) -> dict[str, Any]:
    """Return a day, and whether proposals count, as the variables `on` and `includeProposed`."""
    return {"on": as_at.on.isoformat(), "includeProposed": as_at.include_proposed}


async def print_document(
    explorer: Explorer,
    question: str,
    variables: Mapping[str, Any],
    operation: str | None = None,
    *,
    as_owner: bool = False,
) -> dict[str, Any]:
    """Print the `data` of the answer to a question's document, and return it; raises as the question does.

    A list that comes in pages is printed whole, as one long page. `as_owner` asks what only tokens may read.
    """
    # Who reads text in a terminal does not wait for what makes GraphQL.
    from app.api.schema.within import ask_within

    document = document_of(question)
    data = await ask_within(explorer, document, variables, operation, as_owner=as_owner)
    (name,) = data
    found = data[name]
    while isinstance(found, dict) and found.get("pageInfo", {}).get("hasNextPage"):
        after = {"after": found["pageInfo"]["endCursor"]}
        page = (await ask_within(explorer, document, {**variables, **after}, operation, as_owner=as_owner))[name]
        found["edges"] += page["edges"]
        found["pageInfo"] = page["pageInfo"]
    out.print_json(data)
    return data
