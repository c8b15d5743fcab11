"""The switches of a picture as they stand in an address: text, with what each does, before `viewing` reads them."""

from pydantic import BaseModel, Field
from starlette.datastructures import QueryParams

from app.domain.view import GROUPS, LINE_NAMES, MOST_STEPS
from app.domain.vocabulary import Certainty, Direction
from app.web.shell.parameters import ON, PROPOSED

_LINES = "; ".join(f"`{key}` ({name[0].lower()}{name[1:]})" for key, name in LINE_NAMES.items())
_KINDS = "; ".join(f"`{key}` ({group.label[0].lower()}{group.label[1:]})" for key, group in GROUPS.items())
_MANY = "with commas between them"
_OF_FORM = "What the filter form of a page sends: "


class Switches(BaseModel):
    """Everything that an address can say of a picture; nothing said is the whole place, today."""

    on: str = Field("", description=ON, examples=["2008-01"])
    proposed: str = Field("", description=PROPOSED, examples=["1"])
    hide: list[str] = Field(
        [], description=f"Kinds of line to leave out, {_MANY}: {_LINES}.", examples=[["sub-group-of,feeds-into"]]
    )
    show: list[str] = Field([], description=f"Kinds of line to add, {_MANY}; as in `hide`.", examples=[["member-of"]])
    kinds: list[str] = Field(
        [],
        description=f"Only bodies of these sorts, {_MANY}: {_KINDS}; or any classification; `none` is no body.",
        examples=[["boards,forums"]],
    )
    sectors: list[str] = Field(
        [],
        description=f"Only bodies of these sectors, {_MANY}; `not-recorded` is one too, `none` is no body.",
        examples=[["voluntary,community"]],
    )
    themes: list[str] = Field(
        [],
        description=f"Only bodies of these themes of the place, by their ids, {_MANY}; `not-recorded` is one too.",
        examples=[["older-people"]],
    )
    certainty: str = Field(
        Certainty.UNCERTAIN.value,
        description="The least certain that is shown.",
        examples=["stated"],
        json_schema_extra={"enum": [each.value for each in Certainty]},
    )
    about: str = Field(
        "",
        description="The body in the middle, by its id or name. In an address of a body it is that body.",
        examples=["bromley/council-on-ageing"],
    )
    steps: str = Field(
        "", description=f"How far around the body in the middle: 1 to {MOST_STEPS} steps.", examples=["2"]
    )
    direction: str = Field(
        Direction.BOTH.value,
        description="Which way to walk from the body in the middle.",
        examples=["up"],
        json_schema_extra={"enum": [each.value for each in Direction]},
    )
    open: list[str] = Field(
        [],
        description=f"What is unfolded: ids of columns or bodies, {_MANY}, or `all`; with `roster:` before its id, a "
        "board opens into who sits on it.",
        examples=[["all"]],
    )
    close: list[str] = Field(
        [],
        description=f"What stays closed though there is room to open it, {_MANY}; as in `open`.",
        examples=[["roster:bromley/local-strategic-partnership"]],
    )
    find: str = Field("", description="Words to look for in names; what is found is marked.", examples=["ageing"])
    select: str = Field(
        "", description="The body whose panel is open beside the picture.", examples=["bromley/council-on-ageing"]
    )
    size: str = Field(
        "usual",
        description="`large` is twice as wide as PNG, and A2 instead of A3 as PDF.",
        examples=["large"],
        json_schema_extra={"enum": ["usual", "large"]},
    )
    form: str = Field(
        "",
        description=f"{_OF_FORM}`place` or `focus`; then `lines` replaces `hide` and `show`.",
        examples=["place"],
    )
    lines: list[str] = Field([], description=f"{_OF_FORM}the kinds of line to show.", examples=[["seat"]])
    kinds_offered: list[str] = Field(
        [], alias="kinds-offered", description=f"{_OF_FORM}the sorts it offers.", examples=[["boards,forums"]]
    )
    sectors_offered: list[str] = Field(
        [], alias="sectors-offered", description=f"{_OF_FORM}the sectors it offers.", examples=[["voluntary"]]
    )
    themes_offered: list[str] = Field(
        [], alias="themes-offered", description=f"{_OF_FORM}the themes it offers.", examples=[["older-people"]]
    )


def switches_in(asked: QueryParams) -> Switches:
    """Take the switches out of a query, as a request with that query would have them."""
    several = {field.alias or name for name, field in Switches.model_fields.items() if field.annotation == list[str]}
    return Switches.model_validate({name: asked.getlist(name) if name in several else asked[name] for name in asked})
