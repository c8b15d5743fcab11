"""One connection to the database for a process: reads with a deadline, writes in one transaction."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Any, TypeVar

import structlog
from neo4j import READ_ACCESS, WRITE_ACCESS, AsyncDriver, AsyncManagedTransaction, AsyncSession
from neo4j.exceptions import DatabaseError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired, TransientError

from app.errors import DatabaseTooSlow, DatabaseUnavailable, TooBusy
from app.settings import Settings
from app.store.columns import Row
from app.store.connecting import address_of, connect
from app.store.embedded import EmbeddedEngine
from app.store.fixed import sets_of_changes
from app.store.glance import Glance, GlanceFailed
from app.store.making import made
from app.store.planned_once import in_one_map
from app.store.queries import Engine, Query, load_query
from app.store.together import Ask, Soon, Together
from app.store.turns import Turns, by_file, by_transaction

log = structlog.get_logger()

Answer = TypeVar("Answer")
_AWAY = (ServiceUnavailable, SessionExpired, ConnectionError)
STARTING_DEADLINE = 30.0
"""Seconds for each query while starting."""
READS_AT_ONCE = 16
"""Reads that a process has with the database at once: more of them answer nobody sooner, and all later."""
CONFLICT_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4)
"""Seconds before a schema statement that met another is tried again."""
_SLOW_SENTENCE = "The database took too long to answer; please try again in a moment."
_BUSY_SENTENCE = "So much is asked of the database just now that this had no turn; please try again in a moment."
_AWAY_SENTENCE = "The database does not answer just now; please try again in a moment."


class Database:
    """Runs queries. Open it once a process and close it at the end; `app.store.opening` does both."""

    def __init__(self, settings: Settings) -> None:
        """Take where the database is from the settings; nothing is opened yet."""
        self.settings = settings
        self.deadline = settings.read_deadline
        self.round_trips = 0
        """Reads so far, and statements of transactions, for tests and metrics that count them."""
        self.reading = asyncio.Semaphore(READS_AT_ONCE)
        """Reads wait here for their turn, which counts towards their deadline; the look at the version does not."""
        self._embedded = None if settings.neo4j_uri else EmbeddedEngine(settings.data_dir)
        self._driver: AsyncDriver | None = None
        self._database = settings.neo4j_database
        self._glance: Glance | None = None
        self._reviving: asyncio.Task[None] | None = None
        self.turns = Turns(self._turn)
        """Whoever changes the database does so in a turn."""

    @property
    def engine(self) -> Engine:
        """Which engine's own query texts are used."""
        return "arcadedb" if self._embedded else "neo4j"

    async def open(self) -> None:
        """Connect, starting the embedded engine if it is not running; DatabaseUnavailable says why that failed."""
        address = await asyncio.to_thread(self._embedded.acquire) if self._embedded else address_of(self.settings)
        driver = await connect(address)
        previous, self._driver, self._database = self._driver, driver, address.database
        if self._glance:
            self._glance.close()
        glance = Glance(address, load_query("read", "get_data_version", self.engine).text)
        self._glance = glance if glance.possible else None
        if previous:
            await previous.close()

    def _turn(self) -> AbstractAsyncContextManager[None]:
        if self._embedded:
            return by_file(self._embedded.folder)
        if self._driver is None:
            raise DatabaseUnavailable(_AWAY_SENTENCE)
        return by_transaction(self._driver, self._database)

    @contextlib.contextmanager
    def patient(self) -> Iterator[None]:
        """Return the database longer to answer: while it is young, or others are loading into it."""
        usual, self.deadline = self.deadline, max(STARTING_DEADLINE, self.deadline)
        try:
            yield
        finally:
            self.deadline = usual

    async def close(self) -> None:
        """Leave the database; the embedded engine stops when its last client has left."""
        if self._reviving:
            self._reviving.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._reviving
        if self._glance:
            self._glance.close()
            self._glance = None
        if self._driver:
            await self._driver.close()
            self._driver = None
        if self._embedded:
            await asyncio.to_thread(self._embedded.release)

    async def read(self, name: str, /, *arguments: str, **parameters: Any) -> list[Row]:
        """Answer one read query with its rows, whose attributes are the columns that the query's heading declares.

        A query returns one record with one list, since every record is a message of its own. A template is run for
        some arguments.
        """
        query = load_query("read", name, self.engine, arguments)
        found = await self._answered(query, parameters, self.deadline)
        return await made(found, lambda: list(map(query.named, found)))

    async def read_everything(self, name: str, /, **parameters: Any) -> list[Row]:
        """Do the same for what is read once for each version of the data and then kept: it may take much longer."""
        query = load_query("read", name, self.engine)
        found = await self._answered(query, parameters, max(STARTING_DEADLINE, self.deadline))
        return await made(found, lambda: list(map(query.named, found)))

    async def read_values(self, query: Query, parameters: dict[str, Any]) -> list[Any]:
        """Answer a query that was made for one selection with its rows as the database sends them."""
        return await self._answered(query, parameters, self.deadline)

    async def version(self) -> tuple[int, int]:
        """Return the number of the data's version and when that was, 0 and 0 where there is none; errors as of reads.

        Whoever answers asks this before anything else, so it takes the shortest way there is.
        """
        if self._glance:
            try:
                async with asyncio.timeout(self.deadline):
                    self.round_trips += 1
                    found = await self._glance.answer()
                return (found[0][0], found[0][1]) if found else (0, 0)
            except TimeoutError as error:
                self._glance.close()
                self._revive()
                raise DatabaseTooSlow(_SLOW_SENTENCE) from error
            except (GlanceFailed, OSError, ValueError):
                self.round_trips -= 1
                self._glance.close()
        rows = await self.read("get_data_version")
        return (int(rows[0].number), int(rows[0].moment)) if rows else (0, 0)

    async def _answered(self, query: Query, parameters: dict[str, Any], deadline: float) -> list[Any]:
        has_turn = False
        try:
            async with asyncio.timeout(deadline), self.reading:
                has_turn = True
                try:
                    return await self._read_once(query, parameters)
                except (*_AWAY, TransientError):
                    # A pooled connection may have died with a server that is back already.
                    return await self._read_once(query, parameters)
        except TimeoutError as error:
            self._revive()
            raise (DatabaseTooSlow(_SLOW_SENTENCE) if has_turn else TooBusy(_BUSY_SENTENCE)) from error
        except (*_AWAY, DriverError) as error:
            self._revive()
            raise DatabaseUnavailable(_AWAY_SENTENCE) from error
        except (TransientError, DatabaseError) as error:
            log.error("the database failed at a question", query=query.name, reason=str(error))
            raise DatabaseUnavailable(_AWAY_SENTENCE) from error

    async def _read_once(self, query: Query, parameters: dict[str, Any]) -> list[Any]:
        if self._driver is None:
            raise ServiceUnavailable("not connected")
        self.round_trips += 1
        async with self._driver.session(database=self._database, default_access_mode=READ_ACCESS) as session:
            result = await session.run(*asked_of(self.engine, query.text, parameters))
            record = await result.single()
            await result.consume()
            rows: list[Any] = list(record[0]) if record and record[0] is not None else []
            return rows

    async def write(self, work: "Callable[[Transaction], Awaitable[Answer]]") -> Answer:
        """Do some work in one transaction, in a turn: all of it is kept, or nothing; conflicts are tried again."""
        if self._driver is None:
            raise DatabaseUnavailable(_AWAY_SENTENCE)
        if self._embedded or self.turns.held():
            async with self._writing("write that"), self.turns.one(), self._session() as session:
                return await session.execute_write(self._begun(work))
        async with self._writing("write that"), self._session() as session:
            with self.turns.within() as turn:
                return await turn.taken(lambda: session.execute_write(self._begun(work, turn.statement)))

    def _begun(
        self, work: "Callable[[Transaction], Awaitable[Answer]]", first: Callable[[], Soon | None] = lambda: None
    ) -> Callable[[AsyncManagedTransaction], Awaitable[Answer]]:
        """Return the work as the driver runs it, perhaps again, after a first statement."""

        async def run(transaction: AsyncManagedTransaction) -> Answer:
            begun = Transaction(transaction, self.engine, self._count, first())
            answer = await work(begun)
            await begun.finish()
            return answer

        return run

    def _session(self) -> AsyncSession:
        assert self._driver
        return self._driver.session(database=self._database, default_access_mode=WRITE_ACCESS)

    def _count(self) -> None:
        self.round_trips += 1

    async def apply_schema(self, name: str) -> None:
        """Run one schema statement, which no other statement may share a transaction with, until it is through."""
        query = load_query("schema", name, self.engine)
        assert self._driver
        async with self._writing(f"be brought into this version's form ({name})"):
            for pause in (*CONFLICT_PAUSES, None):
                try:
                    async with self._driver.session(database=self._database) as session:
                        await (await session.run(query.text)).consume()
                        return
                except TransientError:  # another process runs the same at this moment, or changes what it changes
                    if pause is None:
                        raise
                    await asyncio.sleep(pause)

    @contextlib.asynccontextmanager
    async def _writing(self, what: str) -> AsyncIterator[None]:
        """Say in a sentence why something could not be written."""
        try:
            yield
        except (*_AWAY, TransientError, DriverError) as error:
            self._revive()
            raise DatabaseUnavailable("The database was lost while writing; nothing was written.") from error
        except Neo4jError as error:
            reason = self._embedded.trouble() if self._embedded else f"It says: {(error.message or '')[:300]}"
            raise DatabaseUnavailable(f"The database could not {what}; nothing was written. {reason}") from error

    def _revive(self) -> None:
        """Start the embedded engine again in the background, once at a time, when it has died."""
        if self._embedded and not self._embedded.alive() and (self._reviving is None or self._reviving.done()):
            self._reviving = asyncio.create_task(self._start_again())

    async def _start_again(self) -> None:
        log.warning("the database engine has died; starting it again")
        try:
            await self.open()
            log.info("the database engine is back")
        except DatabaseUnavailable as error:
            log.error("the database engine could not be started", reason=error.message)


