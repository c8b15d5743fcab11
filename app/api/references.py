"""The types by name, for fields of modules that need each other."""

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from app.api.types_meetings import ActionType, AttendanceType, MeetingType
    from app.api.types_organizations import LineType, OrganizationType
    from app.api.types_people import AffiliationType, HeldPostType, PersonType
    from app.api.types_places import AreaType
    from app.api.types_posts import PostType, TenureType

OrganizationRef = Annotated["OrganizationType", strawberry.lazy("app.api.types_organizations")]
LineRef = Annotated["LineType", strawberry.lazy("app.api.types_organizations")]
PostRef = Annotated["PostType", strawberry.lazy("app.api.types_posts")]
TenureRef = Annotated["TenureType", strawberry.lazy("app.api.types_posts")]
PersonRef = Annotated["PersonType", strawberry.lazy("app.api.types_people")]
AffiliationRef = Annotated["AffiliationType", strawberry.lazy("app.api.types_people")]
HeldPostRef = Annotated["HeldPostType", strawberry.lazy("app.api.types_people")]
AreaRef = Annotated["AreaType", strawberry.lazy("app.api.types_places")]
MeetingRef = Annotated["MeetingType", strawberry.lazy("app.api.types_meetings")]
ActionRef = Annotated["ActionType", strawberry.lazy("app.api.types_meetings")]
AttendanceRef = Annotated["AttendanceType", strawberry.lazy("app.api.types_meetings")]
