"""Two places next to each other: sorts of body, themes, gaps, capacity and a few numbers."""

from datetime import date
from typing import Annotated

import strawberry

from app.api.loading.context import Info
from app.api.schema.fields import On, Recorded, argument, plain, resolved
from app.api.schema.references import AreaRef, OrganizationRef
from app.domain import vocabulary as words
from app.questions.comparing import ask as saying
from app.questions.comparing import rules as c
from app.questions.comparing.ask import ToldComparison, find_comparison


@strawberry.type(description="The bodies of one sort that two places have.")
class ComparedSort:
    """The bodies of one sort on either side."""

    classification: words.Classification = plain("The sort of body.")
    left: list[OrganizationRef] = plain("The left place's, by name.")
    right: list[OrganizationRef] = plain("The right place's, by name.")
    left_count: int = plain("How many the left has; one that stands for 22 alike is one.")
    right_count: int = plain("How many the right has.")


@strawberry.type(description="The bodies under one theme that two places have; names that mean the same match.")
class ComparedTheme:
    """The bodies under one theme on either side."""

    name: str = plain("The theme.")
    left: list[OrganizationRef] = plain("The left place's, by name.")
    right: list[OrganizationRef] = plain("The right place's, by name.")
    left_count: int = plain("How many the left has.")
    right_count: int = plain("How many the right has.")


@strawberry.type(description="How many gaps of one kind two places have.")
class ComparedGaps(Recorded):
    """How many gaps of one kind each side has."""

    record = c.GapNumbers

    kind: words.GapKind = plain("The kind.")
    left: int = plain("How many the left has.")
    right: int = plain("How many the right has.")

    @resolved(str)
    def name(self) -> str:
        """The heading that gaps of this kind are listed under."""
        return saying.gap_name(self.kind)


@strawberry.type(description="Of how many forums two places have something recorded, in one respect.")
class ComparedCapacity(Recorded):
    """What is recorded of the forums of each side."""

    record = c.CapacityNumbers

    respect: strawberry.Private[str]
    left: int = plain("Of how many of the left's a source says something.")
    left_of: int = plain("How many forums, networks and reference groups the left has.")
    right: int = plain("Of how many of the right's a source says something.")
    right_of: int = plain("How many forums, networks and reference groups the right has.")

    @resolved(str)
    def name(self) -> str:
        """The respect, as a heading: `Paid hours`."""
        return saying.respect_name(self.respect)


@strawberry.type(description="One number of two places.")
class ComparedNumber:
    """One number of each side."""

    name: str = plain("What it counts.")
    left: int = plain("The left's.")
    right: int = plain("The right's.")


@strawberry.type(description="Two places next to each other on a day; what neither has is left out.")
class Comparison(Recorded):
    """Two places next to each other."""

    record = ToldComparison

    comparison: strawberry.Private[c.Comparison]
    left: AreaRef = plain("The one place.")
    right: AreaRef = plain("The other.")
    on: date = plain("The day of the answer.")
    sentences: list[str] = plain("The answer in sentences, as on the page.")

    @resolved(list[ComparedSort])
    def structures(self) -> list[c.OfSort]:
        """The bodies of either, by classification; people at large and what was wound up are left out."""
        return list(self.comparison.sorts)

    @resolved(list[words.Classification])
    def only_left(self) -> list[words.Classification]:
        """The sorts of body that only the left has, as far as is recorded."""
        return [row.classification for row in self.comparison.only_left]

    @resolved(list[words.Classification])
    def only_right(self) -> list[words.Classification]:
        """The sorts of body that only the right has, as far as is recorded."""
        return [row.classification for row in self.comparison.only_right]

    @resolved(list[ComparedTheme])
    def themes(self) -> list[c.OfTheme]:
        """The bodies of either, by theme."""
        return list(self.comparison.themes)

    @resolved(list[ComparedGaps])
    def gaps(self) -> list[c.GapNumbers]:
        """The gaps of either, by kind."""
        return list(self.comparison.gaps)

    @resolved(list[ComparedCapacity])
    def capacity(self) -> list[c.CapacityNumbers]:
        """What is recorded of their forums, networks and reference groups."""
        return list(self.comparison.capacity)

    @resolved(list[ComparedNumber])
    def numbers(self) -> list[c.Measure]:
        """A few numbers: bodies, and seats by who is in them."""
        return list(self.comparison.measures)


@strawberry.type(description="Asking for two places next to each other.")
class ComparisonAsking:
    """The field of Query that compares two places."""

    @resolved(Comparison | None)
    async def compare(
        self,
        info: Info,
        left: Annotated[strawberry.ID, argument("The one place, by id.")],
        right: Annotated[strawberry.ID, argument("The other, by id.")],
        on: On = None,
    ) -> ToldComparison:
        """Two places next to each other: structures, gaps and capacity, matched by classification and theme."""
        return await find_comparison(info.context.explorer, left, right, info.context.as_at(info, on).on)
