"""A place as Popolo JSON: organizations, people, posts, memberships, areas and events.

See https://www.popoloproject.com/specs/. Every object is as the Popolo JSON Schemas have it. A seat is a post, who
holds it a membership with that post; who works for a body is a membership without one; a body that belongs to another
is a membership whose member is a body. A body that is part of one other has that as its parent. What else is recorded
has no place in Popolo: `lost` tells.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import orjson

from app.domain.facts import Link, Node
from app.exchange.formats.losses import Held, Lost, lost_beside
from app.exchange.formats.public_facts import PublicFacts, Said, cites_of, records_in, texts_in

Object = dict[str, Any]

HELD: Held = {
    "Organization": frozenset(
        "name alternateNames formerNames formerNamesUntil classification identifiers contactDetails purpose founded"
        " dissolved cites additional".split()
    ),
    "Person": frozenset(
        "name honorificPrefix honorificSuffix alternateNames formerNames formerNamesUntil cites additional".split()
    ),
    "Post": frozenset("role label forArea since until contactDetails cites additional".split()),
    "Meeting": frozenset("date label venue status cites additional".split()),
    "Area": frozenset("name classification gss".split()),
    "Source": frozenset("title publisher creators published url".split()),
    "IN_AREA": frozenset(),
    "PART_OF": frozenset(),
    "POST_IN": frozenset(),
    "MEETING_OF": frozenset(),
    "ON_BEHALF_OF": frozenset(),
    "HOLDS": frozenset("capacity since until cites additional".split()),
    "WORKS_FOR": frozenset("role since until cites additional".split()),
    "MEMBER_OF": frozenset("label since until cites additional".split()),
    "SUB_GROUP_OF": frozenset(),
    "ATTENDED": frozenset({"as"}),
}
PRESENT = frozenset({"present", "deputising", "guest", "in_attendance"})
"""How somebody who attended a meeting was there."""


def popolo(public: PublicFacts) -> bytes:
    """Write the public facts of a place as one JSON document, a list for each class of Popolo."""
    return orjson.dumps(document(public), option=orjson.OPT_INDENT_2)


def document(public: PublicFacts) -> Object:
    """Return the document as values: the classes in Popolo's order, and under `meta` what it is and lacks."""
    writer = _Writer(public)
    said: dict[str, list[Object]] = {
        "persons": [writer.person(node) for node in _with_stubs(public, "Person")],
        "organizations": [writer.organization(node) for node in _with_stubs(public, "Organization")],
        "posts": [writer.post(node) for node in public.own("Post")],
        "memberships": [*writer.memberships()],
        "areas": [writer.area(node) for node in public.own("Area")],
        "events": [writer.event(node) for node in public.own("Meeting")],
    }
    mentioned = {public.place, *_mentioned(said)}
    above = {each["id"]: each.get("parent_id") for each in said["areas"]}
    for id_ in [*mentioned & above.keys()]:
        at = above[id_]
        while at is not None and at not in mentioned:
            mentioned.add(at)
            at = above.get(at)
    own = {node.id for node in public.facts.nodes if node.place == public.place}
    meta = {
        "title": public.name,
        "url": f"{public.base}/{quote(public.place)}",
        "place": public.place,
        "data_version": public.version,
        "sources": [writer.source(node) for node in public.own("Source")],
        "not_held": {each.name: each.times for each in lost(public)},
    }
    kept = own | mentioned
    shown = {name: [each for each in found if each["id"] in kept] for name, found in said.items() if name in _STUBBED}
    return {"meta": meta, **said, **shown}


_STUBBED = frozenset({"persons", "organizations", "areas"})
"""The lists with what is elsewhere, which is there only where another object mentions it."""


def _mentioned(said: dict[str, list[Object]]) -> Iterator[str]:
    for found in (listed for name, listed in said.items() if name != "areas"):
        for each in found:
            yield from (each[name] for name in each if name.endswith("_id"))
            yield from (inner["id"] for inner in (each.get("member"), *each.get("attendees", ())) if inner)


def lost(public: PublicFacts) -> tuple[Lost, ...]:
    """Tell what is recorded of a place and is not in its Popolo document."""
    return lost_beside(public, HELD, _lost_in_part(public))


def _lost_in_part(public: PublicFacts) -> Iterator[tuple[str, str]]:
    """Go through what Popolo holds one of and there are several, or of one sort and not of another."""
    for node in public.own("Organization"):
        areas, parents = public.links_from("IN_AREA", node.id), public.links_from("SUB_GROUP_OF", node.id)
        yield from (("IN_AREA", "beyond a body's first") for _ in areas[1:])
        yield from (("SUB_GROUP_OF", "of bodies with several") for _ in parents if len(parents) > 1)
    for node in public.own("Post"):
        groups, holders = public.links_from("ON_BEHALF_OF", node.id), public.links_to("HOLDS", node.id)
        if len(groups) > 1 or not holders:
            yield from (("ON_BEHALF_OF", "of seats that are empty or for several") for _ in groups)
    came: set[tuple[str, str]] = set()
    for link in public.facts.links:
        if link.type == "ATTENDED":
            ends = link.from_id, link.to_id
            if not _is_there(link) or link.properties.get("as") != "present" or ends in came:
                yield ("ATTENDED", "of bodies, of who was not there, and as what or how often somebody came")
            came.add(ends)


def _is_there(link: Link) -> bool:
    return link.from_label == "Person" and link.properties.get("as") in PRESENT


def _with_stubs(public: PublicFacts, label: str) -> Iterator[Node]:
    yield from public.own(label)
    yield from public.elsewhere(label)


