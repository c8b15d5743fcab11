"""Gaps: what is missing, rests on too little, or is worth knowing."""

import strawberry

from app.api.schema.common import Node
from app.api.schema.fields import Recorded, plain
from app.api.schema.places import citations
from app.api.schema.references import OrganizationRef
from app.domain import vocabulary as words
from app.questions.gaps.ask import Finding


@strawberry.type(name="Gap", description="Something missing, resting on too little, or worth knowing.")
class GapType(Recorded):
    """Something missing, resting on too little, or worth knowing."""

    record = Finding

    kind: words.GapKind = plain("What sort of gap it is.")
    subject: Node = plain("What it is about: a body, a seat or a person.")
    body: OrganizationRef = plain("The body that it is listed under.")
    explanation: str = plain("Why it holds, in one sentence.")
    certainty: words.Certainty = plain("As sure as the least certain of the facts that it rests on.")
    recorded_as_none: bool = plain("Whether a source states it; otherwise it follows from records or their silence.")
    remedy: str = plain("What would close it, in a sentence.")
    citations = citations()
