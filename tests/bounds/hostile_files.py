"""Files that would eat a machine, made by script: each a way of making a reader of data files work or remember.

`make` writes one into a folder of its own, as large as is asked, and gives the path to check.
"""

import os
from collections.abc import Callable
from pathlib import Path

Made = str | bytes
AREAS = "areas: [{id: hostile, name: Hostile}]\n"
SOURCES = "sources: [{id: m, title: Minutes}]\n"
PLACE = "place: hostile\n"
CITES = "cites: 'm, p'"
BODY = "classification: forum, kind: collaboration, " + CITES


def filled(size: int, head: str, piece: Callable[[int], str], tail: str = "") -> str:
    """Repeat a piece, each with its number, until the text has the size."""
    pieces, length, number = [head], len(head) + len(tail), 0
    while True:
        following = piece(number)
        length += len(following.encode())
        if length > size:
            return "".join([*pieces, tail])
        pieces.append(following)
        number += 1


def section(name: str, piece: Callable[[int], str]) -> Callable[[int], str]:
    """A place whose one section repeats an entry."""
    return lambda size: filled(size, f"{PLACE}{name}:\n", piece)


def organizations(more: str, piece: Callable[[int], str]) -> Callable[[int], str]:
    """A place with two bodies, then a section that repeats an entry."""
    bodies = f"organizations:\n- {{id: a, name: A, {BODY}}}\n- {{id: b, name: B, {BODY}}}\n"
    return lambda size: filled(size, f"{PLACE}{bodies}{more}:\n", piece)


