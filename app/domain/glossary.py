"""What the words on the pages mean: the only list of definitions, in plain English.

Each entry names the words of the vocabulary that it explains (`words`), so that a page can link whatever it shows,
and a test can tell when a new word has no explanation.
"""

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Entry:
    """One word and what it means."""

    name: str
    """The word as a reader meets it."""
    says: str
    """One or two sentences."""
    words: tuple[str, ...] = ()
    """What else leads here: words of the vocabulary, short forms."""

    @property
    def slug(self) -> str:
        """The word as a part of an address: `ex-officio`."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower().partition(" (")[0]).strip("-")


@dataclass(frozen=True, slots=True)
class Chapter:
    """Entries that belong together."""

    title: str
    entries: tuple[Entry, ...]


GLOSSARY = (
    Chapter(
        "Groups and boards",
        (
            Entry(
                "LSP (Local Strategic Partnership)",
                "The top table of a place: council, health, police, business and voluntary groups agree there on what"
                " to do together. Most English councils had one from about 2001.",
                ("lsp", "Local Strategic Partnership"),
            ),
            Entry(
                "Partnership board",
                "A board on which several organizations plan one subject together, such as services for older people."
                " It usually stands below the LSP.",
                ("partnership_board", "board"),
            ),
            Entry(
                "Executive",
                "The smaller group that runs a partnership between its full meetings.",
                ("executive",),
            ),
            Entry(
                "Committee",
                "A body with formal duties, often set up by a council or by law.",
                ("committee", "panel"),
            ),
            Entry(
                "Sub-group",
                "A group that a board sets up to do a part of its work, and that answers to it.",
                ("sub_group", "sub_group_of", "working_group", "steering_group", "project_group", "is a sub-group of"),
            ),
            Entry(
                "Forum",
                "An open group of organizations, or of people, with an interest in common. It lets them speak with one"
                " voice, and often chooses who sits on boards for them.",
                ("forum",),
            ),
            Entry(
                "Network",
                "Organizations or people who keep in touch over a subject, more loosely than in a forum.",
                ("network",),
            ),
            Entry(
                "Reference group",
                "A group in which the people who sit on boards for a whole sector meet, to agree what they say there"
                " and to report back.",
                ("reference_group",),
            ),
            Entry(
                "People at large",
                "People or organizations for whom somebody speaks, such as carers or small charities. They are not an"
                " organization: nobody can be written to.",
                ("constituency",),
            ),
            Entry(
                "Council",
                "The elected local authority of a place. Some other bodies have the word in their name.",
                ("council",),
            ),
            Entry("Department", "A part of a council or of another public body.", ("department", "unit")),
            Entry(
                "Statutory body",
                "A public organization that a law sets up, such as a health trust or the police.",
                ("statutory_body", "statutory"),
            ),
            Entry(
                "Voluntary sector",
                "Charities, community and faith groups: organizations that are neither public bodies nor in business"
                " for profit.",
                ("voluntary", "charity", "community_group", "faith_group", "community", "faith"),
            ),
            Entry("Private sector", "Businesses, and those who speak for them.", ("private", "company")),
            Entry(
                "Programme",
                "Work with a beginning, an end and money of its own; a fund is the money alone.",
                ("programme", "fund"),
            ),
            Entry(
                "Collaboration",
                "Several organizations or people working together without being a legal body of their own.",
                ("collaboration", "multi_agency", "several agencies together"),
            ),
        ),
    ),
    Chapter(
        "Seats",
        (
            Entry(
                "Seat",
                "A place on a board or group. It is there whether or not somebody holds it.",
                ("post",),
            ),
            Entry("Holder", "The person, or the organization, in a seat.", ("holder", "held by")),
            Entry(
                "Represents",
                "A seat represents a group when it is held on the group's behalf, or when the group holds it for"
                " itself. Merely being in the room does not count.",
                ("representation", "on behalf of", "speaks for whom"),
            ),
            Entry(
                "Directly",
                "The seat is held for the group itself, with no other group in between.",
                ("direct", "directly"),
            ),
            Entry(
                "Through",
                "The seat is held for another group that yours belongs to, feeds into or sits on, so that your voice"
                " has to be carried there.",
                ("through",),
            ),
            Entry(
                "Involved",
                "Somebody from the group holds the seat, but speaks there for somebody else. It is not counted as"
                " representing the group.",
                ("involved",),
            ),
            Entry("Elected", "Chosen for the seat by a vote of those the holder speaks for.", ("elected",)),
            Entry(
                "Appointed",
                "Chosen for the seat by a person or a body, without an election.",
                ("appointed", "appointed by"),
            ),
            Entry(
                "Ex officio",
                "As of right: whoever holds one post also holds this seat. If the post changes hands, so does the"
                " seat.",
                ("ex_officio", "as of right (ex officio)", "as of right"),
            ),
            Entry(
                "Co-opted",
                "Brought in by the members of the board themselves, often for what they know.",
                ("co_opted",),
            ),
            Entry("Rotating", "Held by several people or bodies in turn.", ("rotating",)),
            Entry("Invited", "Asked to come, without a right to the seat.", ("invited", "by invitation")),
            Entry(
                "Voting",
                "The holder has a vote when the board decides. Where no source says so, it is shown as not recorded.",
                ("vote", "not voting"),
            ),
            Entry(
                "Observer",
                "Somebody who may listen, and sometimes speak, but does not decide.",
                ("observer",),
            ),
            Entry("Chair", "The person who leads the meetings; a vice-chair stands in.", ("chair", "vice_chair")),
            Entry("Secretary", "The person who calls the meetings and keeps their record.", ("secretary", "officer")),
            Entry(
                "Elected member", "A councillor: somebody elected to the council by the public.", ("elected_member",)
            ),
            Entry("Deputy", "Somebody who may come in the place of the holder.", ("deputy", "deputising")),
            Entry("Acting", "Somebody who holds a seat for the time being.", ("acting",)),
            Entry("Term", "For how long somebody holds a seat before it has to be filled again.", ("term_years",)),
            Entry(
                "Term limit",
                "How often, or for how long in all, the same person may hold a seat.",
                ("term_limit",),
            ),
            Entry(
                "Electorate",
                "Those who may vote when the holder of a seat is elected.",
                ("electorate",),
            ),
            Entry(
                "Full and associate members",
                "Many bodies have tiers of membership. A full member takes part in everything; an associate member has"
                " less of a say; others come by invitation, or only for items that concern them.",
                ("full member", "associate member", "full", "associate"),
            ),
            Entry(
                "Only for items that concern it",
                "The holder comes to a meeting when something on its agenda concerns those whom the seat is for.",
                ("as_needed",),
            ),
            Entry(
                "Takes decisions",
                "The body decides something itself, and others have to keep to it. One that advises gives its view, and"
                " others decide.",
                ("decides", "advises"),
            ),
            Entry(
                "Quorum",
                "How many members must be there, so that what a meeting decides counts.",
                ("quorum", "quorate"),
            ),
            Entry(
                "Composition",
                "What a body's own terms say of who is to be on it: how many seats, at least or at most, for whom.",
                ("composition",),
            ),
            Entry("Vacant", "A source says that nobody holds the seat.", ("vacancy",)),
            Entry(
                "Not taken up",
                "A place was offered, and nobody has ever been sent to fill it.",
                ("taken_up",),
            ),
            Entry(
                "Elects or appoints",
                "Decides who sits in a seat, or has a part in it. That is a say, and no seat of its own.",
                ("appoints",),
            ),
            Entry(
                "Term over",
                "The term of whoever held the seat has ended; who holds it now, no source says.",
                ("term_over",),
            ),
            Entry(
                "Report-back",
                "What the holder of a seat has to tell those for whom it is held, and when.",
                ("report_back",),
            ),
        ),
    ),
    Chapter(
        "Lines between groups",
        (
            Entry(
                "Reports to",
                "Has to account to another body for what it does.",
                ("reports_to",),
            ),
            Entry(
                "Feeds into",
                "Passes on views or work to another body, without having to account to it.",
                ("feeds_into",),
            ),
            Entry("Member of", "Belongs to a forum, network or partnership.", ("member_of", "is a member of")),
            Entry(
                "Speaks for",
                "Gives a voice to people or organizations at large, as a carers' forum does to carers.",
                ("speaks_for",),
            ),
            Entry(
                "Serviced by",
                "Another organization does its paperwork: it sends the invitations, writes the minutes, books the"
                " room.",
                ("serviced_by", "is serviced by"),
            ),
            Entry(
                "Hosted by", "Another organization employs its staff or gives it a home.", ("hosted_by", "is hosted by")
            ),
            Entry("Funded by", "Another organization pays for it, or for part of it.", ("funded_by", "is funded by")),
            Entry(
                "Convened by",
                "Another organization calls it together.",
                ("convened_by", "is convened by"),
            ),
            Entry(
                "Informal link",
                "The two are in touch; no source says that one answers to the other.",
                ("linked_to", "is linked to"),
            ),
            Entry(
                "Succeeded by",
                "Another body took its place.",
                ("succeeded_by", "was succeeded by"),
            ),
        ),
    ),
    Chapter(
        "How sure we are",
        (
            Entry("Source", "The document that a fact comes from. Every fact here has one.", ("citation",)),
            Entry(
                "Date",
                "The day an answer is for. Structures change: choose one, and every page shows how things stood then.",
                ("as_at", "day"),
            ),
            Entry("Stated", "The source says so in words.", ("stated",)),
            Entry(
                "Inferred",
                "Our reading: the source does not say so, but it follows from what the source says.",
                ("inferred", "our reading of the source"),
            ),
            Entry(
                "Uncertain",
                "The source can be read in more than one way.",
                ("uncertain", "the source is ambiguous"),
            ),
            Entry(
                "Said to be missing",
                "A source says that a seat or a link is missing. That is different from nobody having written it down.",
                ("absence", "recorded_absence", "is said to be missing from"),
            ),
            Entry(
                "Not recorded",
                "No source we have read says. It does not mean no.",
                ("not_recorded", "name not recorded"),
            ),
            Entry(
                "Not named",
                "Somebody holds the seat, but the name is not published here; some seats are held by people who"
                " need not be named, such as users of a service.",
                ("not_named", "holder not published"),
            ),
            Entry(
                "Proposed",
                "A plan at the time of the source. It is shown only when you ask for what is only proposed.",
                ("proposed",),
            ),
            Entry(
                "Being set up",
                "Agreed, and not yet at work.",
                ("setting_up",),
            ),
            Entry("Active", "At work at the time of the source.", ("active", "actual")),
            Entry("Dormant", "Not disbanded, but not meeting either.", ("dormant",)),
            Entry("Disbanded", "No longer there.", ("disbanded",)),
        ),
    ),
)


@cache
def _by_word() -> dict[str, Entry]:
    known: dict[str, Entry] = {}
    for chapter in GLOSSARY:
        for entry in chapter.entries:
            for word in (entry.name, entry.name.partition(" (")[0], entry.slug, *entry.words):
                known.setdefault(_plain(word), entry)
    return known


def _plain(word: str) -> str:
    return re.sub(r"[_\s-]+", " ", word.lower()).strip()


def find_entry(word: str) -> Entry | None:
    """Return what explains a word, whichever way it is written: `ex_officio`, `Ex officio`, `ex-officio`; else None."""
    return _by_word().get(_plain(word))
