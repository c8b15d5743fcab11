"""What is written about the project is true: settings, links, targets, example queries, files beside the code."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from graphql import build_schema, parse, validate
from pydantic import SecretStr
from ruamel.yaml import YAML

from app.api.admitting import limits, volume
from app.api.admitting.limits import MOST
from app.api.http import errors as api_errors
from app.api.schema.root import schema_text
from app.exchange.formats.registry import FORMATS
from app.settings import Settings
from app.store.fragments import FOLDER
from app.store.queries import Engine, Folder, all_queries, all_statements, load_query, parse_query
from app.store.templates import TEMPLATES

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    path
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("tests/**/*.md")]
    if "node_modules" not in path.parts
)
LOCKS = sorted(
    [
        *ROOT.glob("*.lock"),
        *ROOT.glob("tests/*/package-lock.json"),
        *ROOT.glob("tests/*/*/package-lock.json"),
        *ROOT.glob("tools/*/package-lock.json"),
        *ROOT.glob("benchmarks/*/package-lock.json"),
    ]
)
LARGEST = 2**20


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tracked_files() -> list[Path]:
    """List what git knows, new files included; outside a clone there is nothing to list."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    found = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=False)
    return [path for name in found.stdout.split("\0") if name and (path := ROOT / name).is_file()]


# Settings


def documented_settings() -> dict[str, tuple[str, str]]:
    text = (ROOT / "docs/settings.md").read_text("utf-8")
    rows = re.findall(r"^\| `(PARTNERSHIPS_\w+)` \| (.*?) \| (.*?) \|$", text, re.MULTILINE)
    return {name: (default, meaning) for name, default, meaning in rows}


def known_settings() -> dict[str, tuple[str, str]]:
    settings = {}
    for name, field in Settings.model_fields.items():
        default = field.default
        if field.default_factory:
            shown = "the user's data folder"
        else:
            plain = default.get_secret_value() if isinstance(default, SecretStr) else default
            shown = (
                f"the project's `{default.name}` folder"
                if isinstance(default, Path)
                else f"`{plain}`"
                if str(plain)
                else "empty"
            )
        settings[f"PARTNERSHIPS_{name.upper()}"] = (shown, field.description or "")
    return settings


def test_every_setting_is_documented_with_its_default_and_its_meaning() -> None:
    assert documented_settings() == known_settings()


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_documents_name_only_settings_that_exist(path: Path) -> None:
    known = {*known_settings(), "PARTNERSHIPS_SECRETS_DIR", "PARTNERSHIPS_REQUIRE_NEO4J"}
    assert set(re.findall(r"\bPARTNERSHIPS_[A-Z0-9_]*[A-Z0-9]", path.read_text("utf-8"))) <= known


# Links, paths, targets, queries


