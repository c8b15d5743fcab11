"""`schema.graphql` is what the code serves, and does not break what its readers rely on without saying so."""

import re
import subprocess
from pathlib import Path

from graphql import GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, build_schema
from graphql.utilities import BreakingChange, BreakingChangeType, find_breaking_changes

from app.api.schema.root import schema_text

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "schema.graphql"


def test_the_file_is_what_the_code_serves() -> None:
    assert FILE.read_text("utf-8") == schema_text(), "run `make schema`"


def test_breaking_changes_are_decided_and_announced() -> None:
    # Without an earlier version that differs there is nothing to break, and the schema is compared with itself.
    old = previous(schema_text()) or schema_text()
    decisions = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "docs" / "decisions").glob("*.md")))
    assert wrong(build_schema(old), build_schema(schema_text()), decisions) == []


def previous(current: str) -> str | None:
    """Return the newest schema.graphql in history that is not the current one."""
    try:
        commits = _git("log", "-20", "--format=%H", "--", FILE.name).split()
        versions = (_git("show", f"{commit}:{FILE.name}") for commit in commits)
        return next((version for version in versions if version != current), None)
    except (OSError, subprocess.CalledProcessError):
        return None


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def wrong(old: GraphQLSchema, new: GraphQLSchema, decisions: str) -> list[str]:
    """List the breaking changes that no decision names, and the fields that were removed without a warning."""
    found = []
    for change in find_breaking_changes(old, new):
        if not all(name in decisions for name in re.findall(r"\w+\.\w+", change.description)[:1] or ["\0"]):
            found.append(f"name it in docs/decisions: {change.description}")
        if change.type is BreakingChangeType.FIELD_REMOVED and not _was_deprecated(old, change):
            found.append(f"deprecate it first: {change.description}")
    return found


def _was_deprecated(old: GraphQLSchema, change: BreakingChange) -> bool:
    named = re.search(r"(\w+)\.(\w+)", change.description)
    assert named
    type_name, field_name = named.groups()
    type_ = old.type_map[type_name]
    assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
    return type_.fields[field_name].deprecation_reason is not None


OLD = build_schema('type Query { a: Int b: Int @deprecated(reason: "use a") c(d: Int): Int }')


def test_adding_breaks_nothing() -> None:
    assert wrong(OLD, build_schema("type Query { a: Int! b: Int c(d: Int e: Int): Int f: Int }"), "") == []


def test_a_removed_field_must_have_been_deprecated_and_decided() -> None:
    without = build_schema("type Query { a: Int }")
    problems = "\n".join(wrong(OLD, without, "# Query.b goes"))
    assert "Query.b" not in problems
    assert "deprecate it first: Field Query.c" in problems
    assert "name it in docs/decisions: Field Query.c" in problems
