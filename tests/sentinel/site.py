"""The site over the sentinel places, asked by address, by GraphQL and by command; all that it said is kept."""

import io
import json
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.testclient import TestClient

from app.settings import Settings
from tests.commands import in_process
from tests.paper import text_of
from tests.sentinel.reading import Node, parsed, pictured, said, squeezed, xlsx_rows

_WORDS = re.compile(r"[a-z]+")
_FRAGMENTS = ("figure", "list", "said")
"""What of a picture's JSON is shown on the page, as parts of it."""


@dataclass(frozen=True)
class Answer:
    """What was asked, and what came."""

    asked: str
    kind: str
    """The type of the content, such as `text/html`."""
    content: bytes

    @cached_property
    def page(self) -> Node:
        """The answer as a tree: of a page what stands in `main`, of a picture's JSON the parts that it gives."""
        whole = parsed(self._marks)
        return next(iter(whole.all("main")), whole)

    @cached_property
    def said(self) -> str:
        """What the answer says, in small letters, spaces made one; of a picture of dots nothing."""
        return squeezed(self._said()).lower()

    @property
    def said_as_it_is(self) -> str:
        """The text of an answer as it came, line by line."""
        return self.content.decode()

    def has(self, word: str) -> bool:
        """Tell whether the answer says a word; one with `_` for spaces is a phrase, one after `@` is in its picture."""
        if word.startswith("@"):
            return word.removeprefix("@") in self._words_pictured
        if not word.isalpha() or self.kind == "application/pdf":
            return word.replace("_", " ").lower() in self.said
        return word in self._words

    @cached_property
    def telltales(self) -> frozenset[str]:
        """The words of the sentinel places that the answer says."""
        return frozenset(word for word in self._words if word.startswith("z"))

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORDS.findall(self.said))

    @cached_property
    def _words_pictured(self) -> frozenset[str]:
        return frozenset(_WORDS.findall(pictured(self._marks).lower()))

    def _said(self) -> str:
        if self.kind.startswith("image/") and "svg" not in self.kind:
            return ""
        if self.kind == "application/pdf":
            return text_of(self.content)
        if "spreadsheet" in self.kind:
            return " ".join(" ".join(row.values()) for row in xlsx_rows(self.content))
        if self.kind == "application/zip":
            packed = zipfile.ZipFile(io.BytesIO(self.content))
            return " ".join(packed.read(name).decode("utf-8-sig") for name in packed.namelist())
        if self.kind == "text/calendar":
            return self.content.decode().replace("\r\n ", "")
        if self.kind in {"text/html", "image/svg+xml", "application/atom+xml"} or self._is_parts:
            return said(self._marks)
        return self.content.decode()

    @property
    def _is_parts(self) -> bool:
        return self.kind == "application/json" and self.asked.startswith("/diagrams/")

    @property
    def _marks(self) -> str:
        text = self.content.decode()
        return " ".join(json.loads(text)[name] for name in _FRAGMENTS) if self._is_parts else text


class Site:
    """The application with the sentinel places; every question is asked once."""

    def __init__(self, client: TestClient, settings: Settings) -> None:
        """Take the running application and its settings."""
        self.client, self._settings = client, settings
        self.answers: dict[str, Answer] = {}

    def get(self, address: str) -> Answer:
        """Ask for an address, as a browser does."""
        if address not in self.answers:
            came = self.client.get(address, headers={"accept": "text/html"})
            assert came.status_code == 200, (address, came.status_code, came.text[:300])
            kind = came.headers["content-type"].partition(";")[0]
            self.answers[address] = Answer(address, kind, came.content)
        return self.answers[address]

    def ask(self, query: str) -> Answer:
        """Ask GraphQL; an error fails."""
        if query not in self.answers:
            came = self.client.post("/graphql", json={"query": query}).json()
            assert "errors" not in came, (query, came["errors"])
            # As text with its own letters, so that words are found as they are written.
            content = json.dumps(came["data"], ensure_ascii=False).encode()
            self.answers[query] = Answer(query, "application/json", content)
        return self.answers[query]

    def run(self, *words: str) -> Answer:
        """Run a command in this process; an exit code other than 0 fails."""
        asked = " ".join(("partnerships", *words))
        if asked not in self.answers:
            kept = {"PARTNERSHIPS_DATA_DIR": str(self._settings.data_dir), "PARTNERSHIPS_NEO4J_URI": ""}
            kept |= {"PARTNERSHIPS_SEEDS_DIR": str(self._settings.seeds_dir), "PARTNERSHIPS_READ_DEADLINE": "15"}
            done = in_process(words, kept | {"COLUMNS": "240"})
            assert done.exit_code == 0, (asked, done.output)
            self.answers[asked] = Answer(asked, "text/plain", done.stdout.encode())
        return self.answers[asked]


def turned(address: str, switch: str) -> str:
    """Return an address with one more thing asked, such as `on=2005`, in place of what it asked of that name."""
    path, _, query = address.partition("?")
    name, _, value = switch.partition("=")
    asked = [pair for pair in parse_qsl(query) if pair[0] != name]
    return f"{path}?{urlencode([*asked, (name, value)], safe='/,')}"


def unkept(before: Answer, after: Answer, promised: str) -> Iterable[str]:
    """Say what of a promise does not hold of what a switch does.

    Promised are words: `+word` comes with the switch, `-word` goes, `!word` stays; `=` alone: nothing comes or goes;
    `~` alone: another content, such as a picture or an order; nothing at all: it is not asked.
    """
    for each in promised.split():
        sign, word = each[0], each[1:]
        if sign == "=" and before.telltales != after.telltales:
            came, went = sorted(after.telltales - before.telltales), sorted(before.telltales - after.telltales)
            yield f"{after.asked}: changes with what it does not take: + {came} - {went}"
        elif sign == "~" and before.content == after.content:
            yield f"{after.asked}: the same content"
        elif word and (before.has(word), after.has(word)) != _EXPECTED[sign]:
            yield f"{after.asked}: {_SENTENCES[sign]} '{word}': {before.has(word)} before, {after.has(word)} after"


_EXPECTED: dict[str, Any] = {"+": (False, True), "-": (True, False), "!": (True, True)}
_SENTENCES = {"+": "expected to come with it", "-": "expected to go with it", "!": "expected to stay"}
