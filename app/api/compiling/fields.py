"""Every field that needs more than the table says, put together."""

from typing import Any

from graphql import GraphQLResolveInfo

from app.api.compiling.body_fields import OF_ALL, OF_BODIES
from app.api.compiling.record_fields import OF_RECORDS
from app.api.compiling.seat_fields import OF_SEATS
from app.api.compiling.selecting import Selecting, Specials
from app.store.queries import Engine

SPECIALS = Specials({**OF_SEATS, **OF_BODIES}, OF_ALL, OF_RECORDS)
"""By the field, or by its name alone."""


def selecting_for(info: GraphQLResolveInfo[Any], engine: Engine) -> Selecting:
    """Return what goes through the selection of a field of Query."""
    return Selecting(info, engine, SPECIALS)
