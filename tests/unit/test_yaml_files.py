"""Files are read completely and every problem is told at once: where, what was found, what is expected."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.exchange import limits
from app.exchange.reading import CHECKED
from app.exchange.yaml_files import Checked, read_files

Write = Callable[..., Path]

GOOD = """
organizations:
  - {id: coa, name: Council on Ageing, classification: forum, kind: collaboration, cites: "minutes, p. 1"}
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: "minutes, p. 1"}
  - {id: elders, name: Elders, classification: constituency, kind: constituency, cites: "minutes, p. 1"}
people:
  - {id: ann, name: Ann Ray, worksFor: coa, cites: "minutes, p. 1"}
posts:
  - on: board
    onBehalfOf: coa
    cites: minutes, p. 1
"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_place(text: str | bytes, name: str = "testham") -> Path:
        (tmp_path / "areas.yaml").write_text("areas: [{id: testham, name: Testham}]\n")
        (tmp_path / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]\n")
        path = tmp_path / f"{name}.yaml"
        path.write_bytes(text if isinstance(text, bytes) else f"place: testham\n{text}".encode())
        return path

    return write_place


def read(path: Path) -> Checked:
    return read_files([path])


def told(checked: Checked) -> str:
    return "\n".join(str(problem) for problem in checked.problems)


def test_a_seat_is_four_lines(write: Write) -> None:
    checked = read(write(GOOD))
    assert checked.problems == []
    (post,) = [node for node in checked.facts.nodes if node.label == "Post"]
    assert post.id == "testham/board--member--for-coa"
    assert {link.type for link in checked.facts.links if link.from_id == post.id} == {"POST_IN", "ON_BEHALF_OF"}


def test_every_problem_of_every_entry_is_told_with_line_and_column(write: Write) -> None:
    text = GOOD + (
        "  - {on: bord, onBehalfOf: coa, cites: 'minutes, p. 2'}\n"
        "  - {on: board, role: chiar, cites: 'minutes, p. 2'}\n"
        "  - {on: board, since: 2008-02-30, cites: 'minuts, p. 2', id: x}\n"
        "lines:\n"
        "  - {from: coa, type: feeds_into, to: ann, cites: 'minutes, p. 2'}\n"
        "  - {from: coa, type: feeds_into, to: board}\n"
    )
    message = told(read(write(text)))
    assert (
        "testham.yaml:13:10: posts[2].on: found 'bord'; no organization has this id (did you mean testham/board?)"
        in message
    )
    assert "posts[3].role: found 'chiar'; expected one of: chair," in message
    assert "(did you mean chair?)" in message
    assert "posts[4].since: found '2008-02-30'; February 2008 has 29 days: there is no day 30" in message
    assert "lines[1].to: found 'ann', a person; expected the id of an organization" in message
    assert "lines[2]: the field 'cites' is missing" in message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("note: &a [x]\nmore: *a\n", "found an alias (*)"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d]\n", "found an alias (*)"),
        ("organizations: []\norganizations: []\n", "found the field 'organizations' a second time"),
        ("organizations: !!python/object:os.system [x]\n", "found the tag"),
        ("organizations: {" * 40 + "}" * 40 + "\n", "found very deep nesting"),
        ("organizations: [\n", "this is not YAML"),
        ("organizations:\n\t- x\n", "this is not YAML"),
        ("organizations: forum\n", "expected a list"),
        ("? [a, b]\n: c\n", "found a key that is not a word"),
    ],
)
def test_hostile_and_broken_yaml_is_refused_in_words(write: Write, text: str, expected: str) -> None:
    assert expected in told(read(write(text)))


def test_a_file_of_brackets_is_refused_before_it_can_exhaust_the_stack(write: Write) -> None:
    assert "this nests far too deeply" in told(read(write("organizations: " + "[" * 400_000)))


def test_a_bomb_of_aliases_is_refused_at_once(write: Write) -> None:
    text = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 50)}]\n" for n in range(1, 12))
    assert "found an alias (*)" in told(read(write(text)))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"place: testham\nnote: caf\xe9\n", "testham.yaml:2:1: found byte 0xE9; expected UTF-8 text"),
        ("place: testham\n".encode("utf-16"), "expected UTF-8 text"),
        (b"", "found an empty file"),
        (b"place: test\x00ham\n", "found character U+0000"),
        (b"- a\n- b\n", "expected fields such as 'place:'"),
    ],
)
def test_wrong_encodings_and_shapes_are_refused_in_words(write: Write, raw: bytes, expected: str) -> None:
    assert expected in told(read(write(raw)))


