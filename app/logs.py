"""Log lines: for people on a terminal, or one JSON object a line for machines."""

import logging

import structlog
from structlog.typing import EventDict, WrappedLogger

from app.domain.visible import visible
from app.settings import Settings

_OF_MANY_LINES = {"exception", "stack"}


def set_up_logs(settings: Settings) -> None:
    """Send all log lines, uvicorn's too, to standard error in the form that the settings ask for."""
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    seen = [*shared, show_what_cannot_be_seen]
    last = (
        structlog.processors.JSONRenderer()
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    )
    structlog.configure(
        processors=[*seen, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processor=last, foreign_pre_chain=seen))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    # The driver repeats at length what the store says in a sentence; uvicorn's start is said by the greeting.
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
    logging.getLogger("uvicorn").setLevel(max(level, logging.WARNING))


def show_what_cannot_be_seen(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Keep what a request, a name or a file sends from moving a terminal, or from adding lines of its own."""
    return {
        name: visible(said, keep="\n" if name in _OF_MANY_LINES else "") if isinstance(said, str) else said
        for name, said in event.items()
    }