class _Writer:
    def __init__(self, public: PublicFacts) -> None:
        self.public = public

    def organization(self, node: Node) -> Object:
        said = node.properties
        parents = self.public.links_from("SUB_GROUP_OF", node.id)
        return _with_more(
            said,
            id=node.id,
            name=said.get("name"),
            other_names=_other_names(said),
            identifiers=[
                {"scheme": each["scheme"], "identifier": each["value"]} for each in records_in(said, "identifiers")
            ],
            classification=said.get("classification"),
            parent_id=parents[0].to_id if len(parents) == 1 else None,
            area_id=self._area_of(node),
            description=said.get("purpose"),
            founding_date=said.get("founded"),
            dissolution_date=said.get("dissolved"),
            contact_details=_contact_details(said),
            sources=self._sources(said),
        )

    def _area_of(self, node: Node) -> str | None:
        """Return the place that a body is at home in, or else the first of its areas."""
        areas = [link.to_id for link in self.public.links_from("IN_AREA", node.id)]
        return node.place if node.place in areas else next(iter(areas), None)

    def person(self, node: Node) -> Object:
        said = node.properties
        return _with_more(
            said,
            id=node.id,
            name=said.get("name"),
            honorific_prefix=said.get("honorificPrefix"),
            honorific_suffix=said.get("honorificSuffix"),
            other_names=_other_names(said),
            sources=self._sources(said),
        )

    def post(self, node: Node) -> Object:
        said = node.properties
        return _with_more(
            said,
            id=node.id,
            label=said.get("label"),
            role=said.get("role"),
            organization_id=self.public.end_of("POST_IN", node.id),
            area_id=said.get("forArea"),
            start_date=said.get("since"),
            end_date=said.get("until"),
            contact_details=_contact_details(said),
            sources=self._sources(said),
        )

    def memberships(self) -> Iterator[Object]:
        for link in self.public.facts.links:
            if link.type == "HOLDS":
                yield self._tenure(link)
            elif link.type == "WORKS_FOR":
                yield self._membership(link, link.to_id, role=link.properties.get("role"))
            elif link.type == "MEMBER_OF":
                yield self._membership(link, link.to_id, label=link.properties.get("label"))

    def _tenure(self, link: Link) -> Object:
        post = self.public.by_id[link.to_id]
        groups = self.public.links_from("ON_BEHALF_OF", post.id)
        capacity = link.properties.get("capacity")
        return self._membership(
            link,
            self.public.end_of("POST_IN", post.id),
            post_id=post.id,
            role=post.properties.get("role"),
            label=None if capacity == "substantive" else capacity,
            on_behalf_of_id=groups[0].to_id if len(groups) == 1 else None,
        )

    def _membership(self, link: Link, organization: str | None, **more: Any) -> Object:
        said, is_person = link.properties, link.from_label == "Person"
        member = self.public.by_id[link.from_id]
        return _with_more(
            said,
            id=link.id,
            person_id=link.from_id if is_person else None,
            member=None if is_person else {"id": link.from_id, "name": member.properties.get("name")},
            organization_id=organization,
            **more,
            start_date=said.get("since"),
            end_date=said.get("until"),
            sources=self._sources(said),
        )

    def event(self, node: Node) -> Object:
        said = node.properties
        there = dict.fromkeys(link.from_id for link in self.public.links_to("ATTENDED", node.id) if _is_there(link))
        return _with_more(
            said,
            id=node.id,
            name=said.get("label"),
            classification="meeting",
            start_date=said.get("date"),
            location=said.get("venue"),
            status=said.get("status"),
            organization_id=self.public.end_of("MEETING_OF", node.id),
            attendees=[{"id": id_, "name": self.public.by_id[id_].properties.get("name")} for id_ in there],
            sources=self._sources(said),
        )

    def area(self, node: Node) -> Object:
        said = node.properties
        return _stated(
            id=node.id,
            name=said.get("name"),
            identifier=said.get("gss"),
            classification=said.get("classification"),
            parent_id=self.public.end_of("PART_OF", node.id),
        )

    def source(self, node: Node) -> Object:
        said = node.properties
        names = ("title", "publisher", "creators", "published", "url")
        return {"id": node.id, **_stated(**{name: said.get(name) for name in names})}

    def _sources(self, said: Said) -> list[Object]:
        """Say where a fact is from: a link to the source's page here, which leads on, and where in it."""
        found = []
        for id_, where in cites_of(said):
            title = self.public.by_id[id_].properties.get("title")
            found.append({"url": f"{self.public.base}/sources/{quote(id_)}", "note": f"{title}, {where}"})
        return found


def _other_names(said: Said) -> list[Object]:
    found: list[Object] = [{"name": name} for name in texts_in(said, "alternateNames")]
    former = zip(texts_in(said, "formerNames"), texts_in(said, "formerNamesUntil"), strict=True)
    return found + [_stated(name=name, end_date=until, note="former name") for name, until in former]


def _contact_details(said: Said) -> list[Object]:
    return [
        _stated(label=each.get("label"), type=each["type"], value=each["value"])
        for each in records_in(said, "contactDetails")
    ]


def _with_more(fact: Said, /, **said: Any) -> Object:
    """Return what is said, and beside it what another program's file once did that has no field here."""
    more: Object = orjson.loads(str(fact.get("additional") or "{}"))
    stated = _stated(**said)
    return stated | {name: value for name, value in more.items() if name not in stated}


def _stated(**said: Any) -> Object:
    """Return what is said, without what is not: Popolo has no word for "not recorded"."""
    return {name: value for name, value in said.items() if value not in (None, "", [])}