def one(before: str, letter: str, after: str = "\n") -> Callable[[int], str]:
    """A text of one letter, as long as may be, between two others."""
    return lambda size: before + letter * ((size - len(before) - len(after)) // len(letter.encode())) + after


def half_and_half(
    first: str, one_of: Callable[[int], str], second: str, other_of: Callable[[int], str]
) -> Callable[[int], str]:
    return lambda size: filled(size // 2, f"{PLACE}{first}:\n", one_of) + filled(size // 2, f"{second}:\n", other_of)


def body(number: int) -> str:
    return f"- {{id: b{number}, name: Body {number}, {BODY}}}\n"


def in_entry(field: str, piece: Callable[[int], str], end: str = "]") -> Callable[[int], str]:
    start = f"{PLACE}organizations:\n- {{id: a, name: A, {BODY}, {field}: ["
    return lambda size: filled(size, start, piece, f"{end}}}\n")


PLACES: dict[str, Callable[[int], Made]] = {
    "empty-entries": lambda size: filled(size, f"{PLACE}organizations: [", lambda n: "{},", "]\n"),
    "entries-in-every-section": lambda size: (
        PLACE
        + "".join(
            filled(size // 8, f"{name}: [", lambda n: "{},", "]\n")
            for name in ("organizations", "people", "posts", "lines", "meetings", "actions", "assessments", "absences")
        )
    ),
    "letters": lambda size: filled(size, f"{PLACE}organizations: [", lambda n: "a,", "]\n"),
    "nulls": lambda size: filled(size, f"{PLACE}posts: [", lambda n: "~,", "]\n"),
    "lists-in-a-list": lambda size: filled(size, f"{PLACE}posts: [", lambda n: "[],", "]\n"),
    "block-of-dashes": lambda size: filled(size, f"{PLACE}posts:\n", lambda n: "-\n"),
    "file-of-letters": lambda size: filled(size, "[", lambda n: "a,", "]\n"),
    "key-repeated": lambda size: filled(size, PLACE, lambda n: "a: b\n"),
    "section-repeated": lambda size: filled(size, PLACE, lambda n: "posts: []\n"),
    "key-repeated-in-entries": section("organizations", lambda n: "- {a: b, a: b, a: b, a: b, a: b}\n"),
    "unknown-fields": lambda size: filled(size, f"{PLACE}organizations:\n- id: a\n", lambda n: f"  f{n}: x\n"),
    "unknown-fields-of-the-file": lambda size: filled(size, PLACE, lambda n: f"f{n}: x\n"),
    "commas-in-names": section(
        "organizations",
        lambda n: f"- {{id: b{n}, name: A, {', '.join(f'w{n} {word}' for word in range(90))}, {BODY}}}\n",
    ),
    "seats-held-and-vacant": organizations(
        "posts", lambda n: f"- {{id: p{n}, on: a, vacantSince: 2007, holders: [a, b], {CITES}}}\n"
    ),
    "circles-of-reporting": lambda size: (
        f"{PLACE}organizations:\n"
        + "".join(f"- {{id: b{n}, name: B, {BODY}}}\n" for n in range(size // 200))
        + "lines:\n"
        + "".join(f"- {{from: b{n}, type: reports_to, to: b{n ^ 1}, {CITES}}}\n" for n in range(size // 200))
    ),
    "unknown-fields-everywhere": section("organizations", lambda n: f"- {{id: b{n}, naem: x, knid: y, clas: z}}\n"),
    "unknown-bodies": half_and_half(
        "organizations", body, "posts", lambda n: f"- {{id: p{n}, on: nobody-{n}, {CITES}}}\n"
    ),
    "unknown-holders": organizations(
        "posts", lambda n: f"- {{id: p{n}, on: a, holders: [{','.join(f'h{n}x{m}' for m in range(500))}], {CITES}}}\n"
    ),
    "unknown-sources": section(
        "organizations", lambda n: f"- {{id: b{n}, name: B, classification: forum, kind: unit, cites: 's{n}, p'}}\n"
    ),
    "unknown-areas": section("organizations", lambda n: f"- {{id: b{n}, name: B, areas: [x{n}, y{n}], {BODY}}}\n"),
    "unknown-themes": lambda size: filled(
        size,
        f"{PLACE}themes: [{','.join(f'{{id: t{n:0190}, name: T}}' for n in range(60))}]\norganizations:\n",
        lambda n: f"- {{id: b{n}, name: B, theme: none, {BODY}}}\n",
    ),
    "people-for-bodies": lambda size: (
        filled(size // 2, f"{PLACE}people:\n", lambda n: f"- {{id: b{n}, name: B, {CITES}}}\n")
        + filled(size // 2, "posts:\n", lambda n: f"- {{id: p{n}, on: b{n}, {CITES}}}\n")
    ),
    "long-unknown-ids": half_and_half(
        "organizations",
        lambda n: f"- {{id: {'abc-' * 40}{n}, name: B, {BODY}}}\n",
        "posts",
        lambda n: f"- {{id: p{n}, on: {'acb-' * 45}{n}, {CITES}}}\n",
    ),
    "chain-of-posts": organizations("posts", lambda n: f"- {{id: p{n}, on: a, filledByHolderOf: p{n + 1}, {CITES}}}\n"),
    "circle-of-posts": lambda size: (
        organizations("posts", lambda n: f"- {{id: p{n}, on: a, filledByHolderOf: p{n + 1}, {CITES}}}\n")(size - 60)
        + f"- {{id: p{(size - 60) // 100_000_000}, on: a, {CITES}}}\n"
    ),
    "circles-of-two": organizations("posts", lambda n: f"- {{id: p{n}, on: a, filledByHolderOf: p{n ^ 1}, {CITES}}}\n"),
    "posts-of-themselves": organizations(
        "posts", lambda n: f"- {{id: p{n}, on: a, filledByHolderOf: p{n}, {CITES}}}\n"
    ),
    "ids-twice": section("organizations", lambda n: f"- {{id: a, name: A, {BODY}}}\n"),
    "seats-twice": organizations("posts", lambda n: f"- {{on: a, onBehalfOf: b, {CITES}}}\n"),
    "lines-twice": organizations("lines", lambda n: f"- {{from: a, type: feeds_into, to: b, {CITES}}}\n"),
    "holders-twice": organizations(
        "posts", lambda n: f"- {{id: p{n}, on: a, holders: [{','.join(['b'] * 500)}], {CITES}}}\n"
    ),
    "seats-of-people-at-large": lambda size: filled(
        size,
        f"{PLACE}organizations:\n- {{id: a, name: A, classification: constituency, kind: constituency, {CITES}}}\nposts:\n",
        lambda n: f"- {{id: p{n}, on: a, {CITES}}}\n",
    ),
    "bad-dates": section(
        "organizations", lambda n: f"- {{id: b{n}, name: B, since: 2008-02-30, until: 99, founded: x, {BODY}}}\n"
    ),
    "ends-before-starts": section(
        "organizations", lambda n: f"- {{id: b{n}, name: B, since: 2009, until: 2008, {BODY}}}\n"
    ),
    "wrong-words": section(
        "organizations", lambda n: f"- {{id: b{n}, name: B, classification: forrum, kind: unti, {CITES}}}\n"
    ),
    "wrong-numbers": section("organizations", lambda n: f"- {{id: b{n}, name: B, count: {'9' * 400}, {BODY}}}\n"),
    "wrong-cites": section(
        "organizations", lambda n: f"- {{id: b{n}, name: B, classification: forum, kind: unit, cites: m}}\n"
    ),
    "cites-by-the-million": in_entry("note", lambda n: "'m, p',", "]"),
    "names-by-the-million": in_entry("alternateNames", lambda n: "a,"),
    "people-by-the-million": in_entry("formerNames", lambda n: "{name: a},"),
    "attendance-of-nobody": organizations(
        "meetings", lambda n: f"- {{id: m{n}, organization: a, date: 2008, attendance: [{'{},' * 1999}], {CITES}}}\n"
    ),
    "attendance": organizations(
        "meetings",
        lambda n: (
            f"- {{id: m{n}, organization: a, date: 2008, attendance: [{','.join(f'{{organization: h{m}, as: guest}}' for m in range(500))}], {CITES}}}\n"
        ),
    ),
    "one-name": one(f"{PLACE}organizations: [{{id: a, name: ", "x", "}]\n"),
    "one-name-of-wide-letters": one(f"{PLACE}organizations: [{{id: a, name: ", "\N{GRINNING FACE}", "}]\n"),
    "one-name-of-spaces": one(f"{PLACE}organizations: [{{id: a, name: '", " ", "x'}]\n"),
    "one-id": one(f"{PLACE}organizations: [{{name: a, id: ", "a-", "!}]\n"),
    "one-whole-id": one(f"{PLACE}posts: [{{on: ", "a-", "!}]\n"),
    "one-key": one(f"{PLACE}? ", "a", "\n: x\n"),
    "one-cite": one(f"{PLACE}posts: [{{on: a, cites: '", "a-", "!'}]\n"),
    "one-cite-of-spaces": one(f"{PLACE}posts: [{{on: a, cites: 'a", " ", "!'}]\n"),
    "one-date": one(f"{PLACE}posts: [{{on: a, since: ", "2", "}]\n"),
    "one-number": one(f"{PLACE}posts: [{{on: a, number: ", "9", "}]\n"),
    "one-word": one(f"{PLACE}posts: [{{on: a, role: ", "chair", "}]\n"),
    "one-note": one(f"{PLACE}note: |\n ", "word ", "\n"),
    "texts-at-the-limit": section(
        "organizations", lambda n: f"- {{id: b{n}, name: B, {BODY}, purpose: '{'a ' * 5000}'}}\n"
    ),
    "cites-at-the-limit": section(
        "organizations", lambda n: f"- {{id: b{n}, name: B, {BODY.replace('m, p', 'a-' * 4900)}}}\n"
    ),
    "ids-at-the-limit": section("posts", lambda n: f"- {{on: {'a-' * 4900}!, id: {'a-' * 40}!}}\n"),
    "names-of-keys-at-the-limit": section("organizations", lambda n: f"- {{{'k' * 190}{n}: x}}\n"),
    "controls-in-keys": section("organizations", lambda n: f'- {{"\\e[31m{n}\\n": x, "\\u202e": y}}\n'),
    "controls-in-texts": section("organizations", lambda n: f'- {{id: b{n}, name: "\\e[2J{n}", {BODY}}}\n'),
    "deep-in-flow": one(f"{PLACE}posts: ", "["),
    "deep-in-mappings": one(f"{PLACE}posts: ", "{a: "),
    "deep-in-blocks": one(f"{PLACE}posts:\n", "- "),
    "deep-again-and-again": section("posts", lambda n: "- " + "[" * 90 + "]" * 90 + "\n"),
    "bomb-of-aliases": lambda size: filled(
        size, "a0: &a0 [x]\n", lambda n: f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 50)}]\n"
    ),
    "aliases": lambda size: filled(size, f"{PLACE}note: &a [x]\nposts: [", lambda n: "*a,", "]\n"),
    "anchors": lambda size: filled(size, f"{PLACE}posts: [", lambda n: f"&a{n} b,", "]\n"),
    "tags": lambda size: filled(size, f"{PLACE}posts: [", lambda n: "!!python/name:os.system x,", "]\n"),
    "directives": lambda size: filled(size, "", lambda n: f"%TAG !a{n}! b\n", f"---\n{PLACE}"),
    "merges": section("posts", lambda n: "- {<<: {on: a}, <<: [x, y]}\n"),
    "documents": lambda size: filled(size, PLACE, lambda n: "---\na\n"),
    "comments": lambda size: filled(size, "", lambda n: "# nothing\n"),
    "blank-lines": one("", "\n"),
    "spaces": one("", " "),
    "complex-keys": lambda size: filled(size, PLACE, lambda n: "? [a, b]\n: c\n"),
    "complex-keys-in-entries": section("posts", lambda n: "- {{a: b}: c, [d]: e, ? f}\n"),
    "colons": one(f"{PLACE}posts:", " :"),
    "quotes": one(f"{PLACE}posts: '", "''"),
    "unclosed": one(f'{PLACE}posts: "', "a"),
    "escapes": one(f'{PLACE}posts: "', "\\n", '"\n'),
    "controls": one(PLACE, "\x01"),
    "nul": lambda size: PLACE.encode() + b"\0" * (size - 20),
    "nul-at-the-end": lambda size: filled(size, f"{PLACE}organizations:\n", body).encode()[:-2] + b"\0\n",
    "broken-at-the-end": lambda size: filled(size - 10, f"{PLACE}organizations:\n", body) + "\t- [\n",
    "utf-16": lambda size: filled(size // 2, f"{PLACE}organizations:\n", body).encode("utf-16"),
    "not-utf-8-at-the-end": lambda size: filled(size - 10, f"{PLACE}organizations:\n", body).encode() + b"\xff\n",
    "marks": lambda size: b"\xef\xbb\xbf" * (size // 3),
    "returns": lambda size: filled(size, f"{PLACE}organizations:\r\n", lambda n: body(n)[:-1] + "\r\n"),
    "one-line": lambda size: filled(size, "{place: hostile, organizations: [", lambda n: body(n)[2:-1] + ",", "]}\n"),
    "noise": lambda size: bytes((number * 7919 + number // 251) % 95 + 32 for number in range(size)),
    "place-left-out": lambda size: filled(size, "organizations:\n", body),
    "wrong-place": lambda size: filled(size, "place: other\norganizations:\n", body),
    "many-facts": organizations(
        "posts",
        lambda n: (
            f"- {{id: p{n}, on: a, holders: [{','.join(f'h{n}x{m}' for m in range(400))}], onBehalfOf: b, {CITES}}}\n"
        ),
    ),
    "short-lines": lambda size: (
        filled(size // 2, f"{PLACE}organizations:\n", body)
        + filled(
            size // 2,
            "lines:\n",
            lambda n: f"- {{from: b{n % 1000}, type: feeds_into, to: b{n % 999}, id: l{n}, {CITES}}}\n",
        )
    ),
    "bodies": lambda size: filled(size, f"{PLACE}organizations:\n", body),
}
"""Files of a place."""

SHARED: dict[str, tuple[str, Callable[[int], Made]]] = {
    "sources-empty": ("sources", lambda size: filled(size, "sources: [", lambda n: "{},", "]\n")),
    "sources-many": ("sources", lambda size: filled(size, "sources:\n", lambda n: f"- {{id: s{n}, title: S}}\n")),
    "sources-wrong": (
        "sources",
        lambda size: filled(size, "sources:\n", lambda n: f"- {{id: s{n}, title: S, url: 'http://{'a' * 90} '}}\n"),
    ),
    "areas-many": ("areas", lambda size: filled(size, "areas:\n", lambda n: f"- {{id: a{n}, name: A}}\n")),
    "areas-in-a-chain": (
        "areas",
        lambda size: filled(size, "areas:\n", lambda n: f"- {{id: a{n}, name: A, partOf: a{n + 1}}}\n"),
    ),
    "areas-in-a-circle": (
        "areas",
        lambda size: filled(
            size,
            "areas:\n- {id: a0, name: A, partOf: a1}\n",
            lambda n: f"- {{id: a{n + 1}, name: A, partOf: a{(n + 2) % (size // 60)}}}\n",
        ),
    ),
    "areas-twice": ("areas", lambda size: filled(size, "areas:\n", lambda n: "- {id: a, name: A, partOf: b}\n")),
}
"""The files beside the places'."""

_STEP = "- {heading: H, says: S, view: '', cites: 'm, p'}\n"
STORIES: dict[str, Callable[[int], Made]] = {
    "story-steps": lambda size: filled(
        size, "id: hostile\nplace: hostile\ntitle: T\nintro: I\nsteps:\n", lambda n: _STEP
    ),
    "story-empty-steps": lambda size: filled(size, "steps: [", lambda n: "{},", "]\n"),
    "story-views": lambda size: (
        "id: hostile\nplace: hostile\ntitle: T\nintro: I\nsteps:\n"
        + "".join(
            f"- {{heading: H, says: S, cites: [{','.join(['n p, q'] * 50)}], view: '{'about=a/b&' * 99}'}}\n".replace(
                "n p", f"'n{n}"
            )
            .replace("q,", "q',")
            .replace("q]", "q']")
            for n in range(30)
        )
    ),
    "story-one-view": one("id: hostile\nsteps: [{view: '", "a=b&", "'}]\n"),
}
QUESTIONS: dict[str, Callable[[int], Made]] = {
    "question-blanks": lambda size: filled(size, "id: hostile\nblanks: [", lambda n: "{},", "]\n"),
    "question-classifications": lambda size: filled(
        size, "id: hostile\nblanks: [{classifications: [", lambda n: "x,", "]}]\n"
    ),
    "question-given": lambda size: filled(size, "id: hostile\ngiven:\n", lambda n: f"  g{n}: x\n"),
    "question-text": one("id: hostile\ntext: '", "[a]", "'\n"),
}

RIGHT = ("bodies", "one-line", "returns", "short-lines", "sources-many", "areas-many")
"""What is large and strange, and nothing is wrong with it."""
DOUBTED = ("seats-held-and-vacant", "circles-of-reporting")
"""What cannot all be so, and is read all the same."""
NAMES = [*PLACES, *SHARED, *STORIES, *QUESTIONS]


def make(folder: Path, name: str, size: int) -> Path:
    """Write a hostile file, and what belongs beside it, into a folder; give the path to check."""
    folder = folder / name
    folder.mkdir()
    (folder / "areas.yaml").write_text(AREAS)
    (folder / "sources.yaml").write_text(SOURCES)
    if name in SHARED:
        file, text = SHARED[name]
        path = folder / f"{file}.yaml"
    else:
        inner = "stories" if name in STORIES else "questions" if name in QUESTIONS else ""
        text = (PLACES | STORIES | QUESTIONS)[name]
        path = folder / inner / "hostile.yaml"
        path.parent.mkdir(exist_ok=True)
    made = text(size)
    path.write_bytes(made if isinstance(made, bytes) else made.encode())
    assert path.stat().st_size <= size * 1.1 + 200_000
    return path


def bodies(folder: Path, places: int) -> Path:
    """Write 45,000 bodies into so many files, with seats, people and lines where they are several; all of it right."""
    folder.mkdir()
    (folder / "areas.yaml").write_text(
        "areas:\n" + "".join(f"- {{id: place-{n}, name: Place {n}}}\n" for n in range(places))
    )
    (folder / "sources.yaml").write_text(SOURCES)
    each = 45_000 // places
    for number in range(places):
        text = f"place: place-{number}\norganizations:\n" + "".join(body(n) for n in range(each))
        if places > 1:
            text += "people:\n" + "".join(
                f"- {{id: p{n}, name: Person {n}, worksFor: b{n}, {CITES}}}\n" for n in range(1000)
            )
            text += "posts:\n" + "".join(
                f"- {{on: b{n}, onBehalfOf: b{n + 1}, holders: p{n}, {CITES}}}\n" for n in range(1000)
            )
            text += "lines:\n" + "".join(
                f"- {{from: b{n}, type: feeds_into, to: b{n + 1}, {CITES}}}\n" for n in range(2000)
            )
        (folder / f"place-{number}.yaml").write_text(text)
    return folder


def odd_files(folder: Path) -> dict[str, Path]:
    """Make what only looks like a file: a folder, circles of links, a pipe, a device, one that grows as it is read."""
    folder.mkdir()
    (folder / "folder.yaml").mkdir()
    (folder / "link.yaml").symlink_to("circle.yaml")
    (folder / "circle.yaml").symlink_to("link.yaml")
    os.mkfifo(folder / "pipe.yaml")
    (folder / "device.yaml").symlink_to("/dev/zero")
    (folder / "nothing.yaml").symlink_to("nowhere.yaml")
    return {
        "the folder of them": folder,
        **{path.stem: path for path in sorted(folder.iterdir())},
    }
