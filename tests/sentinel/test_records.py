"""The API gives every field of every sort of record, each under its own name."""

import json
from typing import Any

import pytest

from tests.sentinel.fields import FIELDS
from tests.sentinel.records import RECORDS, Record
from tests.sentinel.schema import types_of
from tests.sentinel.site import Site


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_of_a_record_says_what_is_recorded(site: Site, name: str) -> None:
    record = RECORDS[name]
    assert _given(site, record) == {field: value for field, (_, value) in record.fields.items()}


def test_every_field_of_a_record_is_in_the_table(site: Site) -> None:
    types = types_of(site.get("/schema.graphql").content.decode())
    for name, record in RECORDS.items():
        asked = {field for field in types[name] if f"{name}.{field}" not in FIELDS}
        assert set(record.fields) == asked, name


def _given(site: Site, record: Record) -> Any:
    selection = " ".join(f"{field} {inner}" for field, (inner, _) in record.fields.items())
    found: Any = json.loads(site.ask(record.query.replace("@", selection)).content)
    for step in record.path:
        found = found[step]
    return found
