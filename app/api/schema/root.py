"""The schema: types and questions put together, with the limits every query has."""

import strawberry
from graphql import GraphQLError
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from app.api.admitting.admitting import Admitting
from app.api.admitting.refusing import VolumeLimit
from app.api.schema.balance import BalanceAsking
from app.api.schema.browsing import Browsing
from app.api.schema.capacity import CapacityAsking
from app.api.schema.change_sets import HistoryAsking
from app.api.schema.changes import ChangesAsking
from app.api.schema.changing import Changing
from app.api.schema.comparing import ComparisonAsking
from app.api.schema.duplicates import DuplicatesAsking, TellingApart
from app.api.schema.entries import EntryAsking
from app.api.schema.events import Events
from app.api.schema.executing import Paced, answer_at_once
from app.api.schema.finishing import finish
from app.api.schema.fragility import FragilityAsking
from app.api.schema.gaps import GapsAsking
from app.api.schema.listing import Listing
from app.api.schema.members import MembersAsking
from app.api.schema.relationships import RelationshipsAsking
from app.api.schema.reporting import ReportAsking
from app.api.schema.representation import RepresentationAsking
from app.api.schema.routes import RoutesAsking
from app.api.schema.saved_questions import QuestionsAsking
from app.api.schema.scalars import SCALARS
from app.api.schema.search import SearchAsking
from app.api.schema.structure import StructureAsking
from app.api.schema.updating import Updating


@strawberry.type(description="What can be looked up and asked.")
class Query(
    Browsing,
    Listing,
    SearchAsking,
    RepresentationAsking,
    StructureAsking,
    GapsAsking,
    ChangesAsking,
    BalanceAsking,
    MembersAsking,
    CapacityAsking,
    RelationshipsAsking,
    ComparisonAsking,
    QuestionsAsking,
    RoutesAsking,
    FragilityAsking,
    ReportAsking,
    EntryAsking,
    HistoryAsking,
    Updating,
    DuplicatesAsking,
):
    """What can be looked up and asked."""


@strawberry.type(description="What a program with a token can change. One field a request: each is one transaction.")
class Mutation(Changing, Events, TellingApart):
    """What a program with a token can change."""


class ExplorerSchema(strawberry.Schema):
    """The schema; it leaves the logging of errors to `app.api.http.errors`, which knows which are unexpected."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Log nothing here."""


SCHEMA = ExplorerSchema(
    query=Query,
    mutation=Mutation,
    extensions=[Admitting, VolumeLimit],
    execution_context_class=Paced,
    config=StrawberryConfig(scalar_map=SCALARS),
)
finish(SCHEMA._schema)
answer_at_once(SCHEMA._schema)


def schema_text() -> str:
    """Return the schema in GraphQL's schema language, as `schema.graphql` holds it."""
    return SCHEMA.as_str() + "\n"
