"""Reading pages aloud: what no sentence may say, whatever it is about."""

import html
import re

_SEVERAL = (
    "bodies|boards|changes|communities|days|differences|documents|facts|gaps|groups|lines|meetings|members|months"
    "|names|people|places|posts|problems|reports|routes|rows|seats|services|sources|steps|terms|years"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
FAULTS = {
    "one of several": rf"\b(?:1|[Oo]ne) (?:{_SEVERAL})\b",
    "several that is": rf"(?<!of )(?<!the )(?<!of the )\b(?:[2-9]|[1-9]\d+|[Nn]o) (?:{_SEVERAL}) (?:is|has|was)\b",
    "one that are": r"\b[Oo]ne [a-z]+ (?:are|have|were)\b",
    "a day with the preposition of a month": rf"\bin [1-9]\d? (?:{_MONTHS})\b",
    "a month or year with the preposition of a day": rf"\bon (?:(?:{_MONTHS}) )?\d{{4}}\b",
    "a date as files write it": r"\b(?:in|on|since|until|by|before|after) \d{4}-\d\d",
    "a local authority with an article": r"\b[Tt]he [A-Z]\w+ (?:County|City|Borough|Town|District) Council\b(?! [A-Z])",
    "two articles": r"\b[Tt]he the\b|\ban? the\b|\b[Tt]he an? ",
    "the wrong article": r"\ba (?!uni|use|one\b|one-|eu|once)[aeiou]\w|\ban (?!hono|hour)[bcdfgjklmnpqrstvwxyz]\w",
    "a time in days that are years": r"\b[1-9]\d{3,} days\b",
    "stops apart from their word": r"\w [,;](?= )|\w \.(?=\s|$)|[.,;][.,;](?=\s|$)",
    "a word of files, not of readers": r"\b(?:[Aa]s at|[Cc]onstituenc(?:y|ies)|[Rr]ecorded as (?:none|absent|missing)|[Rr]ecorded absences?|[Ww]ith proposals|[Ss]lips?)\b",
    "a name in machine form": r"\b[a-z]+_[a-z_]+\b(?=[ .,;])",
}
"""What is wrong, and how it looks."""
_LEFT_OUT = r"<(script|style|svg|select|code|textarea|option|nav)\b.*?</\1>"
_BLOCKS = r"</?(?:p|li|h\d|td|th|tr|div|dt|dd|summary|section|figcaption|caption|label|legend|ul|ol|br|title)\b[^>]*>"


def spoken(page: str) -> list[str]:
    """Return the lines of a page as they are read: without pictures, code, lists to choose from."""
    text = re.sub(r"\s+", " ", re.sub(_LEFT_OUT, " ", page, flags=re.DOTALL))
    text = html.unescape(re.sub(r"<[^>]+>", "", re.sub(_BLOCKS, "\n", text)))
    return [line.strip() for line in text.split("\n") if line.strip()]


def faults(lines: list[str]) -> list[str]:
    """Return what nobody would say, each with the line that says it."""
    return [f"{what}: {line}" for line in lines for what, looks in FAULTS.items() if re.search(looks, line)]
