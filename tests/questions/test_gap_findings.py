"""The gaps of the real places, as each of them was read against the documents that the places were encoded from."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

import pytest
from starlette.testclient import TestClient

from app.domain.as_at import AsAt
from app.domain.bodies import counts_as_a_body
from app.domain.standing import Standing
from app.domain.vocabulary import Certainty, GapKind
from app.questions.gaps.rules import Gap, find_gaps
from app.reading.explorer import open_explorer
from app.reading.registers import areas_asked, standing_of
from app.settings import Settings
from tests.loop import Loop

DAY = date(2026, 11, 23)
Kind = GapKind


@pytest.fixture(scope="module")
def places(client: TestClient, settings: Settings, run: Loop) -> Mapping[str, Standing]:
    """Return every place as it stands on one day, read from the project's own seeds."""

    async def read() -> dict[str, Standing]:
        async with open_explorer(settings) as explorer:
            return {area: await standing_of(explorer, area, AsAt(DAY)) for area in await areas_asked(explorer, None)}

    return run(read())


@pytest.fixture(scope="module")
def bromley(places: Mapping[str, Standing]) -> list[Gap]:
    """Return the gaps of Bromley."""
    return find_gaps(places["bromley"])


def about(gaps: list[Gap], kind: GapKind, subject: str) -> Gap:
    """Return the one gap of a kind with a subject."""
    found = [gap for gap in gaps if gap.kind is kind and gap.subject_id == subject]
    assert len(found) == 1, (kind, subject, [gap.explanation for gap in found])
    return found[0]


def subjects(gaps: list[Gap], kind: GapKind) -> set[str]:
    """Return the subjects of the gaps of a kind, without their place."""
    return {gap.subject_id.split("/", 1)[1] for gap in gaps if gap.kind is kind}


def test_no_seat_is_recorded_for_faith_groups(bromley: list[Gap]) -> None:
    gap = about(bromley, Kind.NO_VOICE, "bromley/faith-groups")
    assert gap.explanation == (
        "Faith groups: no seat is recorded for them, and no group that speaks for them is recorded."
    )
    stated = about(bromley, Kind.RECORDED_ABSENCE, "bromley/faith-groups")
    assert "do not seem to have a voice in partnership working" in stated.explanation
    assert stated.recorded_as_none
    assert not gap.recorded_as_none


def test_the_place_of_bath_is_not_taken_up(bromley: list[Gap]) -> None:
    taken = [gap for gap in bromley if gap.kind is Kind.SEAT_NOT_TAKEN_UP]
    assert [gap.explanation for gap in taken] == [
        "The seat “BATH, in its own right” on the Physical and Sensory Disabilities Partnership Board is recorded as not taken"
        " up."
    ]
    assert taken[0].body_id == "bromley/physical-and-sensory-disabilities-partnership-board"
    assert taken[0].certainty is Certainty.STATED
    assert {citation.source_id for citation in taken[0].citations} == {"bromley-mapping-2008"}
    assert "does not attend" in about(bromley, Kind.RECORDED_ABSENCE, "bromley/bath").explanation


def test_the_children_and_families_forum_is_outside_the_reference_group(bromley: list[Gap]) -> None:
    gap = about(bromley, Kind.RECORDED_ABSENCE, "bromley/children-and-families-forum")
    assert gap.explanation.startswith(
        "Children and Families Forum, said to be missing from the Voluntary Sector Reference Group:"
    )
    assert gap.remedy == "A seat on the Voluntary Sector Reference Group or a link to it."


def test_the_community_development_workers_network_is_linked_to_nothing_above_it(bromley: list[Gap]) -> None:
    network = "bromley/community-development-workers-network"
    assert "no formal communication link" in about(bromley, Kind.RECORDED_ABSENCE, network).explanation
    assert about(bromley, Kind.FEEDS_NOTHING, network).explanation == (
        "Community Development Workers' Network: no seat on another body is recorded, nor any line by which it feeds into,"
        " reports to or is a sub-group of one; all that is recorded is that it is convened by and is serviced by Community"
        " Links Bromley."
    )