def test_a_file_of_50_mb_is_refused_unread(write: Write) -> None:
    path = write("")
    with path.open("r+b") as file:
        file.truncate(50_000_000)
    assert "found a file of 50 MB; expected at most 5 MB" in told(read(path))


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert "found no such file" in told(read(tmp_path / "nowhere.yaml"))


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("posts: [{on: coa, since: 2008, until: 2007-12, cites: 'minutes, p'}]", "found an end 2007-12; expected an end after the start, 2008"),
        ("posts: [{on: coa, holders: nobody, cites: 'minutes, p'}]", "found 'nobody'; no person or an organization has this id"),
        ("posts: [{on: elders, cites: 'minutes, p'}]", "people at large have no seats and never meet"),
        ("posts: [{id: a, on: coa, filledByHolderOf: b, cites: 'minutes, p'}, {id: b, on: coa, role: chair, filledByHolderOf: a, cites: 'minutes, p'}]", "expected posts without a circle"),
        ("posts: [{on: coa, cites: 'minutes, p'}, {on: coa, cites: 'minutes, p'}]", "give this one an 'id' of its own"),
        ("lines: [{from: coa, type: feeds_into, to: elders, cites: 'minutes, p'}, {from: coa, type: feeds_into, to: elders, cites: 'minutes, q'}]", "expected an 'id' on one of them"),
        ("posts: [{on: coa, number: 0, cites: 'minutes, p'}]", "expected at least 1"),
        ("posts: [{on: coa, cites: minutes}]", "expected 'source-id, where in it'"),
        ("posts: [{on: COA, cites: 'minutes, p'}]", "expected an id in lower case with hyphens"),
        ("organizations: [{id: a, naem: A, classification: forum, kind: collaboration, cites: 'minutes, p'}]", "(did you mean name?)"),
        ("organizations: [{id: a, name: \"A\\u202eB\", classification: forum, kind: collaboration, cites: 'minutes, p'}]", "direction-changing characters"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_told(write: Write, entry: str, expected: str) -> None:
    base = GOOD.split("posts:", maxsplit=1)[0]
    if entry.startswith("organizations"):
        base = ""
    assert expected in told(read(write(base + entry + "\n")))


def test_circles_of_areas_are_told(write: Write, tmp_path: Path) -> None:
    path = write(GOOD)
    (tmp_path / "areas.yaml").write_text(
        "areas: [{id: testham, name: T, partOf: b}, {id: b, name: B, partOf: c}, {id: c, name: C, partOf: b}]\n"
    )
    assert "found b -> c -> b; expected areas without a circle" in told(read(path))


def test_a_word_that_pages_use_is_no_area(write: Write, tmp_path: Path) -> None:
    path = write(GOOD)
    (tmp_path / "areas.yaml").write_text("areas: [{id: testham, name: T}, {id: graphql, name: G}]\n")
    assert "pages of the site use this word in addresses" in told(read(path))


def test_markup_in_names_is_kept_as_text(write: Write) -> None:
    name = "</script><script>alert(1)</script>"
    checked = read(write(GOOD.replace("Ann Ray", f'"{name}"')))
    assert checked.problems == []
    assert name in [node.properties.get("name") for node in checked.facts.nodes]


def test_words_that_other_yaml_readers_guess_at_stay_as_written(write: Write) -> None:
    checked = read(write(GOOD.replace("Ann Ray", "NO")))
    assert "NO" in [node.properties.get("name") for node in checked.facts.nodes]


def test_the_first_problems_of_a_file_are_told_whatever_their_kind_and_the_others_counted(write: Write) -> None:
    wrong = "".join(
        f"  - {{id: b{n}, name: B, classification: forum, kind: unti, cites: 'minutes, p'}}\n" for n in range(300)
    )
    text = (
        "posts:\n  - {on: nobody, cites: 'minutes, p'}\n"
        f"organizations:\n{wrong}"
        "people: [{id: a, name: A, cites: 'nothing, p'}]\n"
    )
    checked = read(write(text))
    assert (len(checked.problems), checked.more) == (200, 102)
    assert checked.counted == "302 problems: the first 200 are shown, 102 more are not"
    assert [problem.line for problem in checked.problems] == [3, *range(5, 204)]
    assert "posts[1].on: found 'nobody'" in str(checked.problems[0])


def test_problems_are_counted_over_all_files_of_a_run(write: Write, tmp_path: Path) -> None:
    wrong = "posts: [" + "{on: x, cites: 'minutes, p'}, " * 150 + "]\n"
    first, second = write(wrong), write(f"place: other\n{wrong}".encode(), "other")
    checked = read_files([first, second])
    assert [Path(problem.file).stem for problem in checked.problems] == ["testham"] * 200
    assert checked.more > 100


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"organizations: [{{name: '{' ' * 9000}A{' ' * 1001}'}}]", "organizations[1].name: found 10,002 characters; expected at most 10,000"),
        (f"{'k' * 201}: x", "found a field whose name has 201 characters; expected at most 200"),
        (f"organizations: [{{{', '.join(f'f{n}: x' for n in range(101))}}}]", "organizations[1]: found 101 fields; expected at most 100 fields"),
        (f"organizations: [{{alternateNames: [{'a, ' * 2001}]}}]", "organizations[1].alternateNames: found 2,001 entries; expected at most 2,000 entries"),
        (f"organizations: [{{alternateNames: [{'a, ' * 101}]}}]", "organizations[1].alternateNames: found 'list'; expected at most 100 entries"),
        (f"posts: [{{holders: [{'a,' * 120_000}]}}]", "expected at most 110,009 values and names of fields in a file of this size"),
        (f"organizations: [{'{}, ' * 30_000}]", "found more than 22,003 entries; expected at most 22,003 in a file of this size"),
        ("place: testham\n---\nplace: testham", "found a second document (---); expected one document in a file"),
        ("%TAG ! tag:x\n" * 20 + "---\nplace: testham", "found many lines that start with %"),
        ("note: <<", "found the tag tag:yaml.org,2002:merge; expected plain values without tags"),
    ],
)  # fmt: skip
def test_what_is_beyond_any_place_is_refused_with_the_limit(write: Write, text: str, expected: str) -> None:
    message = told(read(write(text.encode() if text.startswith("%") else text)))
    assert expected in message
    assert len(message) < limits.MAX_TOLD


