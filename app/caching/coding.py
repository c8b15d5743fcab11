"""Content codings (RFC 9110, 8.4): Brotli where it is accepted, else gzip, else as it is."""

import gzip

import brotli

BROTLI, GZIP, IDENTITY = "br", "gzip", ""
_PREFERRED = (BROTLI, GZIP)
_TEXT = (
    "text/",
    "application/json",
    "application/graphql-response+json",
    "application/javascript",
    "application/jsonl",
    "application/yaml",
    "application/x-cypher-query",
    "image/svg+xml",
)
PACKED = (".png", ".pdf", ".xlsx", ".zip", ".woff2", ".ico")
"""How addresses end whose files are compressed already."""
SHORTEST = 1_000
"""Bytes: what is shorter gains nothing."""
LONG = 100_000
"""Bytes: what is longer is compressed beside the event loop."""
BROTLI_QUALITY = 5
"""Of 11: as quick as gzip at its usual level, and a sixth smaller. See the decision on kept answers."""
GZIP_LEVEL = 6


def preferred(accept_encoding: bytes) -> str:
    """Return the coding that a reader likes best of those there are; the first of these where it likes both alike."""
    liked: dict[str, float] = {}
    for each in accept_encoding.decode("latin-1").lower().split(","):
        name, _, parameter = each.partition(";")
        try:
            liked[name.strip()] = float(parameter.partition("=")[2]) if "=" in parameter else 1.0
        except ValueError:
            liked[name.strip()] = 0.0
    others = liked.get("*", 0.0)
    best = max(_PREFERRED, key=lambda name: liked.get(name, others))
    return best if liked.get(best, others) > 0 else IDENTITY


def is_text(media_type: str) -> bool:
    """Tell whether content of a media type becomes smaller when it is compressed."""
    kind = media_type.partition(";")[0].strip().lower()
    return kind.startswith(_TEXT) or kind.endswith(("+xml", "+json"))


def coded(content: bytes, coding: str) -> bytes:
    """Compress content; the same content always becomes the same."""
    if coding == BROTLI:
        compressed: bytes = brotli.compress(content, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY)
        return compressed
    return gzip.compress(content, GZIP_LEVEL, mtime=0)
