"""Which of several media types a client likes best, by its `Accept` header (RFC 9110, section 12.5.1)."""

from email.message import Message


def best_of(header: str, offered: tuple[str, ...]) -> str | None:
    """Return the offered media type that a client likes best; None when it accepts none of them.

    Where it likes several as well, the one it names counts, and then the first one offered.
    """
    if not header.strip():
        return offered[0]
    best: tuple[float, int, int] | None = None
    chosen = None
    for place, media_type in enumerate(offered):
        quality, exactness, order = _liking(header, media_type)
        rank = (quality, exactness, -order if exactness == 2 else -place)
        if quality > 0 and (best is None or rank > best):
            best, chosen = rank, media_type
    return chosen


def parsed(header: str) -> tuple[str, dict[str, str]]:
    """Take a media type apart: its name, and its parameters, in small letters."""
    message = Message()
    message["content-type"] = header.strip()
    parameters = message.get_params() or []
    return (
        parameters[0][0].strip().lower() if parameters else "",
        {key.strip().lower(): value.strip().lower() for key, value in parameters[1:]},
    )


def _liking(header: str, media_type: str) -> tuple[float, int, int]:
    """Return the quality, how exactly the type is named (2, 1 for type/*, 0 for */*), and where it stands."""
    family = media_type.split("/", maxsplit=1)[0]
    found: tuple[int, float, int] | None = None
    for order, part in enumerate(header.split(",")):
        name, parameters = parsed(part)
        exactness = {media_type: 2, f"{family}/*": 1, "*/*": 0}.get(name)
        if exactness is None or parameters.get("charset", "utf-8") not in {"utf-8", "utf8", "*"}:
            continue
        if found is None or exactness > found[0]:
            found = (exactness, _quality(parameters.get("q")), order)
    return (found[1], found[0], found[2]) if found else (0.0, 0, 0)


def _quality(text: str | None) -> float:
    try:
        return min(max(float(text), 0.0), 1.0) if text is not None else 1.0
    except ValueError:
        return 1.0
