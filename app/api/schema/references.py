"""The types by name, for fields of modules that need each other."""

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from app.api.schema.counted import OrganizationConnection
    from app.api.schema.meetings import ActionType, AttendanceType, MeetingType
    from app.api.schema.organizations import LineType, OrganizationType
    from app.api.schema.people import AffiliationType, HeldPostType, PersonType
    from app.api.schema.places import AreaType
    from app.api.schema.posts import AppointerType, PostType, TenureType

OrganizationRef = Annotated["OrganizationType", strawberry.lazy("app.api.schema.organizations")]
OrganizationConnectionRef = Annotated["OrganizationConnection", strawberry.lazy("app.api.schema.counted")]
LineRef = Annotated["LineType", strawberry.lazy("app.api.schema.organizations")]
PostRef = Annotated["PostType", strawberry.lazy("app.api.schema.posts")]
TenureRef = Annotated["TenureType", strawberry.lazy("app.api.schema.posts")]
AppointerRef = Annotated["AppointerType", strawberry.lazy("app.api.schema.posts")]
PersonRef = Annotated["PersonType", strawberry.lazy("app.api.schema.people")]
AffiliationRef = Annotated["AffiliationType", strawberry.lazy("app.api.schema.people")]
HeldPostRef = Annotated["HeldPostType", strawberry.lazy("app.api.schema.people")]
AreaRef = Annotated["AreaType", strawberry.lazy("app.api.schema.places")]
MeetingRef = Annotated["MeetingType", strawberry.lazy("app.api.schema.meetings")]
ActionRef = Annotated["ActionType", strawberry.lazy("app.api.schema.meetings")]
AttendanceRef = Annotated["AttendanceType", strawberry.lazy("app.api.schema.meetings")]
