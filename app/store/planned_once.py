"""What Neo4j is asked with, so that it plans each text once.

It keeps a plan for a text and the types of its parameters, and takes a list without entries, a list of texts, nothing
at all and a text of another order of length each for a type of its own: a statement with ten lists that may be empty
has a thousand plans, and one of a form takes it seconds. Of what lies in a map it looks at nothing.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

_PARAMETER: Final = re.compile(r"\$(\w+)")
_GIVEN: Final = "given"
"""The only parameter that Neo4j is given: a map of all others."""


def in_one_map(text: str, parameters: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return a statement that takes its parameters from one map, and that map as its parameter."""
    return (_of_the_map(text), {_GIVEN: dict(parameters)}) if parameters else (text, {})


@lru_cache(maxsize=2048)
def _of_the_map(text: str) -> str:
    return _PARAMETER.sub(rf"${_GIVEN}.\1", text)
