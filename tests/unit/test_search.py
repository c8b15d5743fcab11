"""Search finds what people mean: misspelt, abbreviated, under a former name, best first."""

import pytest

from app.reading.catalogue import Name
from app.reading.search import folded, initials, likeness

NAMES = [
    Name("Organization", "b/coa", "Council on Ageing", ("COA",), "b", "forum"),
    Name("Organization", "b/vsrg", "Voluntary Sector Reference Group", ("VSRG",), "b", "reference_group"),
    Name(
        "Organization", "b/dvb", "Disability Voice Bromley", ("Physical and Sensory Disabilities Forum",), "b", "forum"
    ),
    Name("Organization", "b/mhf", "Mental Health Forum", (), "b", "forum"),
    Name("Organization", "b/bme", "BME Mental Health Forum", (), "b", "forum"),
    Name("Organization", "b/opp", "Older People\N{RIGHT SINGLE QUOTATION MARK}s Panel", (), "b", "panel"),
]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("council on ageing", "b/coa"),
        ("COA", "b/coa"),
        ("Councl on Aging", "b/coa"),
        ("vsrg", "b/vsrg"),
        ("voluntary reference group", "b/vsrg"),
        ("physical and sensory disabilities forum", "b/dvb"),
        ("Mental Health Forum", "b/mhf"),
        ("mental helth forum", "b/mhf"),
        ("Older Peoples' panel", "b/opp"),
        ("opp", "b/opp"),
    ],
)
def test_the_first_hit_is_what_was_meant(text: str, first: str) -> None:
    assert max(NAMES, key=lambda name: likeness(folded(text), name)).id == first


def test_what_is_called_nothing_like_it_scores_nothing() -> None:
    assert max(likeness(folded("xyzzy"), name) for name in NAMES) < 68


def test_folding_forgets_case_accents_apostrophes_and_punctuation() -> None:
    assert (
        folded("  Älder People\N{RIGHT SINGLE QUOTATION MARK}s & Carers' (B.M.E.) ") == "alder peoples and carers b m e"
    )


def test_initials_are_made_with_and_without_small_words() -> None:
    assert initials("Council on Ageing") == {"coa", "ca"}
