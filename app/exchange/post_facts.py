"""The posts of a file, which are the seats on its bodies, with who holds them."""

from collections.abc import Callable

from app.domain import vocabulary as words
from app.domain.dates import earliest, latest
from app.domain.facts import Value
from app.exchange import place_format as form
from app.exchange.derived_ids import entry_name
from app.exchange.entry_facts import EntryReader
from app.exchange.provenance import contact_properties, inherited, provenance, silent_within
from app.exchange.yaml_places import Path_

_HOLDERS: dict[str, tuple[str, ...]] = {
    "holder": ("Person", "Organization"),
    "person": ("Person",),
    "organization": ("Organization",),
}
"""What may stand in each field that says who holds a seat."""


class PostReader(EntryReader):
    """Reads posts and their holders."""

    def _post(self, said: form.Post, path: Path_) -> None:
        board = self._mention((*path, "on"), said.on, ("Organization",))
        proposed = said.status is words.FactStatus.PROPOSED
        if said.numberMax is not None and said.numberMax < said.number:
            self._refuse(
                (*path, "numberMax"), f"at most {said.numberMax}", f"expected no less than the number, {said.number}"
            )
        properties: dict[str, Value] = {
            "role": said.role.value,
            "label": said.label,
            "basis": said.basis.value,
            "voting": said.voting.value,
            "takenUp": said.takenUp.value,
            "number": said.number,
            "numberMax": said.numberMax,
            "membership": said.membership.value if said.membership else None,
            "forArea": self._mention((*path, "area"), said.area, ("Area",)) if said.area else None,
            "order": said.order,
            "electorate": said.electorate,
            "termLimit": said.termLimit,
            "vacant": None if said.vacant is words.YesNoNotRecorded.NOT_RECORDED else said.vacant.value,
            "vacantSince": said.vacantSince,
            "heldAs": said.heldAs and said.heldAs.value,
            "termYears": said.termYears,
            "reportBack": said.reportBack,
            "reportBackDays": said.reportBackDays,
        }
        its_own = provenance(said, proposed=proposed)
        usual = silent_within(its_own)
        properties |= contact_properties(said.contactDetails) | its_own
        post = self._node("Post", entry_name(said, self.place), path, properties)
        if not said.id and said.onBehalfOf:
            self.reading.telling.add(post)
        self._link("POST_IN", ("Post", post), ("Organization", board), dict(usual), path)
        for type_, name, groups in (
            ("ON_BEHALF_OF", "onBehalfOf", said.onBehalfOf),
            ("APPOINTED_BY", "appointedBy", said.appointedBy),
        ):
            for number, group in enumerate(groups):
                spot = (*path, name, number)
                target = self._inner(group, spot, "organization", group.organization, ("Organization",))
                how = group.as_.value if isinstance(group, form.Appointer) and group.as_ else None
                self._link(
                    type_,
                    ("Post", post),
                    ("Organization", target),
                    {"as": how} | inherited(group, said, proposed=proposed, usual=usual),
                    spot,
                    group.id,
                )
        if said.filledByHolderOf:
            filling, spot = said.filledByHolderOf, (*path, "filledByHolderOf")
            other = self._inner(filling, spot, "post", filling.post, ("Post",))
            properties = inherited(filling, said, proposed=proposed)
            self._link("FILLED_BY_HOLDER_OF", ("Post", post), ("Post", other), properties, path, filling.id)
        for number, holder in enumerate(said.holders):
            spot = (*path, "holders", number)
            self._holder(holder, spot, post, lambda holder: inherited(holder, said, proposed=proposed, usual=usual))

    def _holder(
        self, said: form.Holder, path: Path_, post: str, inheriting: Callable[[form.Holder], dict[str, Value]]
    ) -> None:
        names = ("holder", said.holder), ("person", said.person), ("organization", said.organization)
        given = [(name, written) for name, written in names if written]
        if len(given) != 1:
            self._refuse(path, f"{len(given)} holders", "expected one of 'person' or 'organization'")
            return
        name, written = given[0]
        labels = _HOLDERS[name]
        holder = self._inner(said, path, name, written, labels)
        if said.since and said.termEnds and latest(said.termEnds) < earliest(said.since):
            self._refuse(
                (*path, "termEnds"), f"a term to {said.termEnds}", f"expected an end after the start, {said.since}"
            )
        own = {"capacity": said.capacity.value, "termEnds": said.termEnds}
        properties = own | inheriting(said)
        self._link(
            "HOLDS",
            (labels[0] if len(labels) == 1 else "", holder),
            ("Post", post),
            properties,
            path,
            said.id,
        )
