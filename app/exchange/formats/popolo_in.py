"""Popolo JSON becomes entries of a place: what its classes say that the data format has a word for, the rest is told.

What this project wrote comes back as it was. Of other documents, a membership on behalf of somebody is a seat with its
holder, as is one with a post; another is whom a person works for. A word that is not ours is kept in its own words.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar
from urllib.parse import unquote

from pydantic import ValidationError

from app.domain import vocabulary as words
from app.domain.visible import visible
from app.exchange import place_format as form
from app.exchange.fields import FileModel
from app.exchange.formats.entries_read import EntriesRead
from app.exchange.formats.popolo_more import More
from app.exchange.formats.popolo_values import (
    LISTS,
    Object,
    apart,
    contact_details_in,
    document_in,
    names_in,
    objects_in,
    stated,
    word_meant,
)
from app.exchange.problems import shortened, shown
from app.exchange.rows import slug

Model = TypeVar("Model", bound=FileModel)
_SPANS = ("period", "election", "term", "session")
_FORMAL = frozenset({"council", "statutory_body", "charity", "faith_group", "company"})
_KINDS = dict.fromkeys(_FORMAL, "formal") | {"department": "unit", "constituency": "constituency"}
"""Of which kind a body mostly is, by its sort: Popolo does not say."""


def entries_of_popolo(content: bytes, place: str, title: str = "") -> EntriesRead:
    """Read a Popolo document as entries of a place, whose id is given; `title` stands for the document as a source.

    Bodies and people of other places (whose ids begin with another place's) are only mentioned.
    """
    read = EntriesRead(form.PlaceFile(place=place), "Popolo")
    document = document_in(content, read.problems)
    if document is not None:
        _Reader(document, place, title, read).read()
    return read


def _is_span(classification: object) -> bool:
    """Tell whether an event is no meeting but a time, such as a legislative period, or an election."""
    return isinstance(classification, str) and any(word in classification.casefold().split() for word in _SPANS)


class Begun(NamedTuple):
    """An entry to which memberships add, and where it stands in the document."""

    spot: str
    said: Object


class _Reader:
    def __init__(self, document: Object, place: str, title: str, into: EntriesRead) -> None:
        self.document, self.place, self.into = document, place, into
        found = document.get("meta")
        meta: Object = found if isinstance(found, dict) else {}
        self.base = str(meta.get("url") or "").removesuffix(f"/{meta.get('place') or ''}")
        self.described = {str(each.get("id")): each for each in objects_in(meta, "sources")}
        self.title = title or str(meta.get("title") or "Popolo document")
        self.sources: dict[str, form.Source] = {}
        self.ids: dict[str, str] = {}
        self.taken: set[str] = set()
        self.people: dict[str, Begun] = {}
        self.posts: dict[str, Begun] = {}
        self.periods = {
            str(each.get("id")): each for each in objects_in(document, "events") if _is_span(each.get("classification"))
        }
        self.spot = ""
        self.more = More(into, has_base=bool(self.base))

    def read(self) -> None:
        """Read class by class, what others mention first."""
        self._name_all()
        found: dict[str, list[Any]] = {
            "organizations": self._all("organizations", self._organization),
            "meetings": self._all("events", self._event),
            "lines": self._all("organizations", self._parent),
        }
        self.into.areas = self._all("areas", self._area)
        for name, begun, of in (("persons", self.people, self._person), ("posts", self.posts, self._post)):
            for at, said in self._items(name):
                self.spot = f"{name}[{at}]"
                if not self._is_elsewhere(said):
                    begun[self.ids.get(str(said.get("id")), "")] = Begun(self.spot, of(said))
        for at, said in self._items("memberships"):
            self.spot = f"memberships[{at}]"
            found["lines"] += self._membership(said)
        found["people"] = [*self._finished(form.Person, self.people)]
        found["posts"] = [*self._finished(form.Post, self.posts)]
        for id_ in self.described:  # also those that nothing which is held here cites
            if id_.startswith(f"{self.place}/"):
                self._described_source(id_)
        found["sources"] = [source for id_, source in self.sources.items() if self._is_own_source(id_)]
        self.into.sources = [source for id_, source in self.sources.items() if not self._is_own_source(id_)]
        whole: dict[str, Any] = {"place": self.place, **found}
        # Each is checked already.
        self.into.file = form.PlaceFile.model_construct(**whole)

    def _finished(self, model: type[Model], begun: dict[str, "Begun"]) -> Iterator[Model]:
        """Make the entries to which memberships were added."""
        for self.spot, said in begun.values():
            if (entry := self._made(model, **said)) is not None:
                yield entry

    def _items(self, name: str) -> Iterator[tuple[int, Object]]:
        yield from enumerate(self.document.get(name) or (), 1)

    def _all(self, name: str, read: Callable[[Object], Model | None]) -> list[Model]:
        found = []
        for at, said in self._items(name):
            self.spot = f"{name}[{at}]"
            if (entry := read(said)) is not None:
                found.append(entry)
        return found

    def _name_all(self) -> None:
        """Give every body, person, seat and meeting its id here, before any is mentioned; tell what is not read."""
        for name in LISTS:
            for at, said in self._items(name):
                self.spot = f"{name}[{at}]"
                if str(said.get("id")) not in self.periods or name != "events":
                    self.more.keep(name, said)
                if name in {"organizations", "persons", "posts", "events"}:
                    self._name(said)

    def _name(self, said: Object) -> None:
        id_ = said.get("id")
        if not isinstance(id_, str) or not id_:
            self._refuse("id", id_, "expected an id, which other objects mention")
        elif id_ in self.ids:
            self._refuse("id", id_, "expected each id once")
        elif "/" in id_ and self.base:
            self.ids[id_] = id_.removeprefix(f"{self.place}/")
        else:
            called = slug(str(said.get("name") or said.get("label") or id_))[:100].strip("-") or "entry"
            number = 1
            while (new := called if number == 1 else f"{called}-{number}") in self.taken:
                number += 1
            self.ids[id_] = new
            self.taken.add(new)

    def _is_elsewhere(self, said: Object) -> bool:
        return "/" in self.ids.get(str(said.get("id")), "")

    def _own_number(self, said: Object) -> list[Object]:
        """Keep the id that another program gave, as an identifier."""
        id_ = str(said.get("id"))
        return [] if "/" in id_ and self.base else [{"scheme": "popolo", "value": id_}]

    def _mentioned(self, said: Object, name: str) -> str | None:
        id_ = said.get(name)
        if id_ is None:
            return None
        if not isinstance(id_, str) or id_ not in self.ids:
            self._refuse(name, id_, "expected the id of an object in this document")
            return None
        return self.ids[id_]

    def _refuse(self, name: str, found: object, expected: str) -> None:
        said = f" found {shown(found)};" if found not in (None, "") else ""
        self.into.problems.append(f"{self.spot}.{name}:{said} {expected}.")

    def _made(self, model: type[Model], **said: Any) -> Model | None:
        """Make an entry; whatever the data format refuses is a problem at its property."""
        try:
            return model.model_validate(stated(said))
        except ValidationError as error:
            for each in error.errors(include_url=False):
                where = ".".join(map(str, each["loc"]))
                self.into.problems.append(f"{self.spot}: {where}: {shortened(each['msg'], 200)}.")
            return None

    def _organization(self, said: Object) -> form.Organization | None:
        if self._is_elsewhere(said):
            return None
        sort = word_meant(said.get("classification"), words.Classification)
        alternate, former = names_in(said)
        numbers = [
            {"scheme": it.get("scheme") or "id", "value": it.get("identifier")}
            for it in objects_in(said, "identifiers")
        ]
        return self._made(
            form.Organization,
            id=self.ids.get(str(said.get("id"))),
            name=said.get("name"),
            alternateNames=alternate,
            formerNames=former,
            classification=sort or "other",
            classificationNote=None if sort else said.get("classification"),
            kind=_KINDS.get(sort or "", "collaboration"),
            areas=[area] if (area := self._area_of(said)) not in (None, self.place) else [],
            purpose=said.get("description"),
            founded=said.get("founding_date"),
            dissolved=said.get("dissolution_date"),
            identifiers=[*numbers, *self._own_number(said)],
            contactDetails=contact_details_in(said),
            additional=self.more.of(said),
            cites=self._cites(said),
        )

    def _person(self, said: Object) -> Object:
        alternate, former = names_in(said)
        return {
            "id": self.ids.get(str(said.get("id"))),
            "name": said.get("name"),
            "honorificPrefix": said.get("honorific_prefix"),
            "honorificSuffix": said.get("honorific_suffix"),
            "alternateNames": alternate,
            "formerNames": former,
            "worksFor": [],
            "additional": self.more.of(said),
            "cites": self._cites(said),
        }

    def _post(self, said: Object) -> Object:
        role = word_meant(said.get("role"), words.Role)
        return {
            "id": self.ids.get(str(said.get("id"))),
            "on": self._mentioned(said, "organization_id"),
            "role": role or "member",
            "label": said.get("label") or (None if role else said.get("role")),
            "area": self._area_of(said),
            "since": said.get("start_date"),
            "until": said.get("end_date"),
            "contactDetails": contact_details_in(said),
            "holders": [],
            "onBehalfOf": [],
            "additional": self.more.of(said),
            "cites": self._cites(said),
        }

    def _event(self, said: Object) -> form.Meeting | None:
        if self._is_elsewhere(said):
            return None
        if str(said.get("id")) in self.periods:
            self.into.unread[f"events that are a {str(said['classification'])[:60]}, but for their dates"] += 1
            return None
        people = [self._mentioned(each, "id") for each in objects_in(said, "attendees")]
        return self._made(
            form.Meeting,
            id=self.ids.get(str(said.get("id"))),
            organization=self._mentioned(said, "organization_id"),
            date=str(said.get("start_date") or "")[:10],
            label=said.get("name"),
            venue=said.get("location"),
            status=word_meant(said.get("status"), words.MeetingStatus),
            attendance=[{"person": person, "as": "present"} for person in people if person],
            additional=self.more.of(said),
            cites=self._cites(said),
        )

    def _area_of(self, said: Object) -> str | None:
        """Return the area of a body or seat; areas of other programs are none of ours, and are told as not read."""
        if said.get("area_id") and not self.base:
            self.into.unread["area_id"] += 1
            return None
        return said.get("area_id")

    def _area(self, said: Object) -> form.Area | None:
        if not self.base:
            self.into.unread["areas"] += 1
            return None
        gss = str(said.get("identifier") or "")
        return self._made(
            form.Area,
            id=said.get("id"),
            name=said.get("name"),
            classification=said.get("classification"),
            gss=gss if len(gss) == 9 else None,
            partOf=said.get("parent_id"),
        )

    def _parent(self, said: Object) -> form.Line | None:
        parent, here = self._mentioned(said, "parent_id"), self.ids.get(str(said.get("id")))
        if parent is None or here is None or self._is_elsewhere(said):
            return None
        return self._made(form.Line, **{"from": here, "to": parent, "type": "sub_group_of", "cites": self._cites(said)})

    def _membership(self, said: Object) -> Iterator[form.Line]:
        """Add who holds a seat or works for a body to its entry; return the line of a body that belongs to another."""
        person, body = self._mentioned(said, "person_id"), self._mentioned(said, "organization_id")
        member = said.get("member")
        holder = self._mentioned(member, "id") if isinstance(member, dict) else None
        post = self._mentioned(said, "post_id")
        # A membership of a legislative period lasts as long as that, unless it says otherwise (EveryPolitician).
        period = self.periods.get(str(said.get("legislative_period_id")), {})
        times = {
            "since": said.get("start_date") or period.get("start_date"),
            "until": said.get("end_date") or period.get("end_date"),
        }
        if post is None and person and body and said.get("on_behalf_of_id"):
            post = f"{slug(person)}-on-{slug(body)}"
            role = word_meant(said.get("role"), words.Role) or "member"
            seat = {"id": post, "on": body, "role": role, "holders": [], "onBehalfOf": [], "cites": self._cites(said)}
            self.posts.setdefault(post, Begun(self.spot, seat))
        if post in self.posts and (person or holder):
            self._hold(said, self.posts[post].said, {"person": person, "organization": holder} | times)
        elif post and "/" in post:
            self.into.unread["memberships of posts elsewhere"] += 1
        elif person in self.people and body:
            work = {"organization": body, "role": said.get("role"), "cites": self._cites(said)} | times
            work["additional"] = self.more.of(said)
            works = self.people[person].said["worksFor"]
            works.append(apart(works, stated(work), str(person)))
        elif holder and body:
            ends = {"from": holder, "to": body, "type": "member_of", "label": said.get("label")}
            ends["additional"] = self.more.of(said)
            line = self._made(form.Line, **ends, cites=self._cites(said), **times)
            yield from (line,) if line else ()
        else:
            self._refuse("person_id", said.get("person_id"), "expected a person or member, and an organization_id")

    def _hold(self, said: Object, post: Object, tenure: Object) -> None:
        cites = self._cites(said)
        tenure["capacity"] = word_meant(said.get("label"), words.TenureCapacity)
        tenure["additional"] = self.more.of(said)
        tenure["cites"] = None if cites == post["cites"] else cites
        post["holders"].append(apart(post["holders"], stated(tenure), str(post["id"])))
        group = self._mentioned(said, "on_behalf_of_id")
        if group and group not in post["onBehalfOf"]:
            post["onBehalfOf"].append(group)

    def _cites(self, said: Object) -> list[Object]:
        """Return where an object is from: its own sources, or else the document and where in it."""
        found = [self._cite(each) for each in objects_in(said, "sources") if isinstance(each.get("url"), str)]
        if found:
            return found
        if "popolo-document" not in self.sources:
            source = self._made(form.Source, id="popolo-document", title=visible(self.title)[:300])
            self.sources |= {"popolo-document": source} if source else {}
        return [{"source": "popolo-document", "locator": self.spot}]

    def _cite(self, said: Object) -> Object:
        url, note = said["url"], str(said.get("note") or "")
        id_ = unquote(url.removeprefix(f"{self.base}/sources/")) if self.base else ""
        known = self.described.get(id_)
        if known is not None:
            local, where = self._described_source(id_), note.removeprefix(f"{known.get('title')}, ")
        else:
            local = slug(url.partition("://")[2].partition("?")[0])[:100].strip("-") or "source"
            source = self._made(form.Source, id=local, title=(note or url)[:300], url=url)
            where = note or "as linked"
            self.sources |= {local: source} if source and local not in self.sources else {}
        return {"source": local, "locator": where}

    def _described_source(self, id_: str) -> str:
        """Make a source of what the document says of it, once; return its id here."""
        local, known = id_.removeprefix(f"{self.place}/"), self.described[id_]
        if local not in self.sources and "/" not in local:  # else it is another place's, which is only mentioned
            names = ("title", "publisher", "creators", "published", "url")
            source = self._made(form.Source, id=local, **{name: known.get(name) for name in names})
            self.sources |= {local: source} if source else {}
        return local

    def _is_own_source(self, id_: str) -> bool:
        return f"{self.place}/{id_}" in self.described or id_ not in self.described
