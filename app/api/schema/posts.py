"""Posts, which are seats on bodies, and who holds them."""

from datetime import date, datetime
from typing import Any

import strawberry

from app.api.loading.batches import Now, then
from app.api.loading.context import Info
from app.api.schema.common import ContactDetail, Node, Period
from app.api.schema.fields import Ever, On, Recorded, plain, resolved
from app.api.schema.people import Holder
from app.api.schema.places import citations
from app.api.schema.references import AppointerRef, AreaRef, OrganizationRef, PostRef, TenureRef
from app.api.schema.scalars import PartialDate
from app.api.schema.updating import updated, updated_at
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.holding import Sitting
from app.domain.seat_state import there


@strawberry.type(
    name="Post", description="A seat on a body: it exists whether or not anybody holds it, or is known to."
)
class PostType(Recorded, Node):
    """A seat on a body."""

    record = r.Post

    organization_id: strawberry.Private[str]
    label: str | None = plain("What the seat is called, when its role does not say it.")
    role: words.Role = plain("What the seat is for.")
    basis: words.Basis = plain("How it is filled.")
    voting: words.YesNoNotRecorded = plain("Whether its holder votes.")
    taken_up: words.YesNoNotRecorded = plain("Whether those who may fill it do.")
    number: int = plain("How many identical seats this is; the least the source supports.")
    number_max: int | None = plain("The most of them, where a source gives two numbers: 5 for four or five seats.")
    membership: words.SeatMembership | None = plain("In which tier of membership it is; null when no source says.")
    for_area: strawberry.Private[str | None]
    order: int | None = plain("Its place in the document's own list of seats; null when nobody recorded one.")
    electorate: str | None = plain("Who may vote for its holder, in words.")
    term_limit: str | None = plain("How often or how long somebody may hold it, in words.")
    status: words.FactStatus = plain("Whether it exists or is only proposed.")
    certainty: words.Certainty = plain("How sure it is.")
    note: str | None = plain("What else there is to know, in our own words.")
    term_years: float | None = plain("How long a term is, in years.")
    vacant_since: PartialDate | None = plain("Since when it is recorded as vacant.")
    held_as: words.HeldAs | None = plain("How several holders have it together, where a source says.")
    contact_details: list[ContactDetail] = plain("Public ways to reach its holder.")
    report_back: str | None = plain("How its holder reports back to those spoken for.")
    report_back_days: int | None = plain(
        "Within how many days of a meeting its holder reports back; null where it is not said of this seat."
    )
    period: Period = plain("From when until when the seat exists.")
    citations = citations()
    updated_at = updated_at()

    @resolved(OrganizationRef)
    def organization(self, info: Info) -> Now[r.Organization | None]:
        """The body the seat is on."""
        return info.context.loaders.organization(self.organization_id)

    @resolved(AreaRef | None)
    def area(self, info: Info) -> Now[r.Area | None]:
        """The ward, locality or other area that it is for; null when it is for none."""
        id_ = self.for_area
        return then(info.context.loaders.contents(), lambda contents: contents.areas.get(id_ or ""))

    @resolved(list[OrganizationRef])
    def on_behalf_of(self, info: Info, on: On = None) -> Now[list[r.Organization]]:
        """The groups that its holder speaks for."""
        return info.context.loaders.on_behalf_of(self.id, info.context.as_at(info, on))

    @resolved(list[OrganizationRef])
    def appointed_by(self, info: Info, on: On = None) -> Now[list[r.Organization]]:
        """The groups that elect or appoint its holder."""
        return info.context.loaders.appointed_by(self.id, info.context.as_at(info, on))

    @resolved(list[AppointerRef])
    def appointers(self, info: Info, on: On = None) -> Now[list[r.Appointer]]:
        """The same groups, each with its say: whether it elects, appoints, nominates or ratifies."""
        return info.context.loaders.appointers(self.id, info.context.as_at(info, on))

    @resolved(list[TenureRef])
    def holders(self, info: Info, on: On = None) -> Now[list[r.Tenure]]:
        """Who holds it, followed through the offices that fill it; the deputies last."""
        post: Any = self
        as_at = info.context.as_at(info, on)
        return then(info.context.loaders.tenures(self.id, as_at), lambda held: there(post, held, as_at.on))

    @resolved(list[TenureRef])
    def tenures(self, info: Info, on: On = None, ever: Ever = False) -> Now[list[r.Tenure]]:
        """Who holds it on the day, as `holders`; with `ever`, everybody who ever did or will, first holders first."""
        if ever:
            return info.context.loaders.tenures_ever(self.id, info.context.as_at(info, on))
        post: Any = self
        as_at = info.context.as_at(info, on)
        return then(info.context.loaders.tenures(self.id, as_at), lambda held: there(post, held, as_at.on))

    @resolved(str)
    def held_by(self, info: Info, on: On = None) -> Now[str]:
        """Who holds it: a name and body; "the chair of X, name not recorded"; "vacant", "not taken up", "not recorded".

        Where the term of those who held it last is over, it names them and says when.
        """
        return then(_sitting(self, info, on), lambda found: found.held_by)

    @resolved(words.PostState)
    def state(self, info: Info, on: On = None) -> Now[words.PostState]:
        """Who is in it on the day, as one value: what `heldBy` says in words."""
        return then(_sitting(self, info, on), lambda found: found.state)

    @resolved(str | None)
    def last_held_by(self, info: Info, on: On = None) -> Now[str | None]:
        """Who held it last, where nobody is known to hold it: "Ann Lee until 2010"; null where nobody is recorded."""
        return then(_sitting(self, info, on), lambda found: found.last_held_by or None)

    @resolved(PostRef | None)
    def filled_by_holder_of(self, info: Info, on: On = None) -> Now[r.Post | None]:
        """The post whose holder has this one too, by that office."""
        loaders = info.context.loaders
        chain = loaders.filling(self.id, info.context.as_at(info, on))
        return then(chain, lambda found: loaders.post(found[0].post_id if found else None))

    @resolved(bool | None)
    def vacant(self, info: Info, on: On = None) -> Now[bool | None]:
        """Whether it is vacant: true when recorded so, false when somebody holds it, null when no source says."""
        return then(_sitting(self, info, on), lambda found: found.known_vacant)


