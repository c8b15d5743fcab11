"""Who a reader means may leave: a person or body by name, or an office, which has no name but what it is called."""

from app.domain.vocabulary import CarrierKind
from app.errors import Ambiguous, Candidate
from app.questions.fragility.ask import ToldFragility
from app.reading.catalogue import Name
from app.reading.explorer import Explorer
from app.reading.resolving import Fit, chosen, meaning
from app.reading.search import asked_name


async def holder_meant(explorer: Explorer, told: ToldFragility, text: str) -> str:
    """Return the id of the person, body or office's post that a text means, by its id or by what it is called.

    Who holds something in the places of the answer goes before others. Raises Ambiguous where several are meant
    equally well, UnknownId with the nearest names where nobody is called anything like it.
    """
    text = " ".join(text.split())
    standings = [place.fragility.standing for place in told.places]
    if any(text in standing.posts for standing in standings):
        return text

    def holds(name: Name) -> bool:
        return any(standing.held(name.id) for standing in standings)

    contents = await explorer.catalogue.contents()
    found = await meaning(explorer.catalogue, text, fits=holds)
    if found.fit is not Fit.CALLED and (offices := _offices(told, text)):
        people = found.candidates(contents) if found.fit in {Fit.SHORT, Fit.PART} else []
        if len(offices) == 1 and not people:
            return offices[0].id
        raise Ambiguous(text, [*people, *offices], called=False)
    if found.fit is None:
        found = await meaning(explorer.catalogue, text)
    return chosen(found, contents).id


def _offices(told: ToldFragility, text: str) -> list[Candidate]:
    """Return the offices that a text is a part of: `chair of the forum`."""
    wanted = asked_name(text)
    found = {
        each.id: Candidate(each.id, each.name, "office", place.area.id, place.area.name)
        for place in told.places
        for each in place.fragility.carriers
        if each.kind is CarrierKind.OFFICE and wanted and f" {wanted}" in f" {asked_name(each.name)}"
    }
    return list(found.values())
