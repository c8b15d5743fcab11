"""Every value stands under its own heading: in tables on pages, in files, in a terminal, and in drawings."""

import json

import pytest

from tests.sentinel.chips import chips_of
from tests.sentinel.reading import PrintedTable, Table, csv_rows, figures, parsed, sections, tables, xlsx_rows
from tests.sentinel.site import Site

VOTES = ("With a vote", "Without a vote", "Vote not recorded")
STATES = ("Filled", "Vacant", "Not taken up", "Holder not recorded")
COUNTED = {
    "Voluntary": (6, (5, 0, 1), (1, 0, 5, 0)),
    "Faith": (7, (0, 7, 0), (0, 7, 0, 0)),
    "Statutory": (21, (0, 20, 1), (1, 0, 0, 20)),
    "Private": (200, (0, 0, 200), (0, 0, 0, 200)),
    "Several agencies together": (1, (1, 0, 0), (1, 0, 0, 0)),
    "Sector not recorded": (3, (3, 0, 0), (3, 0, 0, 0)),
    "All seats": (238, (9, 27, 202), (6, 7, 5, 220)),
}
"""The seats on Zboard by sector: all of them, by vote and by who is in them."""
CAPACITY = {
    "Constitution": "Zconstitution",
    "Chair": "Zchairstatus",
    "Paid hours": "Zpaidhours",
    "Funding": "Zfundingnote",
    "Members": "Zmembersnote",
    "Meets": "Zmeetingfrequency",
    "Statutory observers": "Zstatutoryobservers",
    "Its representatives": "Zrepresentativesnote",
}
CAME = {
    "Zforum": ("Voluntary", "2", "0", "0", "0", "0"),
    "Zwasemployer": ("Voluntary", "0", "1", "0", "0", "0"),
    "Zfirm": ("Private", "0", "0", "1", "0", "0"),
    "Zservice": ("Statutory", "0", "0", "0", "1", "0"),
    "Zresting": ("Community", "0", "0", "0", "0", "1"),
}
RATED = {
    "Funding": ("Green", "Ziscell", "2012-06-05", "Zminutestitle, p. 27"),
    "Operational contacts": ("Red", "Zcontactscell", "2004-06-05", "Zreporttitle study, p. 27"),
    "Operational networks": ("Mixed", "Znetworkscell", "2004-06-05", "Zreporttitle study, p. 27"),
    "Strategic networks": ("None", "Zstrategycell", "2004-06-05", "Zreporttitle study, p. 27"),
}
TYPES = {
    "reports to": ("reportsto", "It reports to", "These report to it"),
    "is a sub-group of": ("subgroupof", "It is a sub-group of", "Its sub-groups"),
    "feeds into": ("feedsinto", "It feeds into", "These feed into it"),
    "is a member of": ("memberof", "It belongs to", "Its members"),
    "is serviced by": ("servicedby", "It is supported by", "It supports"),
    "is hosted by": ("hostedby", "It is supported by", "It supports"),
    "is funded by": ("fundedby", "It is supported by", "It supports"),
    "is convened by": ("convenedby", "It is supported by", "It supports"),
    "speaks for": ("speaksfor", "It speaks for", "These speak for it"),
    "is linked to": ("linkedto", "Informal links", "Informal links"),
    "was succeeded by": ("succeededby", "It was succeeded by", "It took the place of"),
}
"""How each kind of line reads, what its two bodies are called at the end, and the headings on the page of the hub."""


def _table(site: Site, address: str, *headings: str) -> Table:
    """Return the one table of a page that begins with these headings."""
    found = [table for table in tables(site.get(address).page) if tuple(table.headings[: len(headings)]) == headings]
    assert len(found) == 1, [table.headings for table in tables(site.get(address).page)]
    return found[0]


def test_seats_are_counted_under_their_headings(site: Site) -> None:
    table = _table(site, "/balance?of=sentinel/board", "Sector", "Seats")
    assert [row["Sector"] for row in table.rows] == list(COUNTED)
    for sector, (seats, votes, states) in COUNTED.items():
        row = table.row(sector)
        assert int(row["Seats"]) == seats, sector
        assert tuple(int(row[heading]) for heading in VOTES) == votes, sector
        assert tuple(int(row[heading]) for heading in STATES) == states, sector


