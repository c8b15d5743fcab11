"""The site's own style sheets and modules as one text each, for a file that does without the site."""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

STATIC = Path(__file__).resolve().parents[3] / "frontend" / "static"
_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([a-z_]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\*? (\w+))", re.MULTILINE)
_REMARK = re.compile(r"^ *(?://|/\*\*|\*/|\*).*\n", re.MULTILINE)
"""A line of a module that is nothing but a comment, as the modules are written."""
_REMARK_OF_SHEET = re.compile(r"/\*.*?\*/", re.DOTALL)
_MARGIN = re.compile(r"^\s+", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b", re.MULTILINE)
_ENDS = re.compile(r"</(?:script|style)|<!--", re.IGNORECASE)
"""What would end the element that a text is put into, or change how it is read."""


SHEETS = ("tokens", "base", "diagram", "live", "offline")


@dataclass(frozen=True, slots=True)
class Bundle:
    """The style and the script of a file that does without the site, and the policy that lets nothing else in."""

    style: Markup
    script: Markup
    policy: str


@cache
def offline() -> Bundle:
    """Return what every view saved as one file has in it; put together when the first is asked for."""
    style, script = style_of(*SHEETS, paper="print"), script_of("offline")
    rules = ("default-src 'none'", f"style-src {hash_of(style)}", f"script-src {hash_of(script)}")
    return Bundle(style, script, "; ".join((*rules, "base-uri 'none'", "form-action 'none'")))


@cache
def relationship_file() -> Bundle:
    """Return what every relationship map saved as one file has in it: a style, and no script at all."""
    style = style_of("tokens", "base", "components", "tables", "offline", paper="print")
    rules = ("default-src 'none'", f"style-src {hash_of(style)}", "base-uri 'none'", "form-action 'none'")
    return Bundle(style, Markup(""), "; ".join(rules))


def script_of(entry: str) -> Markup:
    """Return a module, by its name, with all that it imports, as one script, without its comments.

    Each module keeps its names to itself.
    """
    written: dict[str, str] = {}

    def write(name: str) -> None:
        source = _REMARK.sub("", (STATIC / "js" / f"{name}.js").read_text("utf-8"))
        for _, other in _IMPORT.findall(source):
            if other not in written:
                write(other)
        given = ", ".join(_EXPORT.findall(source))
        inside = _EXPORT.sub("", _IMPORT.sub(r"const \1 = modules.\2;", source))
        if _LEFT.search(inside):
            raise ValueError(f"{name}.js imports or exports in a form that cannot be put into one script")
        written[name] = f"modules.{name} = (() => {{\n{inside}\nreturn {{ {given} }};\n}})();\n"

    write(entry)
    return _fit(f'(() => {{\n"use strict";\nconst modules = {{}};\n{"".join(written.values())}}})();\n')


def style_of(*sheets: str, paper: str) -> Markup:
    """Return style sheets, by their names, one after the other; that of `paper` holds for print alone."""
    texts = [_REMARK_OF_SHEET.sub("", (STATIC / "css" / f"{name}.css").read_text("utf-8")) for name in (*sheets, paper)]
    return _fit(f"{''.join(texts[:-1])}@media print {{\n{texts[-1]}}}\n")


def hash_of(text: str) -> str:
    """Return how a policy allows an element with this text, and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _fit(text: str) -> Markup:
    """Mark a text of our own as safe to stand in an element as it is, its margin left out."""
    text = _MARGIN.sub("", text)
    if _ENDS.search(text):
        raise ValueError("a style sheet or module has in it what would end the element that it is put into")
    return Markup(text)  # noqa: S704
