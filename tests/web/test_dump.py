"""The dump is everything public, its manifest is true of it, and a place's list of files leads to each of them."""

import gzip
from collections import Counter
from hashlib import sha256
from typing import Any

import brotli
import orjson
import pytest
from starlette.testclient import TestClient
from starlette.types import Message

from app.errors import DatabaseTooSlow
from app.exchange.formats.json_lines import BEGINS
from app.exchange.formats.registry import FORMATS
from app.reading.explorer import Explorer
from app.reading.versions import DataVersion
from app.record.dumping import dump
from tests.seeds import facts_of


def test_the_manifest_is_true_of_the_dump(client: TestClient) -> None:
    content = client.get("/data/dump.jsonl").content
    said = client.get("/data/manifest.json").json()
    assert said["dump"]["sha256"] == sha256(content).hexdigest()
    assert said["dump"]["bytes"] == len(content)
    first, *lines, last = [orjson.loads(line) for line in content.splitlines()]
    assert said["dump"]["lines"] == len(lines) + 2
    assert said["dump"]["counts"] == Counter(line.get("node") or line["link"] for line in lines)
    before = content[: content.rindex(b"\n", 0, -1) + 1]
    assert first == {"dump": "begins"}
    assert last == {"dump": "ends", "facts": len(lines), "sha256": sha256(before).hexdigest()}
    assert said["updated"].endswith("Z")
    assert client.get("/data/dump.jsonl").content == content


def test_the_dump_is_what_the_files_of_the_project_say(client: TestClient) -> None:
    facts = facts_of()
    lines = [orjson.loads(line) for line in client.get("/data/dump.jsonl").content.splitlines()][1:-1]
    nodes = {(line["node"], line["id"]): line for line in lines if "node" in line}
    links = {(line["link"], line["id"]): line for line in lines if "link" in line}
    assert len(nodes) + len(links) == len(lines)
    assert set(nodes) == {(node.label, node.id) for node in facts.nodes}
    assert {key for key in links if key[0] != "PART_OF"} == {
        (link.type, link.id) for link in facts.links if link.type != "PART_OF"
    }
    for node in facts.nodes:
        said = nodes[node.label, node.id]["said"]
        assert {name: node.properties[name] for name in said} == said


def test_it_is_sent_as_it_is_made(client: TestClient) -> None:
    """In many parts, none of them long, to whoever takes it as it is and to whoever takes it compressed."""
    plain = client.get("/data/dump.jsonl").content
    for coding, read in (("identity", bytes), ("gzip", gzip.decompress), ("br", brotli.decompress)):
        headers, parts = asked(client, "GET", coding)
        if coding == "identity":
            assert len(parts) > 10
            assert max(map(len, parts)) < len(plain) / 4
        assert b"content-length" not in headers
        assert headers.get(b"content-encoding", b"identity") == coding.encode()
        assert read(b"".join(parts)) == plain
        head, nothing = asked(client, "HEAD", coding)
        assert (head, b"".join(nothing)) == (headers, b"")


def asked(client: TestClient, method: str, coding: str) -> tuple[dict[bytes, bytes], list[bytes]]:
    """Ask for the dump, and return the headers and each part of the body as it is sent."""
    messages: list[Any] = []

    async def run() -> None:
        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            messages.append(message)

        scope: dict[str, Any] = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
        }
        scope |= {"path": "/data/dump.jsonl", "raw_path": b"/data/dump.jsonl", "root_path": "", "query_string": b""}
        scope |= {
            "headers": [(b"host", b"testserver"), (b"accept-encoding", coding.encode())],
            "state": {**client.app_state},
        }
        await client.app(scope | {"server": ("testserver", 80), "client": ("reader", 1)}, receive, send)

    assert client.portal
    client.portal.call(run)
    return dict(messages[0]["headers"]), [each["body"] for each in messages[1:] if each["body"]]


def test_what_changes_while_it_is_sent_is_broken_off(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    explorer: Explorer = client.app_state["explorer"]
    numbers = iter(range(1, 100))

    async def another() -> DataVersion:
        return DataVersion(-next(numbers), 0)

    parts: list[bytes] = []

    async def read() -> None:
        with explorer.versions.seen(await explorer.versions.look()):
            monkeypatch.setattr(explorer.versions, "look", another)
            async for part in dump(explorer):
                parts.append(part)  # noqa: PERF401  what came before it was broken off is looked at

    assert client.portal
    with pytest.raises(DatabaseTooSlow, match="The data changed while the dump was made: ask again"):
        client.portal.call(read)
    assert parts[0] == BEGINS
    assert not any(b'{"dump":"ends"' in part for part in parts)


def test_the_list_of_a_place_leads_to_all_its_files(client: TestClient) -> None:
    (place,) = (each for each in client.get("/data/manifest.json").json()["places"] if each["id"] == "gloucester")
    listed = client.get(place["manifest"]).json()
    assert [each["name"] for each in listed["files"]] == [each.name for each in FORMATS]
    for each in listed["files"]:
        answer = client.get(each["address"])
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] == each["mediaType"]
    (popolo,) = (each for each in listed["files"] if each["name"] == "popolo")
    assert popolo["notHeld"] == client.get(popolo["address"]).json()["meta"]["not_held"]
    assert listed["counts"]["Meeting"] == 7


def test_an_area_that_nobody_knows_is_said_to_be_unknown(client: TestClient) -> None:
    for address in ("/data/gloster.ttl", "/data/gloster.manifest.json"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "No area has the id 'gloster'" in answer.json()["error"]["message"]
    assert client.get("/data/gloucester.exe").status_code == 404