def _sitting(post: Any, info: Info, on: date | None) -> Now[Sitting]:
    found: Now[Any] = info.context.loaders.sitting(post.id, info.context.as_at(info, on), post)
    return found


@strawberry.type(name="Appointer", description="A body with a part in who sits in a seat.")
class AppointerType(Recorded):
    """A body with a part in who sits in a seat."""

    record = r.Appointer

    organization_id: strawberry.Private[str]
    say: words.Say | None = plain("Whether it elects, appoints, nominates or ratifies; null where no source says.")

    @resolved(OrganizationRef)
    def organization(self, info: Info) -> Now[r.Organization | None]:
        """The body."""
        return info.context.loaders.organization(self.organization_id)


@strawberry.type(name="Tenure", description="Somebody's holding of a seat.")
class TenureType(Recorded):
    """Somebody's holding of a seat."""

    record = r.Tenure

    post_id: strawberry.Private[str]
    holder_id: strawberry.Private[str]
    holder_is_person: strawberry.Private[bool]
    certainty: words.Certainty = plain("How sure it is.")
    note: str | None = plain("What else there is to know, in our own words.")
    capacity: words.TenureCapacity = plain("As what: the holder, a standing deputy, or for the time being.")
    period: Period = plain("From when until when.")
    term_ends: PartialDate | None = plain("When the term is due to end; `period.until` is when the holder left.")
    citations = citations()

    @resolved(datetime | None)
    def updated_at(self, info: Info) -> Now[datetime | None]:
        """When the entry of its seat last changed, which says who holds that, of what the reader may see."""
        return updated(info, self.post_id)

    @resolved(Holder)
    def holder(self, info: Info) -> Now[r.Person | r.Organization | None]:
        """Who holds it; a body when no person is named."""
        return info.context.loaders.holder(self.holder_id, self.holder_is_person)

    @resolved(PostRef)
    def post(self, info: Info) -> Now[r.Post | None]:
        """The post that is held: another than the one asked about when its holder fills that one too."""
        return info.context.loaders.post(self.post_id)
