"""The dump is everything public, its manifest is true of it, and a place's list of files leads to each of them."""

from collections import Counter
from hashlib import sha256

import orjson
from starlette.testclient import TestClient

from app.exchange.formats.registry import FORMATS
from tests.seeds import facts_of


def test_the_manifest_is_true_of_the_dump(client: TestClient) -> None:
    content = client.get("/data/dump.jsonl").content
    said = client.get("/data/manifest.json").json()
    assert said["dump"]["sha256"] == sha256(content).hexdigest()
    assert said["dump"]["bytes"] == len(content)
    lines = [orjson.loads(line) for line in content.splitlines()]
    assert said["dump"]["lines"] == len(lines)
    assert said["dump"]["counts"] == Counter(line.get("node") or line["link"] for line in lines)
    assert said["updated"].endswith("Z")
    assert client.get("/data/dump.jsonl").content == content


def test_the_dump_is_what_the_files_of_the_project_say(client: TestClient) -> None:
    facts = facts_of()
    lines = [orjson.loads(line) for line in client.get("/data/dump.jsonl").content.splitlines()]
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
