"""The rules of the Popolo JSON Schemas (popoloproject.com, `schemas/`) for the classes that are written here.

The schemas are of draft 3 of JSON Schema; this says the same in the words of draft 2020-12: a type a property, what is
required, and the form of dates. Whatever they do not name is allowed, as there.
"""

from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "null"]}
_NEEDED: Schema = {"type": "string"}
_DATE: Schema = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
_MOMENT: Schema = {
    "type": ["string", "null"],
    "pattern": "^[0-9]{4}((-[0-9]{2}){0,2}|(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){0,2}(Z|[+-][0-9]{2}(:[0-9]{2})?))$",
}


def _object(needed: str = "", /, **properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": needed.split()}


def _texts(names: str) -> dict[str, Schema]:
    return dict.fromkeys(names.split(), _TEXT)


def _list(of: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{of}"}}


_DATED = {"start_date": _DATE, "end_date": _DATE}
_CITED = {"sources": _list("link")}
_REACHED = {"contact_details": _list("contact_detail"), "links": _list("link")}

CLASSES: dict[str, Schema] = {
    "link": _object("url", url={"type": "string", "format": "uri"}, note=_TEXT),
    "identifier": _object("identifier", identifier=_NEEDED, scheme=_TEXT),
    "other_name": _object(
        "name", name=_NEEDED, note=_TEXT, **_DATED, **_texts("family_name given_name honorific_prefix honorific_suffix")
    ),
    "contact_detail": _object(
        "type value", label=_TEXT, type=_NEEDED, value=_NEEDED, note=_TEXT, valid_from=_DATE, valid_through=_DATE
    ),
    "person": _object(
        **_texts("id name family_name given_name honorific_prefix honorific_suffix sort_name gender summary biography"),
        email={"type": ["string", "null"], "format": "email"},
        birth_date=_DATE,
        death_date=_DATE,
        other_names=_list("other_name"),
        identifiers=_list("identifier"),
        memberships=_list("membership"),
        **_REACHED,
        **_CITED,
    ),
    "organization": _object(
        **_texts("id name classification parent_id area_id description"),
        founding_date=_DATE,
        dissolution_date=_DATE,
        other_names=_list("other_name"),
        identifiers=_list("identifier"),
        memberships=_list("membership"),
        posts=_list("post"),
        **_REACHED,
        **_CITED,
    ),
    "post": _object(
        **_texts("id label role organization_id area_id"),
        memberships=_list("membership"),
        **_DATED,
        **_REACHED,
        **_CITED,
    ),
    "membership": _object(
        **_texts("id label role person_id organization_id post_id on_behalf_of_id area_id"),
        member={"type": ["object", "null"]},
        **_DATED,
        **_REACHED,
        **_CITED,
    ),
    "area": _object(
        **_texts("id name identifier classification parent_id"), geometry={"type": ["object", "null"]}, **_CITED
    ),
    "event": _object(
        **_texts("id name description location status classification organization_id parent_id"),
        start_date=_MOMENT,
        end_date=_MOMENT,
        attendees=_list("person"),
        **_CITED,
    ),
}
LISTS = {
    "persons": "person", "organizations": "organization", "posts": "post", "memberships": "membership",
    "areas": "area", "events": "event",
}  # fmt: skip
"""The lists of a document, and the class of what is in each."""

DOCUMENT: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$defs": CLASSES,
    "type": "object",
    "properties": {name: _list(of) for name, of in LISTS.items()},
    "required": list(LISTS),
}
