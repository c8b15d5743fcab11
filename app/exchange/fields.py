"""The kinds of value that files hold: ids, dates, citations, short forms; each says what would be right."""

import re
from typing import Annotated, Any

import orjson
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from app.domain.dates import bounds

ID_PART = r"[a-z0-9]+(?:-{1,2}[a-z0-9]+)*"
_ID = re.compile(rf"(?:{ID_PART}/)?{ID_PART}")
_DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_CITE = re.compile(rf"((?:{ID_PART}/)?{ID_PART})\s*,\s*(.+)", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


class FileModel(BaseModel):
    """What every part of a file has in common: no field that nobody reads."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _id(text: str) -> str:
    if not _ID.fullmatch(text) or len(text) > 240:
        raise ValueError(
            "expected an id in lower case with hyphens, such as council-on-ageing or bromley/council-on-ageing"
        )
    return text


def _date(text: str) -> str:
    bounds(text)
    return text


def _accepted(text: str) -> str:
    if text.split(maxsplit=1)[0].rstrip(",.:;").casefold() != "accepted":
        raise ValueError("expected 'accepted' and a sentence that says why, such as 'accepted, both lists name them'")
    return text


def _plain(text: str) -> str:
    if _CONTROL.search(text):
        raise ValueError("expected plain text without control or direction-changing characters")
    return " ".join(text.split()) if "\n" not in text else text.strip()


def as_list(value: Any) -> Any:
    """Read a single value where a list may stand as a list of one."""
    return value if isinstance(value, list) or value is None else [value]


def _additional(text: str) -> str:
    try:
        said = orjson.loads(text)
    except orjson.JSONDecodeError:
        said = None
    if not isinstance(said, dict) or not said:
        raise ValueError('expected a JSON object with something in it, such as {"gender": "female"}')
    return additional_text(said)


def additional_text(said: dict[str, Any]) -> str:
    """Write what another program's file says beside what has fields here, as one text that is always the same."""
    text = orjson.dumps(said, option=orjson.OPT_SORT_KEYS).decode()
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class OneOrMore:
    """Lets a single value stand for a list of one, for the reader and for editors."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Put a lone value into a list before the list is read."""
        return core_schema.no_info_before_validator_function(as_list, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tell editors that either is right."""
        listed = handler(schema)
        return {"anyOf": [listed["items"], listed]}


class Short:
    """Lets a bare id stand for an object with that id in one field."""

    def __init__(self, field: str) -> None:
        """Name the field."""
        self.field = field

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Make an object of a bare id before the object is read."""
        return core_schema.no_info_before_validator_function(
            lambda value: {self.field: value} if isinstance(value, str) else value, handler(source)
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tell editors that either is right."""
        return {"anyOf": [{"type": "string"}, handler(schema)]}


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000), AfterValidator(_plain)]
Accepted = Annotated[Text, AfterValidator(_accepted)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(_plain)]
Id = Annotated[str, AfterValidator(_id), Field(json_schema_extra={"pattern": f"^{_ID.pattern}$"})]
LocalId = Annotated[str, StringConstraints(pattern=rf"^{ID_PART}$", max_length=200)]
Additional = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000), AfterValidator(_additional)]
"""What another program's file says of a thing that has no field here."""
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$", max_length=2000)]
Caption = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100), AfterValidator(_plain)]
"""A few words that stand under a name in a picture."""
# An editor reads 2007 as a number before it reads the schema, so the schema allows for that.
DateText = Annotated[
    str,
    AfterValidator(_date),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 9999}, {"type": "string", "pattern": _DATE_PATTERN}]}
    ),
]


class Cite(FileModel):
    """A source and where in it: `bromley-mapping-2008, Older People`."""

    source: Id
    locator: Text


def read_cite(value: Any) -> Any:
    """Split `source-id, where in it` at the first comma."""
    if isinstance(value, str):
        match = _CITE.fullmatch(value.strip())
        if match is None:
            raise ValueError("expected 'source-id, where in it', such as 'bromley-mapping-2008, Older People'")
        return {"source": match[1], "locator": match[2]}
    return value


CiteField = Annotated[Cite, BeforeValidator(read_cite, json_schema_input_type=str | Cite)]
Cites = Annotated[list[CiteField], Field(min_length=1, max_length=50), OneOrMore()]
Names = Annotated[list[Name], Field(max_length=100), OneOrMore()]
Ids = Annotated[list[Id], Field(max_length=1000), OneOrMore()]