def test_bars_have_their_own_words(site: Site) -> None:
    bars = figures(site.get("/balance?of=sentinel/board").page)
    assert bars["Which vote"] == ["Y with a vote: 9", "N without a vote: 27", "? vote not recorded: 202"]
    assert bars["Who is in them"] == [
        "N holder named: 6",
        "V vacant: 7",
        "X not taken up: 5",
        "? holder not recorded: 220",
    ]
    assert bars["For which sector"][:4] == ["V voluntary: 6", "F faith: 7", "S statutory: 21", "P private: 200"]


def test_seats_are_counted_by_basis_and_role(site: Site) -> None:
    basis = _table(site, "/balance?of=sentinel/board", "How they are filled", "Seats")
    assert {row["How they are filled"]: row["Seats"] for row in basis.rows} == {
        "Elected": "7",
        "As of right (ex officio)": "1",
        "Rotating": "3",
        "Co-opted": "1",
        "Appointed": "20",
        "Invited": "200",
        "Not recorded": "6",
    }
    role = _table(site, "/balance?of=sentinel/board", "Role", "Seats")
    assert {row["Role"]: row["Seats"] for row in role.rows} == {
        "Chair": "1",
        "Vice-chair": "3",
        "Member": "1",
        "Observer": "20",
        "Secretary": "1",
        "Officer": "7",
        "Elected member": "5",
        "Other": "200",
    }


def test_each_seat_has_its_sector_its_reason_and_its_holder(site: Site) -> None:
    table = _table(site, "/balance?of=sentinel/board", "Seat", "Sector")
    assert table.row("Zexofficio") == {
        "Seat": "Zexofficio",
        "Sector": "Statutory",
        "Because": "Filled by an office of Zotherservice",
        "Held by": "Zisholder Guy, Zofficename of Zotherservice",
        "Source": "Source: Zreporttitle study , p. 17; p. 18.",
    }
    assert table.row("Zvacant")["Held by"] == "Vacant"
    assert table.row("Zvacant")["Sector"] == "Faith"


def test_who_came_stands_under_how(site: Site) -> None:
    table = _table(site, "/balance?of=sentinel/board", "Came for")
    headings = ("Sector", "Present", "Deputising", "In attendance", "Guests", "Apologies")
    for whom, numbers in CAME.items():
        assert tuple(table.row(whom)[heading] for heading in headings) == numbers, whom


def test_the_table_of_seats_on_a_body(site: Site) -> None:
    table = _table(site, "/sentinel/board", "Seat", "Held by")
    votes = {row["Seat"].split()[0]: row["Vote"] for row in table.rows}
    assert votes == {
        "Zexofficio": "Not recorded", "Zalsovotes": "Yes", "Zisseat": "Not recorded", "Znovote": "No",
        "Zseatlabel": "Yes", "Zvacant": "No", "Zuntaken": "Yes", "Zunsaidvote": "Not recorded",
    }  # fmt: skip
    row = table.row("Zseatlabel")
    assert row["Held by"].startswith("perhaps Zbefore Zpersonname Ray")
    assert (row["Speaks for"], row["How filled"]) == ("Zforum and Zisgroup", "Co-opted ; ratified by Zischooser")
    assert table.row("Zvacant")["Held by"] == "vacant since July 2002"


def test_what_each_has_to_work_with(site: Site) -> None:
    row = _table(site, "/capacity", "Name ▲").row("Zforum")
    assert {heading: row[heading] for heading in CAPACITY} == CAPACITY
    assert row["Place"] == "Zsentinelplace"
    of_file = csv_rows(site.get("/capacity.csv?on=2010").content)
    assert of_file == xlsx_rows(site.get("/capacity.xlsx?on=2010").content)
    assert {each["As things stood on"] for each in of_file} == {"2010-12-31"}
    (forum,) = [each for each in of_file if each["Id"] == "sentinel/forum"]
    assert {heading: forum[heading] for heading in CAPACITY} == CAPACITY
    rest = {heading: forum[heading] for heading in ("Name", "Place", "Sort", "Status", "Sources")}
    assert rest == {
        "Name": "Zforum",
        "Place": "Zsentinelplace",
        "Sort": "forum",
        "Status": "active",
        "Sources": "Zreporttitle study, Zbodylocator",
    }


