"""Which seats of a body or a person there are to say something about, told apart where many are called the same."""

from app.domain.english import listed
from app.record.drafts import Said, plain
from app.record.forms.asking import About, listed_in
from app.record.forms.seats import holder_name


def seats_told_apart(about: About) -> list[tuple[str, str]]:
    """List the seats of a body, or of a person: the id of each, with whose it is and who sits there in words."""
    own = about.address.id.partition("/")[2]
    found = []
    for entry in about.seen("post"):
        said = plain(entry.said)
        held = [holder.person for holder in getattr(entry.said, "holders", ())]
        if (about.address.kind == "organization" and said.get("on") in (own, about.address.id)) or (
            about.address.kind == "person" and own in held
        ):
            found.append((entry.address.id, _told_apart(about, said)))
    return found


def _told_apart(about: About, said: Said) -> str:
    whom = [about.name(str(it.get("organization"))) for it in listed_in(said, "onBehalfOf")]
    sits = [holder_name(about, it) for it in listed_in(said, "holders") if not it.get("until")]
    more = [f"for {listed(whom)}"] if whom and said.get("label") else []
    more += [listed(sits)] if sits else ["vacant"] if said.get("vacant") == "yes" or said.get("vacantSince") else []
    more += ["only proposed"] if said.get("status") == "proposed" else []
    return ": ".join([about.seat(said), ", ".join(more)]) if more else about.seat(said)
