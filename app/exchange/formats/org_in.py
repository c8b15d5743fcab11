"""Linked data in W3C ORG becomes entries of a place: bodies, people, seats, who holds them, and what joins bodies.

What this project wrote comes back under its own ids, but for what the report lists; of others' data an address is kept
as an identifier, and an id is made of the name. A membership with a post is who holds that; another is whom a person
works for, or which body belongs to another. Properties that the data format has no word for are told.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from pydantic import ValidationError
from rdflib import DCTERMS, ORG, RDF, SKOS, Graph, URIRef
from rdflib.namespace import FOAF, OWL, RDFS, TIME

from app.domain import vocabulary as words
from app.domain.addresses import FOLDERS
from app.domain.described import Described
from app.domain.visible import visible
from app.exchange import place_format as form
from app.exchange.fields import FileModel
from app.exchange.formats.entries_read import EntriesRead
from app.exchange.formats.org_graph import (
    BASE,
    NotRead,
    Thing,
    graph_of,
    name_of,
    pairs_of,
    text_of,
    texts_of,
    things_of,
    things_with,
)
from app.exchange.formats.popolo_values import apart, stated, word_meant
from app.exchange.formats.triples import PREFIXES
from app.exchange.problems import shortened
from app.exchange.rows import slug

Said = dict[str, Any]
_BODIES = {
    ORG.OrganizationalCollaboration: "collaboration",
    ORG.FormalOrganization: "formal",
    ORG.OrganizationalUnit: "unit",
    ORG.Organization: "",
    FOAF.Organization: "",
}
_PEOPLE = (FOAF.Person, URIRef(f"{PREFIXES['schema']}Person"))
_OPENGOV, _SCHEMA = PREFIXES["opengov"], PREFIXES["schema"]
_POST, _BEHALF = URIRef(f"{_OPENGOV}post"), URIRef(f"{_OPENGOV}onBehalfOf")
_FOUNDED, _DISSOLVED = URIRef(f"{_SCHEMA}foundingDate"), URIRef(f"{_SCHEMA}dissolutionDate")
_LINES = {ORG.subOrganizationOf: "sub_group_of", ORG.unitOf: "sub_group_of", ORG.reportsTo: "reports_to",
          ORG.linkedTo: "linked_to"}  # fmt: skip
_INVERSE = {ORG.hasSubOrganization: "sub_group_of", ORG.hasUnit: "sub_group_of"}
_READ = {
    RDF.type, SKOS.prefLabel, SKOS.altLabel, SKOS.note, RDFS.label, FOAF.name, FOAF.title, OWL.imports,
    *(ORG[name] for name in "classification identifier postIn hasPost role holds heldBy member organization "
      "memberDuring".split()),
    *(ORG[name] for name in "memberOf hasMember hasMembership originalOrganization resultingOrganization changedBy"
      " resultedFrom".split()),
    *_LINES, *_INVERSE, _POST, _BEHALF, _FOUNDED, _DISSOLVED,
    *(DCTERMS[name] for name in "description spatial identifier isPartOf title issued source date"
      " bibliographicCitation".split()),
    *(URIRef(f"{_SCHEMA}{name}") for name in "name publisher creator url".split()),
    *(TIME[name] for name in "hasBeginning hasEnd inXSDDate inXSDgYear inXSDgYearMonth".split()),
}  # fmt: skip
_INSTANT = (TIME.inXSDDate, TIME.inXSDgYearMonth, TIME.inXSDgYear)
_FORMAL = {"council", "statutory_body", "charity", "faith_group", "company"}


def entries_of_org(content: bytes, place: str, title: str = "") -> EntriesRead:
    """Read Turtle or JSON-LD as entries of a place, whose id is given; `title` stands for it as a source."""
    read = EntriesRead(form.PlaceFile(place=place), "ORG")
    try:
        _Reader(graph_of(content), place, title or "Linked data", read).read()
    except NotRead as error:
        read.problems.append(str(error))
    return read


class _Reader:
    def __init__(self, graph: Graph, place: str, title: str, into: EntriesRead) -> None:
        self.graph, self.place, self.title, self.into = graph, place, title, into
        concepts = sorted({str(it) for it in graph.objects(None, ORG.classification)})
        self.base = next((it.partition("/glossary#")[0] for it in concepts if "/glossary#" in it), "")
        self.ids: dict[Thing, str] = {}
        self.labels: dict[Thing, str] = {}
        self.taken: set[str] = set()
        self.sources: dict[str, form.Source | None] = {}
        self.own_sources = {"linked-data"}
        self.seats: dict[str, Said] = {}
        self.people: dict[str, Said] = {}

    def read(self) -> None:
        """Name everything that has a sort, then read it sort by sort, and then what joins it."""
        for label, sorts in (("Organization", _BODIES), ("Person", _PEOPLE), ("Post", (ORG.Post,))):
            for thing in sorted({it for sort in sorts for it in self.graph.subjects(RDF.type, sort)}, key=str):
                self._name(thing, label)
        if not self.ids:
            raise NotRead("The document has no org:Organization, org:Post or foaf:Person in it.")
        for predicate in set(self.graph.predicates()) - _READ:
            count = sum(1 for _ in self.graph.subject_objects(predicate))
            self.into.unread[visible(self._short(str(predicate)))] += count
        own = [(thing, id_) for thing, id_ in self.ids.items() if "/" not in id_]
        bodies = [self._made(form.Organization, self._body(it, id_)) for it, id_ in own if self._is(it, "Organization")]
        self.people = {id_: self._person(it, id_) for it, id_ in own if self._is(it, "Person")}
        self.seats = {id_: self._seat(it, id_) for it, id_ in own if self._is(it, "Post")}
        found = [*self._lines(), *self._changes(), *self._memberships()]
        unique = {(each["from"], each["type"], each["to"], each.get("since")): each for each in found}
        self._holds()
        whole: dict[str, Any] = {
            "place": self.place,
            "organizations": [each for each in bodies if each],
            "people": [each for it in self.people.values() if (each := self._made(form.Person, it))],
            "posts": [each for it in self.seats.values() if (each := self._made(form.Post, it))],
            "lines": [each for it in unique.values() if (each := self._made(form.Line, it))],
        }
        for thing in sorted(things_with(self.graph, RDF.type, DCTERMS.BibliographicResource), key=str):
            if self._path(thing, "Source").startswith(f"{self.place}/"):
                self._source(thing)  # also one that nothing which is held here cites
        whole["sources"] = [it for id_, it in self.sources.items() if it and self._is_own(id_)]
        self.into.sources = [it for id_, it in self.sources.items() if it and not self._is_own(id_)]
        self.into.areas = [each for each in self._areas() if each]
        # Each is checked already.
        self.into.file = form.PlaceFile.model_construct(**whole)

    def _short(self, address: str) -> str:
        known = next((name for name, at in PREFIXES.items() if address.startswith(at)), "")
        return f"{known}:{address.removeprefix(PREFIXES[known])}" if known else address

    def _is(self, thing: Thing, label: str) -> bool:
        return self.labels.get(thing) == label

    def _path(self, thing: Thing, label: str) -> str:
        """Return the whole id of what this project gave an address; empty for what others did."""
        folder = FOLDERS.get(label)
        if not self.base or folder is None or not str(thing).startswith(f"{self.base}{folder}"):
            return ""
        return unquote(str(thing).removeprefix(f"{self.base}{folder}"))

    def _name(self, thing: Thing, label: str) -> None:
        if thing in self.ids:
            return
        self.labels[thing] = label
        if "/" in (path := self._path(thing, label)):
            self.ids[thing] = path.removeprefix(f"{self.place}/")
            return
        last = str(thing).rstrip("/#").rpartition("/")[2].rpartition("#")[2]
        called = slug(name_of(self.graph, thing) or last)[:100].strip("-") or "entry"
        number = 1
        while (new := called if number == 1 else f"{called}-{number}") in self.taken:
            number += 1
        self.ids[thing] = new
        self.taken.add(new)

    def _made(self, model: type[FileModel], said: Said) -> Any:
        try:
            return model.model_validate(stated(said))
        except ValidationError as error:
            for each in error.errors(include_url=False):
                where = ".".join(map(str, each["loc"]))
                of = visible(str(said.get("id") or said.get("from") or said.get("title")))[:80]
                self.into.problems.append(f"{of}: {where}: {shortened(each['msg'], 200)}.")
            return None

    def _word(self, thing: Thing, predicate: URIRef, known: type[Described]) -> tuple[str | None, str]:
        """Return the word of ours that a concept is, and what it is called where it is none."""
        said = ""
        for concept in things_of(self.graph, thing, predicate):
            ours = str(concept).partition("/glossary#")[2].replace("-", "_")
            if self.base and str(concept).startswith(f"{self.base}/glossary#"):
                if ours in list(known):
                    return ours, ""
                continue
            called = name_of(self.graph, concept)
            if word := word_meant(called, known):
                return word, ""
            said = said or called
        return None, said

    def _body(self, thing: Thing, id_: str) -> Said:
        graph = self.graph
        sort, own_word = self._word(thing, ORG.classification, words.Classification)
        types = [_BODIES[it] for it in graph.objects(thing, RDF.type) if isinstance(it, URIRef) and it in _BODIES]
        kind, _ = self._word(thing, ORG.classification, words.OrganizationKind) if self.base else (None, "")
        usual = "constituency" if sort == "constituency" else "formal" if sort in _FORMAL else "collaboration"
        numbers = [_number(it) for it in texts_of(graph, thing, ORG.identifier)]
        areas = [self._area_id(it) for it in things_of(graph, thing, DCTERMS.spatial)]
        return {
            "id": id_,
            "name": name_of(graph, thing),
            "alternateNames": texts_of(graph, thing, SKOS.altLabel),
            "classification": sort or "other",
            "classificationNote": own_word,
            "kind": kind or next(filter(None, sorted(types, reverse=True)), usual),
            "identifiers": [*numbers, *self._address(thing)],
            "purpose": text_of(graph, thing, DCTERMS.description),
            "founded": text_of(graph, thing, _FOUNDED),
            "dissolved": text_of(graph, thing, _DISSOLVED),
            "areas": [it for it in areas if it] if [it for it in areas if it] != [self.place] else [],
            **self._noted(thing),
        }

    def _address(self, thing: Thing) -> list[Said]:
        """Keep the address by which another program knows a body."""
        is_own = self._path(thing, self.labels[thing]) or str(thing).startswith(BASE)
        return [] if is_own or not isinstance(thing, URIRef) else [{"scheme": "address", "value": str(thing)[:300]}]

    def _area_id(self, thing: Thing) -> str | None:
        path = str(thing).removeprefix(f"{self.base}/")
        return unquote(path) if self.base and path != str(thing) and "/" not in path else None

    def _person(self, thing: Thing, id_: str) -> Said:
        title = text_of(self.graph, thing, FOAF.title)
        names = texts_of(self.graph, thing, SKOS.altLabel)
        said = {"id": id_, "name": name_of(self.graph, thing), "honorificPrefix": title, "alternateNames": names}
        return {**said, "worksFor": [], **self._noted(thing)}

    def _seat(self, thing: Thing, id_: str) -> Said:
        graph = self.graph
        role, own_word = self._word(thing, ORG.role, words.Role)
        boards = [*things_of(graph, thing, ORG.postIn), *things_with(graph, ORG.hasPost, thing)]
        on = next((self.ids[it] for it in boards if it in self.ids), None)
        areas = (self._area_id(it) for it in things_of(graph, thing, DCTERMS.spatial))
        if on is None:
            self.into.problems.append(f"{id_}: expected an org:postIn that leads to a body in this document.")
        return {
            "id": id_,
            "on": on,
            "role": role or word_meant(name_of(graph, thing), words.Role) or "member",
            "label": name_of(graph, thing) or own_word,
            "area": next(filter(None, areas), None),
            "onBehalfOf": [],
            "holders": [],
            **self._noted(thing),
        }

    def _noted(self, thing: Thing) -> Said:
        return {"note": text_of(self.graph, thing, SKOS.note), "cites": self._cites(thing)}

    def _cites(self, thing: Thing) -> list[Said]:
        found = []
        for passage in things_of(self.graph, thing, DCTERMS.source):
            source = next(things_of(self.graph, passage, DCTERMS.isPartOf), passage)
            where = text_of(self.graph, passage, DCTERMS.bibliographicCitation) or "as linked"
            found.append({"source": self._source(source), "locator": where})
        if found:
            return found
        if "linked-data" not in self.sources:
            said = {"id": "linked-data", "title": visible(self.title)[:300]}
            self.sources["linked-data"] = self._made(form.Source, said)
        return [{"source": "linked-data", "locator": "as linked" if isinstance(thing, URIRef) else "in it"}]

    def _source(self, thing: Thing) -> str:
        path = self._path(thing, "Source")
        id_ = path.removeprefix(f"{self.place}/") or slug(str(thing).partition("://")[2])[:100].strip("-") or "source"
        if "/" in id_:
            return id_  # another place's, which is only mentioned
        if id_ not in self.sources:
            get = {name: URIRef(f"{_SCHEMA}{name}") for name in ("publisher", "url")}
            said = {name: text_of(self.graph, thing, predicate) for name, predicate in get.items()}
            url = said["url"] or (None if path else str(thing) if str(thing).startswith("http") else None)
            self.sources[id_] = self._made(form.Source, {
                "id": id_,
                "title": (text_of(self.graph, thing, DCTERMS.title) or name_of(self.graph, thing) or str(thing))[:300],
                "publisher": said["publisher"],
                "creators": texts_of(self.graph, thing, URIRef(f"{_SCHEMA}creator")),
                "published": text_of(self.graph, thing, DCTERMS.issued),
                "url": url,
                "note": text_of(self.graph, thing, SKOS.note),
            })  # fmt: skip
            if path.startswith(f"{self.place}/"):
                self.own_sources.add(id_)
        return id_

    def _is_own(self, id_: str) -> bool:
        return not self.base or id_ in self.own_sources

    def _areas(self) -> Iterator[form.Area | None]:
        for thing in things_with(self.graph, RDF.type, DCTERMS.Location):
            if isinstance(thing, URIRef) and (id_ := self._area_id(thing)):
                gss = text_of(self.graph, thing, DCTERMS.identifier)
                above = next((self._area_id(it) for it in things_of(self.graph, thing, DCTERMS.isPartOf)), None)
                yield self._made(
                    form.Area, {"id": id_, "name": name_of(self.graph, thing), "gss": gss, "partOf": above}
                )

    def _lines(self) -> Iterator[Said]:
        for predicate, kind in [*_LINES.items(), *_INVERSE.items()]:
            for start, end in pairs_of(self.graph, predicate):
                ends = (end, start) if predicate in _INVERSE else (start, end)
                ids = [self.ids[it] for it in ends if self._is(it, "Organization")]
                if len(ids) == 2:
                    yield {"from": ids[0], "to": ids[1], "type": kind, "cites": self._cites(start)}

    def _changes(self) -> Iterator[Said]:
        for thing in things_with(self.graph, RDF.type, ORG.ChangeEvent):
            before = [
                *things_of(self.graph, thing, ORG.originalOrganization),
                *things_with(self.graph, ORG.changedBy, thing),
            ]
            after = [
                *things_of(self.graph, thing, ORG.resultingOrganization),
                *things_with(self.graph, ORG.resultedFrom, thing),
            ]
            since = text_of(self.graph, thing, DCTERMS.date)
            for start in dict.fromkeys(before):
                for end in dict.fromkeys(after):
                    if start in self.ids and end in self.ids:
                        ends = {"from": self.ids[start], "to": self.ids[end], "type": "succeeded_by"}
                        yield {**ends, "since": since, **self._noted(thing)}

    def _time(self, thing: Thing) -> Said:
        found: Said = {}
        for interval in things_of(self.graph, thing, ORG.memberDuring):
            for name, predicate in (("since", TIME.hasBeginning), ("until", TIME.hasEnd)):
                for instant in things_of(self.graph, interval, predicate):
                    days = [day for by in _INSTANT if (day := text_of(self.graph, instant, by))]
                    found |= {name: days[0]} if days else {}
        return found

    def _memberships(self) -> Iterator[Said]:
        """Add who holds a seat or works for a body to its entry; return the lines of bodies that belong to another."""
        for thing in things_with(self.graph, RDF.type, ORG.Membership):
            members = [it for it in things_of(self.graph, thing, ORG.member) if it in self.ids]
            posts = [it for it in things_of(self.graph, thing, _POST, ORG.role) if self._is(it, "Post")]
            bodies = [it for it in things_of(self.graph, thing, ORG.organization) if self._is(it, "Organization")]
            for member in members:
                if posts and self.ids[posts[0]] in self.seats:
                    self._hold(thing, self.seats[self.ids[posts[0]]], member)
                elif bodies and self._is(member, "Person") and self.ids[member] in self.people:
                    roles = (name_of(self.graph, it) for it in things_of(self.graph, thing, ORG.role))
                    work = {"organization": self.ids[bodies[0]], "role": next(filter(None, roles), None)}
                    works = self.people[self.ids[member]]["worksFor"]
                    said = stated({**work, **self._time(thing), **self._noted(thing)})
                    works.append(apart(works, said, self.ids[member]))
                elif bodies and self._is(member, "Organization"):
                    ends = {"from": self.ids[member], "to": self.ids[bodies[0]], "type": "member_of"}
                    yield {**ends, **self._time(thing), **self._noted(thing)}
                else:
                    self.into.unread["memberships without a body or post in the document"] += 1
        for start, end in [
            *((it, to) for it, to in pairs_of(self.graph, ORG.memberOf)),
            *((it, of) for of, it in pairs_of(self.graph, ORG.hasMember)),
        ]:
            if self._is(start, "Person") and self._is(end, "Organization"):
                at_work: list[Said] = self.people.get(self.ids[start], {"worksFor": []})["worksFor"]
                if not any(each["organization"] == self.ids[end] for each in at_work):
                    at_work.append({"organization": self.ids[end]})

    def _hold(self, thing: Thing, seat: Said, member: Thing) -> None:
        who = {"person" if self._is(member, "Person") else "organization": self.ids[member]}
        said = self._noted(thing)
        if said["cites"] == seat["cites"]:
            del said["cites"]
        seat["holders"].append(apart(seat["holders"], stated({**who, **self._time(thing), **said}), seat["id"]))
        for group in things_of(self.graph, thing, _BEHALF):
            if group in self.ids and self.ids[group] not in seat["onBehalfOf"]:
                seat["onBehalfOf"].append(self.ids[group])

    def _holds(self) -> None:
        """Add who is said to hold a seat without a membership that says since when."""
        held: dict[str, set[Thing]] = defaultdict(set)
        for start, end in [
            *pairs_of(self.graph, ORG.holds),
            *((who, seat) for seat, who in pairs_of(self.graph, ORG.heldBy)),
        ]:
            if end in self.ids and start in self.ids:
                held[self.ids[end]].add(start)
        for seat, holders in held.items():
            for holder in sorted(holders, key=str) if seat in self.seats else ():
                id_ = self.ids[holder]
                listed = self.seats[seat]["holders"]
                if not any(id_ in {each.get("person"), each.get("organization")} for each in listed):
                    listed.append({"person" if self._is(holder, "Person") else "organization": id_})


def _number(said: str) -> Said:
    """Take a scheme and a number apart at the last hyphen between two characters; without one it is all number."""
    scheme, _, begun = said[:-1].rpartition("-")
    return {"scheme": scheme, "value": begun + said[-1]} if scheme else {"scheme": "id", "value": said}
