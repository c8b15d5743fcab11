"""The shapes of the Reconciliation Service API 0.2, as `/openapi.json` describes them."""

from pydantic import Field

from app.web.shell.describing import Shape


class Typed(Shape):
    """A type, or a property."""

    id: str
    name: str


class Feature(Shape):
    """Something that a score is made of."""

    id: str
    value: float | bool


class CandidateFound(Shape):
    """Whom a name may mean."""

    id: str
    name: str
    description: str
    """What it is, and where."""
    type: list[Typed]
    score: float
    """From 0 to 100."""
    match: bool
    """Whether it is the only one that goes by the name, of the place that was named."""
    features: list[Feature]


class ResultOfQuery(Shape):
    """What one name may mean, best first."""

    result: list[CandidateFound]


class Answered(Shape):
    """The service when nothing is asked, else a `ResultOfQuery` for each query under its own key."""

    versions: tuple[str, ...] = ()
    """Of the protocol."""
    name: str = ""
    identifier_space: str = Field("", alias="identifierSpace", description="What ids are of, as a URI.")
    schema_space: str = Field("", alias="schemaSpace", description="What types are of, as a URI.")


class SuggestedEntity(Shape):
    """A body or a person to choose."""

    id: str
    name: str
    description: str
    """What it is, and where."""
    notable: list[Typed]


class SuggestedEntities(Shape):
    """Bodies and people to choose from."""

    result: list[SuggestedEntity]


class SuggestedWords(Shape):
    """Types or properties to choose from."""

    result: list[Typed]


class Flyout(Shape):
    """A few words on a body or a person."""

    id: str
    html: str
