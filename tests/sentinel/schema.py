"""Reading the schema of the API as it is served: the fields of each type, and the arguments of each field."""

import re

_TYPE = re.compile(r"^type (\w+)[^{]*\{(.*?)^\}", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^  (\w+)(?:\((.*?)\n  \)|\(([^)\n]*)\))?: ", re.DOTALL | re.MULTILINE)
_ARGUMENT = re.compile(r"(\w+): ")
_DESCRIPTION = re.compile(r'"""(.*?)"""', re.DOTALL)


def types_of(schema: str) -> dict[str, dict[str, set[str]]]:
    """Return the arguments of each field of each type of a schema's text."""
    plain = _DESCRIPTION.sub("", schema)
    return {
        type_[1]: {field[1]: set(_ARGUMENT.findall(field[2] or field[3] or "")) for field in _FIELD.finditer(type_[2])}
        for type_ in _TYPE.finditer(plain)
    }
