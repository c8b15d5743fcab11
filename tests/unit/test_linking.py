"""Names in sentences become links: each once, the longest first, whatever they hold."""

from app.web.shell.linking import linked, unmentioned


def test_each_name_leads_on_once_and_a_longer_name_is_one_link() -> None:
    places = [("Board", "/b"), ("Older People's Board", "/opb")]
    assert linked("The Older People's Board feeds into the Board and the Board.", places) == (
        'The <a href="/opb">Older People&#39;s Board</a> feeds into the <a href="/b">Board</a> and the Board.'
    )


def test_what_is_not_mentioned_is_told_apart_and_a_part_of_a_word_is_no_name() -> None:
    assert linked("Boards meet.", [("Board", "/b")]) == "Boards meet."
    assert unmentioned("Boards meet the Forum.", [("Board", "/b"), ("Forum", "/f")]) == [("Board", "/b")]


def test_names_and_addresses_are_text_whatever_they_hold() -> None:
    name = '<b onclick="x">(.*)'
    said = linked(f"{name} begins & ends.", [(name, '/a"b')])
    assert said == '<a href="/a&#34;b">&lt;b onclick=&#34;x&#34;&gt;(.*)</a> begins &amp; ends.'
