"""How long the lists of an answer usually are, where the data does not say: `app.reading.sizes` counts most of them."""

USUAL = 3
"""How long a list usually is, where it is not named below."""

LENGTHS = {
    "Query.areas": 20,
    "Query.assessments": 50,
    "Query.savedQuestions": 20,
    "Query.balance": 5,
    "Query.members": 5,
    "Query.capacities": 50,
    "Query.compare": 10,
    "Query.fragility": 5,
    "Query.reportBack": 30,
    "Query.routes": 5,
    "Query.structure": 10,
    "Query.representation": 10,
    "RelationshipMap.cells": 50,
    "Organization.posts": 8,
    "Organization.seatsElsewhere": 8,
    "Organization.lines": 8,
    "Post.holders": 2,
    "Post.tenures": 3,
    "Post.onBehalfOf": 2,
    "Post.appointedBy": 1,
    "Post.appointers": 1,
    "Person.affiliations": 2,
    "Person.worksFor": 2,
    "Structure.nodes": 15,
    "Structure.lines": 20,
    "Structure.posts": 30,
    "Representation.seats": 2,
    "Person.posts": 3,
    "QuestionAnswer.items": 20,
    "Fragility.carriers": 20,
    "Fragility.withoutDeputy": 20,
    "Fragility.terms": 5,
    "Fragility.withoutPaidHours": 10,
    "Departure.silences": 5,
    "Carrier.seats": 4,
    "RoutesAnswer.reached": 10,
    "Route.steps": 4,
    "SectorBalance.placed": 10,
    "MemberList.members": 12,
    "MemberList.meetings": 5,
    "Member.deputies": 1,
    "Member.comesFrom": 1,
    "Member.speaksFor": 1,
    "MemberShare.organizations": 10,
    "Turnout.byOrganization": 15,
    "Comparison.structures": 12,
    "Comparison.themes": 8,
    "Comparison.gaps": 12,
    "ComparedSort.left": 8,
    "ComparedSort.right": 8,
    "ComparedTheme.left": 8,
    "ComparedTheme.right": 8,
    "Organization.composition": 4,
    "CompositionRule.organizations": 2,
    "Meeting.attendance": 15,
    "Meeting.actions": 10,
}
"""How long lists usually are. Questions that take work stand for several nodes themselves, such as a structure."""

GROUPS = 30
"""Forums, networks and reference groups of one place: a question about all places brings as many from each."""

PARTS = frozenset(["Capacity", "Citation", "ContactDetail", "FormerName", "Identifier", "PageInfo", "Period", "Theme"])
"""Types that are parts of others, read with them, and so are not counted."""
