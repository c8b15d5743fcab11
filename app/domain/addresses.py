"""Where on this site each sort of thing can be looked at."""

from app.domain import records as r

FOLDERS = {
    "Organization": "/",
    "Person": "/people/",
    "Area": "/",
    "Source": "/sources/",
    "Post": "/posts/",
    "Meeting": "/meetings/",
}
"""The sorts of thing that have a page of their own, and what stands before their ids."""
Shown = (
    r.Organization
    | r.Person
    | r.Area
    | r.Source
    | r.Post
    | r.Meeting
    | r.Line
    | r.Action
    | r.Assessment
    | r.RecordedAbsence
)


def page_of(thing: Shown) -> str:
    """Return the page of a thing, or where it stands on another's: a line is on that of the body it leads from."""
    match thing:
        case r.Line():
            return f"/{thing.from_id}#lines"
        case r.Action():
            return f"/meetings/{thing.meeting_id}" if thing.meeting_id else f"/{thing.id.partition('/')[0]}"
        case r.Assessment():
            return f"/{thing.organization_id}#ratings"
        case r.RecordedAbsence():
            return f"/{thing.subject_id}#absent"
        case _:
            return f"{FOLDERS[type(thing).__name__]}{thing.id}"
