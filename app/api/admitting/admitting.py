"""Reading a document and checking it against the limits and the schema, once for each text.

That takes the processor for some milliseconds, and longer where somebody means harm: it is done beside the event loop,
in this order, each step bounded by the one before. What was found fit is kept, as long as the texts are not too long.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graphql import DocumentNode, GraphQLError, GraphQLSchema, parse, specified_rules, validate
from strawberry.extensions import SchemaExtension
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from app.api.admitting.limits import MAX_TOKENS, MOST_ERRORS
from app.api.admitting.shape import too_much
from app.errors import TooComplex
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf

_RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)


@dataclass(frozen=True, slots=True)
class Admission:
    """A document that was read, and what is wrong with it; none when it is no GraphQL at all."""

    query: str
    document: DocumentNode | None
    errors: tuple[GraphQLError, ...] = ()

    @property
    def room(self) -> int:
        """How much room it takes to keep: as many as its text has characters; none when something is wrong."""
        return 0 if self.errors else len(self.query)


_ADMISSIONS: Shelf[Admission] = Shelf("documents admitted", 400_000, lambda admission: admission.room)
"""By their text. A document takes some 40 times the room of its text."""


async def admitted(explorer: Explorer, schema: GraphQLSchema, query: str) -> Admission:
    """Read and check a document beside the event loop, or give what is kept of it."""
    return await explorer.kept[_ADMISSIONS].once(query, None, lambda: explorer.aside(lambda: admit(schema, query)))


def admit(schema: GraphQLSchema, query: str) -> Admission:
    """Read and check a document."""
    try:
        document = parse(query, max_tokens=MAX_TOKENS)
    except GraphQLError as error:
        return Admission(query, None, (error,))
    try:
        errors = too_much(document) or validate(schema, document, _RULES, MOST_ERRORS)
    except RecursionError:
        errors = [GraphQLError("The query is nested too deeply.", extensions={"code": TooComplex.code})]
    return Admission(query, document, tuple(errors))


class Admitting(SchemaExtension):
    """Takes the document that was admitted with the request, instead of reading and checking it again."""

    def on_parse(self) -> Iterator[None]:
        """Return the document."""
        given = self.execution_context
        admission = given.context.admission or admit(given.schema._schema, given.query or "")
        if admission.document is None:
            raise admission.errors[0]
        given.graphql_document = admission.document
        given.pre_execution_errors = list(admission.errors)
        yield