def test_one_chair_has_several_seats(bromley: list[Gap]) -> None:
    rests = {gap.subject_id: gap.explanation for gap in bromley if gap.kind is Kind.RESTS_ON_ONE}
    assert rests == {
        "bromley/mental-health-forum-chair": (
            "One person, the chair of the Mental Health Forum, name not recorded, holds 3 seats for the sector, on the Adult"
            " Services Policy and Scrutiny Committee, the Mental Health Partnership Board and the Voluntary Sector Reference"
            " Group."
        ),
        "bromley/community-links-bromley-chair": (
            "One person, the chair of Community Links Bromley, name not recorded, holds 3 seats for the sector, on the Local"
            " Strategic Partnership, the Safer Bromley Partnership and the Voluntary Sector Reference Group."
        ),
        "bromley/ethnic-communities-programme-project-manager": (
            "One person, the Project manager (full-time programme manager) of the Ethnic Communities Programme, name not"
            " recorded, holds 4 seats for the sector, on the BME Mental Health Forum, the Corporate Equalities Group,"
            " the Independent Advisory Group to the Police and the Voluntary Sector Reference Group, with every seat recorded"
            " for the Ethnic Communities Programme among them."
        ),
    }


def test_an_elected_member_chairs_the_carers_organizations(bromley: list[Gap]) -> None:
    gap = about(bromley, Kind.TWO_HATS, "bromley/anne-manning")
    assert gap.explanation == (
        "Anne Manning, who chairs the Carers' Organisations Group, is also an elected member of the London Borough of"
        " Bromley."
    )
    assert (gap.subject_type, gap.body_id) == ("Person", "bromley/carers-organisations-group")


def test_chair_and_vice_chair_come_from_two_providers(bromley: list[Gap]) -> None:
    gap = about(bromley, Kind.TWO_HATS, "bromley/learning-disability-forum")
    assert gap.explanation == (
        "The Bromley Autistic Trust and Bromley Mencap between them supply both the chair and the vice-chair of the Learning"
        " Disability Forum; which of them supplies which is not recorded."
    )
    assert gap.certainty is Certainty.UNCERTAIN


def test_who_has_no_voice_in_bromley(bromley: list[Gap]) -> None:
    assert subjects(bromley, Kind.NO_VOICE) == {
        "disabled-children", "faith-groups", "gypsies-and-travellers", "homeless-people", "other-faiths",
        "voluntary-arts-groups", "young-carers",
    }  # fmt: skip


def test_which_forums_and_networks_of_bromley_feed_nothing(bromley: list[Gap]) -> None:
    assert subjects(bromley, Kind.FEEDS_NOTHING) == {
        "bme-mental-health-forum", "bromley-forum-for-the-homeless", "community-development-workers-network",
        "develop-partnership", "domestic-violence-forum", "homelessness-forum", "homelessness-network",
        "learning-disability-providers-forum", "link", "mental-health-providers-group", "mobility-forum",
        "trustee-network", "volunteer-coordinators-network", "young-carers-own-forum",
    }  # fmt: skip


def test_which_groups_of_bromley_are_joined_to_nothing(bromley: list[Gap]) -> None:
    assert subjects(bromley, Kind.NO_LINES) == {
        "brokerage-scheme", "community-house", "cotmandene-community-shop", "forum-chairs-meetings",
        "friends-of-parks-groups", "link", "mental-health-providers-group", "mottingham-community-shop",
        "sen-working-group",
    }  # fmt: skip


def test_the_seats_of_the_children_and_families_forum_say_how_they_report_back(bromley: list[Gap]) -> None:
    silent = [gap for gap in bromley if gap.kind is Kind.REPORT_BACK_NOT_RECORDED]
    assert not [gap for gap in silent if "childrens-trust-partnership-groups" in gap.body_id]
    assert not [gap for gap in silent if "reports back to the Children and Families Forum" in gap.explanation]


def test_a_resignation_in_gloucester_is_a_vacancy_and_an_ended_term(places: Mapping[str, Standing]) -> None:
    gaps = find_gaps(places["gloucester"])
    seat = "gloucester/executive-linda-osment"
    vacant = "The seat for the Learning & Skills Council on the Gloucester Partnership Executive is recorded as vacant"
    held = "it was held by Linda Osment until 22 January 2010"
    assert about(gaps, Kind.VACANT_POST, seat).explanation == f"{vacant} since 22 January 2010; {held}."
    assert "ended on 22 January 2010" in about(gaps, Kind.TERM_ENDED, seat).explanation
    assert not [gap for gap in gaps if gap.kind is Kind.HOLDER_NOT_RECORDED]


