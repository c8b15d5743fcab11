"""People, the bodies they are given with, and the posts they hold."""

from typing import Annotated

import strawberry

from app.api.loading.batches import Now, then
from app.api.loading.context import Info
from app.api.schema.common import FormerName, Node, Period
from app.api.schema.fields import Ever, On, Recorded, plain, resolved
from app.api.schema.places import citations
from app.api.schema.references import AffiliationRef, HeldPostRef, OrganizationRef, PersonRef, PostRef
from app.api.schema.updating import updated_at
from app.domain import records as r
from app.domain import vocabulary as words
from app.store import holding_rows

Holder = Annotated[
    PersonRef | OrganizationRef,
    strawberry.union("Holder", description="Whoever can hold a seat: a person, or a body when no person is named."),
]


@strawberry.type(name="Person", description="Anybody whom a source names in a role.")
class PersonType(Recorded, Node):
    """Anybody whom a source names in a role."""

    record = r.Person

    name: str = plain("The name, without title.")
    honorific_prefix: str | None = plain("What is said before the name and is no part of it: Cllr, Dr.")
    honorific_suffix: str | None = plain("What is written after the name and is no part of it: OBE, MSP.")
    shown: str = plain("The name with what stands before and after it: `Cllr Ann Ray OBE`.", name="displayName")
    alternate_names: list[str] = plain("Other spellings that sources use.")
    former_names: list[FormerName] = plain("The names they once had.")
    note: str | None = plain("What else there is to know, in our own words.")
    citations = citations()
    updated_at = updated_at()

    @resolved(list[HeldPostRef])
    def posts(self, info: Info, on: On = None, ever: Ever = False) -> Now[list[holding_rows.HeldPost]]:
        """The posts held, those included that come with another office; with `ever`, those of other days too."""
        if ever:
            return info.context.loaders.held_posts_ever(self.id, info.context.as_at(info, on))
        return info.context.loaders.held_posts(self.id, info.context.as_at(info, on))

    @resolved(list[OrganizationRef])
    def works_for(self, info: Info, on: On = None) -> Now[list[r.Organization]]:
        """The bodies worked for, led, or given with the name."""
        loaders = info.context.loaders
        found = loaders.affiliations(self.id, info.context.as_at(info, on).on)
        return then(
            found,
            lambda all_: loaders.organizations(dict.fromkeys(each.organization_id for each in all_)),
        )

    @resolved(list[AffiliationRef])
    def affiliations(self, info: Info, on: On = None) -> Now[list[r.Affiliation]]:
        """The same, each with the role and its source."""
        return info.context.loaders.affiliations(self.id, info.context.as_at(info, on).on)


@strawberry.type(
    name="Affiliation", description="A person's tie to a body: employed, trustee, councillor, or given with it."
)
class AffiliationType(Recorded):
    """A person's tie to a body."""

    record = r.Affiliation

    organization_id: strawberry.Private[str]
    role: str | None = plain("The role as the source states it.")
    period: Period = plain("From when until when.")
    certainty: words.Certainty = plain("How sure it is.")
    note: str | None = plain("What else there is to know, in our own words.")
    citations = citations()

    @resolved(OrganizationRef)
    def organization(self, info: Info) -> Now[r.Organization | None]:
        """The body."""
        return info.context.loaders.organization(self.organization_id)


@strawberry.type(name="HeldPost", description="A post that a person holds.")
class HeldPostType(Recorded):
    """A post that a person holds."""

    record = holding_rows.HeldPost

    post: PostRef = plain("The post.")
    capacity: words.TenureCapacity = plain("As what: the holder, a standing deputy, or for the time being.")
    period: Period = plain("From when until when.")
