"""Over places made by a rule: file, facts, entries and facts again are the same, and so is what is written and read."""

from hypothesis import HealthCheck, Phase, given, settings

from app.domain.facts import DataSet
from app.exchange.entries.as_yaml import text_of
from app.exchange.entries.from_facts import entries_of
from app.exchange.entries.ordering import in_order
from app.exchange.entries.spelling import spelled
from app.exchange.entries.to_facts import checked_entries
from app.exchange.limits import Spare
from app.exchange.place_format import PlaceFile
from app.exchange.yaml_text import Document, parse_text
from tests.truth.made_entries import KNOWN, rich_files
from tests.truth.made_places import Entry
from tests.unit.test_entries import said

ALL_KNOWN = KNOWN | {"beta/their-page": "Source"}
# A place is large, so that to look for a smaller one that fails takes far longer than to find what it is.
MADE = settings(max_examples=40, phases=[Phase.generate], suppress_health_check=list(HealthCheck))


def facts_of(file: PlaceFile) -> DataSet:
    """Make facts of a file that has no problem."""
    checked = checked_entries(file, ALL_KNOWN)
    assert [str(problem) for problem in checked.problems] == []
    return checked.facts


@given(rich_files())
@MADE
def test_file_facts_entries_and_facts_again_are_the_same(made: Entry) -> None:
    file = PlaceFile.model_validate(made)
    assert PlaceFile.model_validate(spelled(file)) == file, "a short spelling says all that a long one says"
    facts = facts_of(file)
    entries = entries_of(in_order(facts), "alpha")
    again = facts_of(entries.file)
    assert said(again, "alpha") == said(facts, "alpha")
    assert entries_of(in_order(again), "alpha") == entries
    document = Document("alpha.yaml")
    parse_text(text_of(entries.file).encode(), document, Spare())
    assert [str(problem) for problem in document.problems if document.count] == []
    assert PlaceFile.model_validate(document.value) == entries.file
