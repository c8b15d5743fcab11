"""Search finds what people mean: misspelt, abbreviated, under a former name, best first."""

import random

import pytest

from app.domain.folding import folded
from app.reading import search
from app.reading.catalogue import Name
from app.reading.likely import Likely
from app.reading.search import GOOD_ENOUGH, Spelled, asked_name, initials, likeness, spelled

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


WORDS = "the forum board of older people's health and wellbeing trust st. mary's carers network hwb 3 yth".split()
TEXTS = [
    "health wellbeing board",
    "helth and wellbein",
    "hwb",
    "hw",
    "carers trust",
    "cllr mary carers",
    "the forum",
    "older peoples",
    "wellbeing health",
    "zzz",
    "3",
]


@pytest.fixture(scope="module")
def many() -> list[Spelled]:
    rng = random.Random(4)

    def words() -> str:
        return " ".join(rng.choices(WORDS, k=rng.randint(1, 5)))

    others = [tuple(words() for _ in range(number % 7 == 0)) for number in range(400)]
    sorts = ["Person" if number % 3 == 0 else "Organization" for number in range(400)]
    return [
        spelled(Name(sort, f"p/{number}", words(), other, "p", None))
        for number, (sort, other) in enumerate(zip(sorts, others, strict=True))
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_choosing_in_bulk_leaves_out_nothing_that_is_found_one_by_one(many: list[Spelled], text: str) -> None:
    wanted, likely = asked_name(text), Likely.of(many, search._given)
    assert search._like(wanted, search._candidates(likely, wanted, GOOD_ENOUGH)) == search._like(wanted, many)
    scored = sorted((-search._fuzzy(wanted, it), it.name.id) for it in many)
    nearest = [id_ for score, id_ in scored[:3] if score <= -40]
    assert [name.id for name in search._most_like(wanted, likely, 3, search.WHO)] == nearest
