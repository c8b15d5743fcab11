"""A driver for the database, which has answered once; or a sentence that says why it does not."""

import asyncio
import contextlib
import socket
from collections.abc import Iterator

from neo4j import READ_ACCESS, AsyncDriver, AsyncGraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError, UnsupportedServerProduct

from app import __version__
from app.errors import DatabaseUnavailable
from app.settings import Settings
from app.store.embedded import EngineAddress
from app.store.queries import load_query

FIRST_ANSWER_LIMIT = 30.0
"""Seconds for the first answer of all: a young engine plans slowly."""


def address_of(settings: Settings) -> EngineAddress:
    """Return the address of the Neo4j server that the settings name."""
    password = settings.neo4j_password.get_secret_value()
    return EngineAddress(settings.neo4j_uri, settings.neo4j_user, password, settings.neo4j_database)


async def connect(address: EngineAddress) -> AsyncDriver:
    """Connect and ask a first question; DatabaseUnavailable says what is in the way."""
    driver = AsyncGraphDatabase.driver(
        address.uri,
        auth=(address.user, address.password) if address.password else None,
        connection_timeout=2.0,
        connection_acquisition_timeout=2.0,
        max_transaction_retry_time=15.0,
        liveness_check_timeout=30.0,
        telemetry_disabled=True,
        user_agent=f"partnership-explorer/{__version__}",
        notifications_min_severity="OFF",
    )
    async with contextlib.AsyncExitStack() as unless_it_answers:
        unless_it_answers.push_async_callback(driver.close)
        try:
            async with asyncio.timeout(FIRST_ANSWER_LIMIT):
                await _ask_once(driver, address.database)
        except (DriverError, Neo4jError, OSError, ValueError) as error:
            raise DatabaseUnavailable(_explain(error, address)) from error
        unless_it_answers.pop_all()
    return driver


async def _ask_once(driver: AsyncDriver, database: str) -> None:
    query = load_query("read", "get_data_version")
    async with driver.session(database=database, default_access_mode=READ_ACCESS) as session:
        await (await session.run(query.text)).consume()


def _explain(error: BaseException, address: EngineAddress) -> str:
    whole = list(_with_causes(error))
    said = " ".join(str(each) for each in whole)
    if any(isinstance(each, AuthError) for each in whole):
        return "The database refused the user or password: check PARTNERSHIPS_NEO4J_USER and _PASSWORD."
    if any(isinstance(each, socket.gaierror) for each in whole):
        return f"No database answers at {address.uri}: no such host is known. Check PARTNERSHIPS_NEO4J_URI."
    if "Neo.ClientError.Database" in said:
        return f"{address.uri} has no database '{address.database}': check PARTNERSHIPS_NEO4J_DATABASE."
    if "+s" in address.uri.partition(":")[0] and "encryption" in said:
        return f"No database answers at {address.uri} over TLS: if the server has none, write the address without +s."
    if any(isinstance(each, UnsupportedServerProduct) for each in whole) or "handshake" in said:
        return f"What listens at {address.uri} is no Neo4j server, or too busy: its Bolt port is 7687 as a rule."
    return f"No database answers at {address.uri}."


def _with_causes(error: BaseException | None) -> Iterator[BaseException]:
    """Return an error, those that a group holds, and what they came from."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for each in error.exceptions:
                yield from _with_causes(each)
        error = error.__cause__ or error.__context__
