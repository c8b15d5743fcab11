"""A client that ariadne-codegen generates of the schema and of what is asked, held against what the server says.

Run in the environment of `requirements.lock`: python generated.py ADDRESS SCHEMA FOLDER, with what is asked as JSON on
standard input. It writes and imports a package in the folder.
"""

import asyncio
import importlib
import inspect
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

SETTINGS = """
[tool.ariadne-codegen]
schema_path = "schema.graphql"
queries_path = "queries.graphql"
target_package_name = "generated_client"
"""


def generate(schema: Path, folder: Path, queries: dict[str, str]) -> Any:
    """Generate the client and import it."""
    (folder / "schema.graphql").write_text(schema.read_text("utf-8"), "utf-8")
    (folder / "queries.graphql").write_text("\n".join(queries.values()), "utf-8")
    (folder / "pyproject.toml").write_text(SETTINGS, "utf-8")
    command = [sys.executable, "-c", "from ariadne_codegen.main import main; main()"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    sys.path.insert(0, str(folder))
    return importlib.import_module("generated_client")


def plain(value: Any) -> Any:
    """Leave out the names of types, which the client asks for on its own."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items() if name != "__typename"}
    return value


def said_by_the_server(address: str, one: dict[str, Any]) -> Any:
    """Ask without any client."""
    body = json.dumps({"query": one["query"], "variables": one["variables"]}).encode()
    with urlopen(Request(address, body, {"Content-Type": "application/json"})) as answer:  # noqa: S310
        return json.load(answer)["data"]


async def compare(address: str, package: Any, asked: list[dict[str, Any]]) -> dict[str, Any]:
    """Ask everything both ways."""
    wrong, refused = [], []
    async with package.Client(address) as client:
        for one in asked:
            said = await asyncio.to_thread(said_by_the_server, address, one)
            ask = getattr(client, re.sub(r"(?<!^)(?=[A-Z])", "_", one["name"]).lower())
            given = {name: one["variables"].get(name) for name in inspect.signature(ask).parameters if name != "kwargs"}
            try:
                shown = (await ask(**given)).model_dump(mode="json", by_alias=True)
            except package.GraphQLClientGraphQLMultiError as error:
                refused.append(one["name"])
                shown = error.data
            if plain(shown) != plain(said):
                wrong.append(f"{one['name']} {one['variables']}")
    return {"asked": len(asked), "refused": refused, "wrong": wrong}


def main() -> None:
    """Print what was found as JSON."""
    address, schema, folder = sys.argv[1:]
    asked = json.load(sys.stdin)
    package = generate(Path(schema), Path(folder), {one["name"]: one["query"] for one in asked})
    sys.stdout.write(json.dumps(asyncio.run(compare(address, package, asked))))


main()