def test_capacities_are_sorted_as_asked(site: Site) -> None:
    by_name = ["Zforum", "Zischooser", "Znearforum", "Zsilentnet", "Zwaschooser"]
    for switches, first in (("", by_name), ("?dir=desc", by_name[::-1]), ("?sort=funding&dir=desc", ["Zforum"])):
        rows = csv_rows(site.get(f"/capacity.csv{switches}").content)
        assert [row["Name"] for row in rows][: len(first)] == first, switches
        page = tables(site.get(f"/capacity{switches}").page)[0]
        assert [row[page.headings[0]] for row in page.rows][: len(first)] == first, switches


def test_ratings_stand_under_their_dimension(site: Site) -> None:
    row = _table(site, "/relationships?area=sentinel", "Service").row("Zservice")
    of_file = csv_rows(site.get("/relationships.csv?area=sentinel").content)
    assert of_file == xlsx_rows(site.get("/relationships.xlsx?area=sentinel").content)
    cells = {each["Dimension"]: each for each in of_file if each["Service"] == "Zservice"}
    for dimension, (rating, summary, on, source) in RATED.items():
        assert row[dimension].split()[1:3] == [rating, summary], dimension
        cell = cells[dimension]
        assert (cell["Rating"], cell["What the source says of it"]) == (rating, summary)
        assert (cell["Mapped by"], cell["On"], cell["Sources"]) == ("Zforum", on, source)


def test_seats_in_files(site: Site) -> None:
    rows = csv_rows(site.get("/balance.csv?area=sentinel&on=2010").content)
    assert rows == xlsx_rows(site.get("/balance.xlsx?area=sentinel&on=2010").content)
    (row,) = [row for row in rows if row["Seat id"] == "sentinel/seat"]
    assert row.pop("Held by").startswith("perhaps Zbefore Zpersonname Ray Zafter, ")
    assert row == {
        "Place": "Zsentinelplace", "Body": "Zboard", "Decides": "not recorded", "Quorum": "", "Quorum, a number": "",
        "Seats stated": "", "Order": "41", "Seat": "Zseatlabel", "Role": "secretary", "Seats": "1", "Seats at most": "",
        "Membership": "associate", "For the area": "Zregion", "Vote": "yes", "How filled": "co-opted",
        "Electorate": "Zelectorate", "Term in years": "2.5", "Term limit": "Ztermlimit",
        "Speaks for": "Zforum and Zisgroup", "Chosen by": "Zischooser", "State": "filled",
        "Sector": "several agencies together", "Because": "speaks for Zforum and Zisgroup", "Certainty": "uncertain",
        "Sources": "Zreporttitle study, Zseatlocator; Zminutestitle, Ztenurelocator", "Seat id": "sentinel/seat",
        "Body id": "sentinel/board",
        "As things stood on": "2010-12-31",
    }  # fmt: skip
    (row,) = [row for row in rows if row["Seat id"] == "sentinel/untaken"]
    assert (row["Seats"], row["Seats at most"], row["State"]) == ("5", "8", "not taken up")


def test_lines_in_files(site: Site) -> None:
    rows = csv_rows(site.get("/lines.csv?area=sentinel&on=2010").content)
    assert rows == xlsx_rows(site.get("/lines.xlsx?area=sentinel&on=2010").content)
    (row,) = [row for row in rows if row["Line id"] == "sentinel/everything"]
    assert row == {
        "Place": "Zsentinelplace", "From": "Zforum", "Line": "is funded by", "To": "Zservice", "Called by the source": "Zlinelabel",
        "Type": "funded_by", "Amount": "4321", "Amount per": "year", "Status": "actual", "Since": "1994", "Until": "2075",
        "Certainty": "uncertain", "Note": "Zlinenote", "Sources": "Zreporttitle study, Zlinelocator",
        "From id": "sentinel/forum", "To id": "sentinel/service", "Line id": "sentinel/everything", "As things stood on": "2010-12-31",
    }  # fmt: skip
    every = csv_rows(site.get("/lines.csv?on=2010").content)
    between = [row["Place"] for row in every if row["To id"] == "sentinel/far-board" and row["Type"] == "linked_to"]
    assert between == ["Zneighbourplace"]  # of both places, and listed once


