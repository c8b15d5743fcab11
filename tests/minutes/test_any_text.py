"""Whatever a text says, reading it fails at nothing, and each find stands where it says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.minutes.document import Unreadable, document_of
from app.exchange.minutes.finding import found_in
from app.exchange.minutes.text_reader import in_cells

WORDS = (
    "Present Present: Apologies: Apologies from In attendance: Name Organisation Action Action: Who By when ACTION Ann Lee Mr Smith Cllr J Doe (Chair) (AB)"
    " AB and & , ; / - – : . ( ) [ ] for deputising for on behalf of the Clerk to the Council Age UK Bromley Council 3 May 2026 31/12/2025 32/13/2026"
    " Monday Tuesday 5 May 29 February 2025-02-30 at in Town Hall 7pm 1. 1.1.1 2) • Minutes of meeting held on next meeting date of minutes approved"
    " reported presented None All vacant \t \n \n\n \u2028 ’ é Ó"
).split(" ")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_words_of_minutes_in_any_order_are_read(text: str) -> None:
    try:
        document = document_of(in_cells(text))
    except Unreadable:
        return
    assert document_of(document.text).text == document.text
    found = found_in(document)
    for find in (*found.people, *found.actions, *found.meetings, *found.reports, found.body, found.date, found.venue):
        if find is not None:
            assert document.text[find.at.start : find.at.end].replace("\t", " ").replace(
                "\u2028", " "
            ) == find.at.text.replace("\u2028", " ")
