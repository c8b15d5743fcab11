"""Minutes over a real database: what is recorded already stays, who is new is proposed, and names are never merged silently."""

import asyncio
from pathlib import Path

import pytest

from app.domain.folding import folded
from app.errors import BadInput
from app.exchange.minutes.reading import document_in
from app.reading.explorer import Explorer
from app.record.drafting import Weighed, apply, weigh
from app.record.history import undo
from app.record.loading import load_files
from app.record.minutes.drafting import MinutesDraft, draft_of
from app.record.minutes.places import about_place
from app.record.minutes.reviewing import Review, review
from app.settings import Settings
from app.store.database import Database
from tests.conftest import Loop
from tests.minutes.measuring import HERE, SEEDS