def links(path: Path) -> Iterator[str]:
    prose = re.sub(r"^( *)```.*?^\1```", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if not re.match(r"[a-z]+:", target):
            yield target.split("#")[0]


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_every_relative_link_leads_to_a_file(path: Path) -> None:
    assert [target for target in links(path) if target and not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_every_path_named_in_prose_is_there(path: Path) -> None:
    folders = "app|cypher|docs|frontend|seeds|tests|tools|benchmarks"
    named = re.findall(rf"`((?:{folders})/[\w./-]*)`", path.read_text("utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_every_make_target_named_exists(path: Path) -> None:
    targets = set(re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    # At the start of a line or of a code span; elsewhere "make" is a verb.
    named = set(re.findall(r"(?:^|`|[A-Z_]+=\S+ )make ([a-z0-9-]+)", path.read_text("utf-8"), re.MULTILINE))
    assert named <= targets


def test_make_alone_lists_every_target() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert phony
    listed = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert re.findall(r"^  make ([\w-]+) +\S", listed.stdout, re.MULTILINE) == phony[1].split()


def example_queries() -> list[str]:
    text = "".join((ROOT / name).read_text("utf-8") for name in ("README.md", "docs/api.md"))
    return re.findall(r"^ *```graphql\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("query", example_queries(), ids=lambda query: " ".join(query.split())[:30])
def test_example_queries_are_valid(query: str) -> None:
    assert validate(build_schema(schema_text()), parse(query)) == []


def section(path: Path, heading: str) -> str:
    text = path.read_text("utf-8")
    return text.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def test_every_limit_of_the_api_is_documented() -> None:
    named = {**vars(limits), **vars(volume)}
    values = [value for name, value in named.items() if name.startswith("MAX_")] + [MOST]
    documented = section(ROOT / "docs/api.md", "Limits")
    assert [value for value in values if not re.search(rf"\b{value:,.0f}\b", documented)] == []


def test_every_error_code_of_the_api_is_documented() -> None:
    codes = set(re.findall(r"\b[A-Z]+(?:_[A-Z]+)*\b(?=.*?  )", api_errors.__doc__ or ""))
    documented = section(ROOT / "docs/api.md", "Errors")
    assert codes
    assert set(re.findall(r"^\| `([A-Z_]+)`", documented, re.MULTILINE)) == codes


def test_every_open_format_is_documented() -> None:
    lines = [
        f"| `{it.name}` | {it.title} | `/data/{{area}}.{it.ending}` | {it.description.removesuffix('.')} |"
        for it in FORMATS
    ]
    table = (ROOT / "docs/open-formats.md").read_text("utf-8").split("| --- | --- | --- | --- |\n")[1]
    assert table.split("\n\n")[0].split("\n") == lines


def test_the_score_of_planted_faults_has_its_place() -> None:
    text = (ROOT / "docs/testing.md").read_text("utf-8")
    assert re.search(r"^<!-- scores -->\n.*^<!-- end of scores -->$", text, re.MULTILINE | re.DOTALL)


def test_faults_that_change_nothing_are_faults_of_lines_that_are_there() -> None:
    for entry in YAML(typ="safe").load(ROOT / "tools/mutants/equivalent.yaml"):
        path = ROOT / entry["module"].replace(".", "/")
        source = (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text("utf-8")
        assert entry["was"] in {line.strip() for line in source.splitlines()}
        assert re.search(r"\w.*[.]$", entry["why"])
        assert entry["is"] != entry["was"]


# Query files


@pytest.mark.parametrize("folder", get_args(Folder))
@pytest.mark.parametrize("engine", get_args(Engine))
def test_every_query_file_has_a_heading_that_parses(folder: Folder, engine: Engine) -> None:
    for query in all_statements(folder, engine):
        assert query.purpose.endswith(".")


@pytest.mark.parametrize("engine", get_args(Engine))
def test_an_engines_own_query_stands_for_a_common_one(engine: Engine) -> None:
    common = {name for folder in get_args(Folder) for name in all_queries(folder)}
    for path in (FOLDER / engine).glob("*.cypher"):
        assert path.stem in common
        assert parse_query(path.stem, path.read_text("utf-8")).purpose.endswith(".")


HOUSEKEEPING = {"get_data_version", "list_migrations"}
"""Queries that no reader's answer comes from."""


@pytest.mark.parametrize("engine", get_args(Engine))
@pytest.mark.parametrize("name", all_queries("read"))
def test_queries_for_readers_ask_whether_facts_are_open(name: str, engine: Engine) -> None:
    query = load_query("read", name, engine, TEMPLATES.get(name, [()])[0])
    exempt = name in HOUSEKEEPING or "Internal:" in query.purpose
    assert exempt or ".open" in query.text


# Files beside the code


def compose_services() -> dict[str, Any]:
    services: dict[str, Any] = YAML(typ="safe").load(ROOT / "docker-compose.yml")["services"]
    return services


@pytest.mark.parametrize("service", compose_services())
def test_compose_publishes_ports_on_the_loopback_address_only(service: str) -> None:
    ports = compose_services()[service].get("ports", [])
    assert ports
    assert all(re.match(r"127\.0\.0\.1:\S+:\d+$", port) for port in ports)


def test_compose_has_no_password_of_its_own() -> None:
    given = {
        name: value
        for service in compose_services().values()
        for name, value in service["environment"].items()
        if "PASSWORD" in name or "AUTH" in name
    }
    assert set(given) == {"NEO4J_AUTH", "PARTNERSHIPS_NEO4J_PASSWORD"}
    for value in given.values():
        assert re.fullmatch(r"(neo4j/)?\$\{NEO4J_PASSWORD:\?[^}]*\}", value)


@pytest.mark.parametrize("service", compose_services())
def test_compose_services_say_when_they_are_well(service: str) -> None:
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    assert "healthcheck" in compose_services()[service] or (service == "app" and "\nHEALTHCHECK " in dockerfile)
    assert "no-new-privileges:true" in compose_services()[service]["security_opt"]


def test_the_image_runs_as_a_user_without_rights() -> None:
    instructions = re.findall(r"^([A-Z]+) (.*)$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    users = [words for instruction, words in instructions if instruction == "USER"]
    assert users == ["partnerships"]
    assert ("CMD", '["python", "-m", "app.cli", "serve"]') in instructions


@pytest.mark.parametrize("path", LOCKS, ids=name_of)
def test_lock_files_hold_hashes_and_no_address(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "://" not in text
    assert "sha256:" in text or '"integrity": "sha512-' in text


def test_the_lock_to_run_is_part_of_the_lock_to_develop() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^([\w.-]+==\S+(?: ;.*?)?) \\$", (ROOT / name).read_text("utf-8"), re.MULTILINE))

    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def test_no_file_is_larger_than_a_mebibyte() -> None:
    assert [name_of(path) for path in tracked_files() if path.stat().st_size > LARGEST] == []


def test_the_documents_count_the_places_of_other_shapes() -> None:
    places = [path for path in (ROOT / "seeds/examples").glob("*.yaml") if path.stem != "areas"]
    word = ["seven", "eight", "nine", "ten", "eleven", "twelve"][len(places) - 7]
    for name in ("README.md", "docs/data-format.md"):
        assert f"{word} small" in (ROOT / name).read_text("utf-8").lower(), name