class Transaction:
    """What a piece of writing work may do, all of it in one transaction."""

    def __init__(
        self,
        transaction: AsyncManagedTransaction,
        engine: Engine,
        counted: Callable[[], None],
        first: Soon | None = None,
    ) -> None:
        """Wrap the driver's transaction; `counted` is called for each round trip, and `first` goes before all else."""
        self._transaction, self._engine, self._counted = transaction, engine, counted
        self._together = Together(self._answered, sets_of_changes() if engine == "neo4j" else (), first)

    async def read(self, name: str, /, *arguments: str, **parameters: Any) -> list[Row]:
        """Answer a read query as the transaction sees the data; a template is run for some arguments."""
        query = load_query("read", name, self._engine, arguments)
        known = self._together.known(query, parameters)
        found: list[Any] = (known.value if known else await self._run(query, parameters)) or []
        return await made(found, lambda: list(map(query.named, found)))

    async def ahead(self, *asked: Ask) -> None:
        """Read in one go what is asked for next: each answer is for whoever asks just that, once, before any write."""
        await self._together.ahead(
            [Soon(load_query("read", it.name, self._engine, it.arguments), it.parameters) for it in asked]
        )

    async def write(self, name: str, /, *arguments: str, **parameters: Any) -> Any:
        """Run a write query and return its only value, a count or lists; a template is run for some arguments."""
        self._together.forget()
        return await self._run(load_query("write", name, self._engine, arguments), parameters)

    async def soon(self, name: str, /, *arguments: str, **parameters: Any) -> Soon:
        """Run a write query together with what is asked next, at the latest when the transaction ends.

        It must answer with one record, whatever it finds. On Neo4j it goes with its fixed set, or else by itself, in
        its turn: what is written of one change is seldom what is written of another, and each text is planned once.
        """
        query = load_query("write", name, self._engine, arguments)
        return await self._together.soon(query, parameters, is_alone=self._engine == "neo4j")

    async def answer(self, soon: Soon) -> Any:
        """Return the value of such a query, which is run now unless it was."""
        return await self._together.answer(soon)

    async def finish(self) -> None:
        """Run what waits."""
        await self._together.finish()

    async def _run(self, query: Query, parameters: Mapping[str, Any]) -> Any:
        return await self._together.now(query, parameters)

    async def _answered(self, query: Query, parameters: Mapping[str, Any]) -> Any:
        self._counted()
        result = await self._transaction.run(*asked_of(self._engine, query.text, parameters))
        record = await result.single()
        return record[0] if record else None


def asked_of(engine: Engine, text: str, parameters: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return a statement and its parameters as an engine is sent them."""
    return in_one_map(text, parameters) if engine == "neo4j" else (text, dict(parameters))