def test_meetings_in_files(site: Site) -> None:
    rows = csv_rows(site.get("/meetings.csv?area=sentinel").content)
    assert rows == xlsx_rows(site.get("/meetings.xlsx?area=sentinel").content)
    (row,) = [row for row in rows if row["Meeting id"] == "sentinel/meeting"]
    assert row == {
        "Place": "Zsentinelplace", "Body": "Zboard", "Date": "2005-03-09", "Meeting": "Zmeetinglabel", "Venue": "Zvenue",
        "Status": "held", "Quorate": "no", "Present": "1", "Apologies": "1", "Deputising": "1", "Guest": "1",
        "In attendance": "1", "Expected": "1", "Note": "Zmeetingnote", "Sources": "Zproceedingstitle, Zmeetinglocator",
        "Body id": "sentinel/board", "Meeting id": "sentinel/meeting",
    }  # fmt: skip
    by_label = {row["Meeting"]: (row["Status"], row["Quorate"]) for row in rows}
    assert by_label["Zcalledoff"] == ("cancelled", "not recorded")
    assert by_label["Zlatermeeting"] == ("not recorded", "not recorded")
    assert [row["Date"] for row in rows] == sorted(row["Date"] for row in rows)


def test_gaps_in_files(site: Site) -> None:
    address = "area=sentinel&kind=vacant_post&on=2010"
    rows = csv_rows(site.get(f"/gaps.csv?{address}").content)
    assert rows == xlsx_rows(site.get(f"/gaps.xlsx?{address}").content)
    (row,) = [row for row in rows if row["Subject id"] == "sentinel/vacant"]
    assert "recorded as vacant since July 2002" in row.pop("Finding")
    assert row == {
        "Place": "Zsentinelplace", "Body": "Zboard", "Kind": "Vacant seats", "About": "Zvacant",
        "A source says so": "yes", "Certainty": "stated", "What would close it": "Somebody elected or appointed to the seat.",
        "Sources": "Zreporttitle study, p. 17", "Subject id": "sentinel/vacant", "Body id": "sentinel/board", "As things stood on": "2010-12-31",
        "Finding id": "vacant_post/sentinel/vacant",
    }  # fmt: skip


def test_two_places_stand_on_their_own_sides(site: Site) -> None:
    address = "/compare?left=sentinel&right=neighbour"
    numbers = _table(site, address, "Number of")
    printed = PrintedTable(site.run("compare", "sentinel", "neighbour").said_as_it_is, "Number of").rows
    for what, left, right in (("Bodies", "51", "3"), ("Seats", "246", "2"), ("Seats not taken up", "5", "0")):
        (row,) = [row for row in numbers.rows if row["Number of"] == what]
        assert (row["Zsentinelplace"], row["Zneighbourplace"]) == (left, right), what
        assert (printed[what]["Zsentinelplace"], printed[what]["Zneighbourplace"]) == (left, right), what
    sorts = _table(site, address, "Sort").row("Executive")
    assert "Zhub" in sorts["Zsentinelplace"]
    assert sorts["Zneighbourplace"] == "None recorded"
    themes = _table(site, address, "Theme").row("Znearthemeparks / Zthemeroads")
    assert "Znearforum" in themes["Zneighbourplace"]
    gaps = _table(site, address, "Kind of gap").row("Vacant seats")
    assert (gaps["Zsentinelplace"], gaps["Zneighbourplace"]) == ("2", "1")
    capacity = _table(site, address, "Recorded").row("Constitution")
    assert (capacity["Zsentinelplace"], capacity["Zneighbourplace"]) == ("1 of 4", "1 of 1")


def test_the_places_of_fragility_in_short(site: Site) -> None:
    row = _table(site, "/fragility", "Place").row("Zsentinelplace")
    assert row == {
        "Place": "Zsentinelplace", "Who carries seats": "6", "Most seats on one": "3", "Terms ended or ending": "2",
        "Groups resting on one": "1",
    }  # fmt: skip
    who = _table(site, "/fragility?area=sentinel", "Who").row("Zcarriername")
    assert (who["Seats"], who["On, and for whom"]) == ("2", "Zfarboard for Zresting Ztop for Zresting")


