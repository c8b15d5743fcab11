"""Words that people write and the words of the model that they mean: told before what is only spelt alike.

docs/data-format.md prints this table; a test holds the two together.
"""

from collections.abc import Collection, Mapping

SYNONYMS: Mapping[str, Mapping[str, str]] = {
    "classification": {
        "lsp": "local strategic partnership",
        "partnership_board": "board, partnership, management board",
        "sub_group": "sub committee, subcommittee, subgroup, sub board",
        "working_group": "task group, task force, taskforce, task and finish group, working party",
        "reference_group": "advisory group, consultative group",
        "network": "alliance, coalition",
        "council": "local authority, county council, borough council, city council, district council, municipality",
        "department": "directorate, division, service, team",
        "statutory_body": "health trust, nhs trust, health board, police, police force, public body, agency",
        "charity": "voluntary organisation, voluntary organization, ngo, non profit, nonprofit, trust",
        "community_group": "residents association, tenants association, community council, residents group",
        "faith_group": "church, mosque, synagogue, temple, gurdwara, congregation",
        "company": "business, firm, social enterprise",
        "programme": "program, project, initiative, scheme",
        "fund": "grant, grants programme",
        "constituency": "people at large, client group, population",
    },
    "kind": {
        "collaboration": "informal, partnership, group",
        "formal": "legal, legal body, incorporated, registered",
        "unit": "department, team, part",
        "constituency": "people at large, people, population",
    },
    "sector": {
        "voluntary": "third, third sector, vcs, vcse, vcfs, charity, charitable, non profit, civil society",
        "statutory": "public, public sector, government, state, nhs",
        "multi_agency": "mixed, joint, cross sector, partnership",
        "private": "business, commercial",
        "faith": "religious, religion",
        "community": "residents, neighbourhood",
    },
    "status": {
        "proposed": "planned",
        "setting_up": "forming, shadow, being set up",
        "active": "current, live, existing",
        "dormant": "inactive, suspended, paused, on hold",
        "disbanded": "closed, dissolved, wound up, abolished, ended, defunct",
        "actual": "real, existing, confirmed",
        "done": "complete, completed, finished, closed",
        "open": "ongoing, in progress, pending, to do",
        "outstanding": "carried over, carried forward, overdue",
        "dropped": "cancelled, abandoned, withdrawn",
        "held": "took place, done",
        "cancelled": "canceled, called off",
    },
    "role": {
        "chair": "chairman, chairwoman, chairperson, convener, convenor, president",
        "vice_chair": "deputy chair, deputy chairman, vice president",
        "member": "trustee, director, representative, rep, board member",
        "secretary": "clerk, minute taker",
        "officer": "treasurer, chief executive, coordinator, manager",
        "elected_member": "councillor, cllr",
        "observer": "non voting member, advisor, adviser",
    },
    "basis": {
        "elected": "election, by election, voted",
        "ex_officio": "ex officio, by right, as of right",
        "rotating": "rota, rotation, in turn",
        "co_opted": "coopted, co option",
        "appointed": "nominated, nominee, selected",
        "not_recorded": "unknown, not known",
    },
    "voting, takenUp, vacant": {
        "yes": "true, y",
        "no": "false, n",
        "not_recorded": "unknown, not known, n/a, ?",
    },
    "capacity": {
        "substantive": "full, permanent, holder",
        "deputy": "substitute, alternate, stand in, reserve",
        "acting": "interim, temporary, caretaker",
    },
    "as": {
        "present": "attended, there",
        "apologies": "absent, apology, excused, sorry",
        "deputising": "substitute, deputy, proxy, deputizing",
        "guest": "visitor, speaker",
        "in_attendance": "attending, observer, officer",
        "expected": "invited",
        "elects": "elected, votes",
        "appoints": "appointed, selects",
        "nominates": "nominated, proposes",
        "ratifies": "approves, confirms",
    },
    "type": {
        "reports_to": "accountable to, answers to",
        "sub_group_of": "part of, subgroup of, committee of",
        "feeds_into": "informs, advises, feeds",
        "member_of": "belongs to",
        "serviced_by": "supported by, administered by",
        "hosted_by": "based at, employed by",
        "funded_by": "financed by, paid by, grant from",
        "convened_by": "led by, run by, set up by",
        "speaks_for": "represents",
        "linked_to": "works with, partner of, connected to, related to",
        "succeeded_by": "replaced by, merged into, became",
    },
    "rating": {"amber": "yellow, orange", "green": "good", "red": "poor, bad", "not_rated": "unknown, blank"},
    "certainty": {
        "stated": "certain, sure",
        "inferred": "likely, probable, implied",
        "uncertain": "unsure, unclear, doubtful",
    },
    "access": {"public": "open, everybody", "members": "internal, restricted", "confidential": "private, secret"},
    "the name of a field": {
        "cites": "source, sources, cite, citation, reference",
        "since": "start, starts, started, begin, from date, start date",
        "until": "end, ends, ended, finish, to date, end date",
        "founded": "established, created, set up",
        "dissolved": "closed, wound up, disbanded",
        "alternateNames": "abbreviation, acronym, alias, aliases, aka, short name",
        "contactDetails": "website, email, phone, telephone, address, contact",
        "onBehalfOf": "represents, for, speaks for",
        "holders": "holder, held by, person, people, members",
        "on": "board, body, organization, organisation",
        "worksFor": "employer, organization, organisation, job",
        "attendance": "attendees, present, apologies",
        "organization": "organisation, body, board",
        "owners": "owner, who, by",
        "name": "title, label",
        "title": "name",
        "note": "notes, comment, comments, remark",
        "honorificPrefix": "prefix, honorific",
    },
}
"""By field, each word of the model and, between commas, what else it is called."""


_MOST = 200
"""Longer lists are no words of the model, but names and ids."""


def plain(word: str) -> str:
    """Return a word without what does not change its meaning: capitals, hyphens, underscores."""
    return " ".join(word.replace("_", " ").replace("-", " ").split()).casefold()


def meaning(text: str, known: Collection[str]) -> str | None:
    """Return which of some known words somebody means by another word; nothing where the table has none for it.

    >>> meaning("substitute", ["substantive", "deputy", "acting"])
    'deputy'
    """
    if len(known) > _MOST:
        return None
    written = plain(text)
    for word in known:
        if plain(word) == written:
            return word
    for words in SYNONYMS.values():
        for word, others in words.items():
            if word in known and written in others.split(", "):
                return word
    return None
