"""The services that answer saved questions, by the name that a question's file gives: one module a subject."""

from collections.abc import Mapping

from app.domain.saved_question import Parameter
from app.questions.saved_questions.answering.base import Answered, Answering, Asked, Item
from app.questions.saved_questions.answering.gaps import GAPS
from app.questions.saved_questions.answering.people import PEOPLE
from app.questions.saved_questions.answering.seats import SEATS
from app.questions.saved_questions.answering.tables import TABLES
from app.questions.saved_questions.answering.voices import VOICES

__all__ = ["PARAMETERS", "SERVICES", "Answered", "Answering", "Asked", "Item"]

SERVICES: Mapping[str, Answering] = {**SEATS, **GAPS, **VOICES, **PEOPLE, **TABLES}
"""Everything that can answer."""

PARAMETERS: Mapping[str, Mapping[str, Parameter]] = {name: it.parameters for name, it in SERVICES.items()}
"""What each has to be told: what a question's file is checked by."""