def test_reports_stand_with_their_representative(site: Site) -> None:
    rows = [
        row
        for table in tables(site.get("/report-back?area=sentinel&on=2006").page)
        for row in table.rows
        if "Reported" in row["The report"]
    ]
    assert len(rows) == 1
    assert rows[0]["Representative"] == "Perhaps Zwasholder Fay"
    assert (rows[0]["Reports to"], rows[0]["At the meeting"]) == ("Zforum and Zwasgroup", "Somebody deputised")


@pytest.mark.parametrize("verb", TYPES)
def test_lines_say_which_way_they_lead(site: Site, verb: str) -> None:
    end, outwards, inwards = TYPES[verb]
    up, down = f"Zup{end}", f"Zdown{end}"
    page = sections(site.get("/sentinel/hub").page)
    both = outwards == inwards
    assert up in page[outwards]
    assert down in page[inwards]
    assert both or (up not in page[inwards] and down not in page[outwards])
    if outwards == "It is supported by":
        said = verb.removeprefix("is ")
        assert f"{up} ({said})" in page[outwards]
        assert f"{down} ({said} it)" in page[inwards]
    rows = _table(site, "/sentinel/hub", "Body", "Line or seat").rows
    ways = [(row["Body"], row["To or on"]) for row in rows if row["Line or seat"] == verb]
    assert sorted(ways) == sorted([("Zhub", up), (down, "Zhub")])
    panel = sections(site.get("/panel/sentinel/hub").page)["Lines"]
    assert f"{verb} {up}" in panel
    assert f"{down} {verb} it" in panel
    parts = json.loads(site.get("/diagrams/sentinel.json?about=sentinel/hub&steps=1").content)
    # Three are recorded as one.
    of_several = verb.replace("is a member", "are members")
    assert f"{down} {of_several} Zhub" in parsed(parts["figure"]).text()
    listed = parsed(parts["list"]).text()
    assert f"{verb} {up}" in listed
    assert f"{verb} Zhub" in listed


def test_chips_show_the_vote_the_basis_and_what_is_not_taken_up(site: Site) -> None:
    found = chips_of(site.get("/diagrams/sentinel/board.svg").page)
    assert {
        ("hollow", "20"), ("hollow square", "7"), ("hollow dotted", "200"), ("filled crossed", "5"),
        ("filled diamond", "3"),
    } <= set(found)  # fmt: skip
    looks = [look for look, words in found if not words or words.isdigit()]
    assert "filled diamond notched" in looks
    assert "hollow notched" not in looks
    legend = {words: look for look, words in found if words and not words.isdigit()}
    assert legend["voting seat"] == "filled"
    assert legend["seat without a vote"] == "hollow"
    assert legend["vote not recorded"] == "hollow dotted"
    assert legend["cross: not taken up"] == "hollow crossed"
    assert legend["notch: co-opted"] == "hollow notched"
    assert legend["diamond: chair, vice-chair or secretary"] == "hollow diamond"
    assert legend["square: officer’s or councillor’s post, no seat"] == "hollow square"


def test_a_register_says_the_same_on_its_page_and_in_its_files(site: Site) -> None:
    for register, id_, heading in (("seats", "sentinel/seat", "Seat"), ("bodies", "sentinel/forum", "Body")):
        address = f"/registers/sentinel/{register}"
        page = site.get(address)
        of_file = csv_rows(site.get(f"{address}.csv").content)
        assert of_file == xlsx_rows(site.get(f"{address}.xlsx").content)
        of_json = json.loads(site.get(f"{address}.json").content)
        names = {column["key"]: column["heading"] for column in of_json["columns"]}
        said = [{names[key]: "" if cell is None else str(cell) for key, cell in row.items()} for row in of_json["rows"]]
        assert said == of_file
        (table,) = tables(page.page)
        assert len(table.rows) - 1 == len(of_file), "a row each, and one that counts what is not recorded"
        (row,) = [row for row in of_file if row["Id"] == id_]
        assert [each for each in table.rows if row[heading] in each[heading] and each["Source"].startswith("Source")]
        # What a template is given as a value is never written as one.
        assert "Entry(" not in page.content.decode()
        assert "Piece(" not in page.content.decode()