def test_a_value_that_is_left_out_is_told_of_once(write: Write) -> None:
    (problem,) = read(write(GOOD.replace("name: Board", f"name: {'x' * 10_001}"))).problems
    assert "organizations[2].name: found 10,001 characters" in str(problem)


def test_more_facts_than_one_run_may_hold_end_the_reading(write: Write) -> None:
    checked = read_files([write(GOOD)], most=3)
    assert checked.stopped
    assert checked.counted == "at least 1 problem"
    assert "found more than 3 facts; expected at most 3 at once; the rest is not read: give fewer files" in told(
        checked
    )


def test_a_long_circle_is_told_in_short(write: Write) -> None:
    posts = "".join(
        f"  - {{id: p{n}, on: board, filledByHolderOf: p{(n + 1) % 500}, cites: 'minutes, p'}}\n" for n in range(500)
    )
    (problem,) = read(write(GOOD + posts)).problems
    assert "testham/p0 -> testham/p1" in problem.found
    assert "... (500 in all) -> testham/p0" in problem.found


def test_nothing_that_a_file_holds_reaches_a_terminal_as_it_is(write: Write) -> None:
    text = 'organizations: [{"\\e[31mred\\n": x, id: a, name: "\\e[2J", cites: "\\e[0m, p"}]\n'
    message = told(read(write(text)))
    assert "an unknown field" in message
    assert "\x1b" not in message


def test_checking_alone_keeps_few_properties_and_every_id(write: Write) -> None:
    path = write(GOOD)
    whole, bare = read_files([path]), read_files([path], whole=False)
    assert [node.id for node in bare.facts.nodes] == [node.id for node in whole.facts.nodes]
    assert [link.id for link in bare.facts.links] == [link.id for link in whole.facts.links]
    kept = [fact.properties for fact in bare.facts.nodes] + [fact.properties for fact in bare.facts.links]
    assert all(set(properties) <= set(CHECKED) for properties in kept)
    assert len({id(properties) for properties in kept}) < len(kept), "facts that are alike share what they keep"


def test_a_file_of_just_over_5_mb_is_told_its_size(write: Write) -> None:
    path = write("")
    with path.open("r+b") as file:
        file.truncate(limits.MAX_BYTES + 1)
    assert "found a file of 5.01 MB; expected at most 5 MB" in told(read(path))