def test_an_inactive_group_of_gloucester_still_has_lines(places: Mapping[str, Standing]) -> None:
    gap = about(find_gaps(places["gloucester"]), Kind.NOT_ACTIVE, "gloucester/economic-group")
    assert gap.explanation == (
        "The Economic Group is dormant, and 3 lines still join it to Gloucestershire First, GloucesterWorks and the"
        " Gloucester Partnership."
    )


def test_business_in_gloucester_was_asked_for_and_has_no_seat(places: Mapping[str, Standing]) -> None:
    gaps = find_gaps(places["gloucester"])
    assert subjects(gaps, Kind.NO_VOICE) == {"business-sector"}
    assert about(gaps, Kind.RECORDED_ABSENCE, "gloucester/business-sector").certainty is Certainty.UNCERTAIN


def test_hammersmith_and_fulham_records_no_seat_for_its_third_sector(places: Mapping[str, Standing]) -> None:
    gaps = find_gaps(places["hammersmith-and-fulham"])
    assert subjects(gaps, Kind.NO_VOICE) == {
        "disabled-residents", "residents", "small-and-start-up-organizations", "third-sector",
    }  # fmt: skip
    assert subjects(gaps, Kind.NO_SECTOR_SEAT) == {"cabinet"}
    assert subjects(gaps, Kind.FEEDS_NOTHING) == {"hf-refugee-forum", "third-sector-directors-forum"}
    assert len([gap for gap in gaps if gap.kind is Kind.RECORDED_ABSENCE]) == 4


def test_a_source_is_stale_once_with_all_that_rests_on_it_and_not_on_its_day(places: Mapping[str, Standing]) -> None:
    bromley = places["bromley"]
    (stale,) = find_gaps(bromley, (Kind.STALE,))
    # All of the place's bodies that are there: one has ended, and four are only proposed.
    assert (stale.subject_type, stale.subject_id) == ("Source", "bromley-mapping-2008")
    there = [body for body in bromley.register.bodies() if counts_as_a_body(body, bromley.as_at)]
    assert f"of {len(there)} bodies." in stale.explanation
    assert not find_gaps(Standing(bromley.register, AsAt(date(2010, 1, 31))), (Kind.STALE,))
    assert find_gaps(Standing(bromley.register, AsAt(date(2010, 2, 1))), (Kind.STALE,))


COUNTS: dict[str, dict[GapKind, int]] = {
    "bromley": {
        Kind.NO_VOICE: 7, Kind.RECORDED_ABSENCE: 21, Kind.SEAT_NOT_TAKEN_UP: 1, Kind.HOLDER_NOT_RECORDED: 58,
        Kind.FEEDS_NOTHING: 14, Kind.NO_LINES: 9, Kind.RESTS_ON_ONE: 3, Kind.TWO_HATS: 2,
        Kind.REPORT_BACK_NOT_RECORDED: 53, Kind.STALE: 1,
    },
    "gloucester": {
        Kind.NO_VOICE: 1, Kind.RECORDED_ABSENCE: 5, Kind.VACANT_POST: 1, Kind.NO_LINES: 4, Kind.NOT_ACTIVE: 1,
        Kind.TERM_ENDED: 1, Kind.REPORT_BACK_NOT_RECORDED: 3, Kind.STALE: 1,
    },
    "gloucestershire": {Kind.RECORDED_ABSENCE: 2, Kind.NO_LINES: 2, Kind.NOT_ACTIVE: 1, Kind.STALE: 1},
    "hammersmith-and-fulham": {
        Kind.NO_SECTOR_SEAT: 1, Kind.NO_VOICE: 4, Kind.RECORDED_ABSENCE: 4, Kind.HOLDER_NOT_RECORDED: 1,
        Kind.FEEDS_NOTHING: 2, Kind.NO_LINES: 1, Kind.STALE: 4,
    },
}  # fmt: skip


@pytest.mark.parametrize("place", COUNTS)
def test_there_are_as_many_gaps_of_each_kind_as_were_read_through(places: Mapping[str, Standing], place: str) -> None:
    assert set(places) == set(COUNTS)
    assert Counter(gap.kind for gap in find_gaps(places[place])) == COUNTS[place]


def test_every_finding_has_a_sentence_a_source_and_a_remedy(places: Mapping[str, Standing]) -> None:
    for standing in places.values():
        for gap in find_gaps(standing):
            assert gap.explanation.endswith("."), gap.explanation
            assert gap.remedy.endswith("."), gap.remedy
            assert gap.citations, gap.id
            assert gap.body_id in standing.register.own
