"""The schema: types and questions put together, with the limits every query has."""

import strawberry
from graphql import GraphQLError, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, Undefined
from strawberry.extensions import AddValidationRules, MaxTokensLimiter, ParserCache, ValidationCache
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from app.api.limits import MAX_TOKENS, RULES
from app.api.queries import Browsing
from app.api.questions import Asking
from app.api.scalars import SCALARS
from app.api.volume import VolumeLimit


@strawberry.type(description="What can be looked up and asked.")
class Query(Browsing, Asking):
    """What can be looked up and asked."""


class ExplorerSchema(strawberry.Schema):
    """The schema; it leaves the logging of errors to `app.api.errors`, which knows which are unexpected."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Log nothing here."""


def _without_null_defaults(schema: GraphQLSchema) -> None:
    """Say `on: Date`, not `on: Date = null`: an argument that may be left out has no default to read."""
    for type_ in schema.type_map.values():
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            for argument in (each for field in type_.fields.values() for each in field.args.values()):
                if argument.default_value is None:
                    argument.default_value = Undefined


SCHEMA = ExplorerSchema(
    query=Query,
    extensions=[
        lambda: MaxTokensLimiter(MAX_TOKENS),
        lambda: AddValidationRules(RULES),
        ParserCache,
        ValidationCache,
        VolumeLimit,
    ],
    config=StrawberryConfig(scalar_map=SCALARS),
)
_without_null_defaults(SCHEMA._schema)


def schema_text() -> str:
    """Give the schema in GraphQL's schema language, as `schema.graphql` holds it."""
    return SCHEMA.as_str() + "\n"
