"""The shorter ways to plain values answer as strawberry's own do."""

from collections.abc import Callable
from typing import Any

import pytest
import strawberry
from starlette.testclient import TestClient
from strawberry.schema.config import StrawberryConfig

from app.api.loading.context import Context
from app.api.schema.root import SCHEMA, Query
from app.api.schema.scalars import SCALARS
from app.reading.explorer import Explorer

PLAIN = strawberry.Schema(query=Query, config=StrawberryConfig(scalar_map=SCALARS))
"""The same types, as strawberry makes them."""

QUERIES = {
    "bodies": """{ organizations(first: 100) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node {
        id name alternateNames formerNames { name until } classification classificationNote kind sector status purpose
        theme { id name order } count period { since until } contactDetails { type value label } certainty note
        capacity { constitution chairStatus paidHours fundingNote membersNote meetingFrequency } statutoryRequirement
        identifiers { scheme value } areas { id gss } citations { locator source { title published } } } } } }""",
    "seats": """{ structure(area: "bromley") { on posts { id label role basis voting takenUp number status certainty note
        termYears vacantSince period { since } reportBack contactDetails { value } heldBy vacant
        holders { capacity certainty note period { since } holder { __typename ... on Person { name } } } } } }""",
    "lines": '{ structure(area: "gloucester") { lines { id type status amount amountPer period { since until } } } }',
    "meetings": """{ organization(id: "gloucester/gloucester-partnership-executive") { meetings { edges { node {
        date label venue note attendance { as note person { name } organization { name } deputisingFor { name } }
        actions { text status due ownerNote owners { __typename } } } } } } }""",
    "cells": "{ assessments { dimension rating summary on by { name } organization { name } } }",
    "people": "{ people(first: 100) { edges { node { name note posts { capacity period { since } } affiliations { role } } } } }",
    "mistakes": '{ representation(of: "nobody") { on } }',
    "schema": '{ __type(name: "Organization") { fields { name } } __schema { queryType { name } } }',
}


@pytest.mark.parametrize("name", QUERIES)
def test_answers_are_equal(client: TestClient, explorer: Explorer, name: str) -> None:
    async def answer(schema: strawberry.Schema) -> Any:
        result = await schema.execute(QUERIES[name], context_value=Context(explorer))
        return result.data, [error.message for error in result.errors or ()]

    assert client.portal
    ask: Callable[..., Any] = client.portal.call
    assert ask(answer, SCHEMA) == ask(answer, PLAIN)
