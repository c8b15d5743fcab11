"""The commands that print schemas: the JSON Schema of each sort of data file, and the schema of the GraphQL API."""

import typer
from pydantic import BaseModel

from app.domain.english import listed
from app.exchange.place_format import AreasFile, PlaceFile, SourcesFile
from app.exchange.question_files import QuestionFile
from app.exchange.story_files import StoryFile
from app.printing import out


def schema(what: str) -> None:
    """Print the JSON Schema of a sort of file."""
    models: dict[str, type[BaseModel]] = {
        "place": PlaceFile,
        "sources": SourcesFile,
        "areas": AreasFile,
        "story": StoryFile,
        "question": QuestionFile,
    }
    if what not in models:
        raise typer.BadParameter(f"expected {listed(list(models), 'or')}, not '{what}'")
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | models[what].model_json_schema()
    out.print_json(described)


def graphql_schema() -> None:
    """Print the schema of the GraphQL API."""
    from app.api.schema.root import schema_text  # building it takes longer than the other command altogether

    out.print_text(schema_text())
