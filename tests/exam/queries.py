"""The exam's GraphQL queries; every one takes its values as variables."""

LINES = """
query Lines($id: ID!, $on: Date, $proposed: Boolean = false) {
  organization(id: $id) {
    lines(on: $on, includeProposed: $proposed) {
      type status certainty amount amountPer from { id name } to { id name }
    }
  }
}
"""

POSTS = """
query Posts($id: ID!, $on: Date, $proposed: Boolean = false) {
  organization(id: $id) {
    posts(on: $on, includeProposed: $proposed) {
      id label role basis voting takenUp number status termYears heldBy(on: $on)
      onBehalfOf(on: $on) { id name }
      appointedBy(on: $on) { id name }
      holders(on: $on) {
        certainty capacity holder { __typename ... on Person { id name } ... on Organization { id name } }
      }
      filledByHolderOf(on: $on) { role label organization { id name } }
      contactDetails { type value }
    }
  }
}
"""

BODY = """
query Body($id: ID!) {
  organization(id: $id) {
    id name classification kind sector status count purpose statutoryRequirement
    formerNames { name } theme { name } areas { name } contactDetails { type value }
    capacity {
      constitution chairStatus paidHours fundingNote membersNote meetingFrequency statutoryObservers representativesNote
    }
  }
}
"""

REPRESENTATION = """
query Representation($id: ID!, $on: Date, $proposed: Boolean = false) {
  representation(of: $id, on: $on, includeProposed: $proposed) { seats { ...Seat } involved { ...Seat } }
}
fragment Seat on RepresentedSeat {
  directness board { id name } via { id name } higherBodies { id name } post { label role heldBy(on: $on) }
}
"""

ABSENCES = """
query Absences($id: ID!) { representation(of: $id) { notRepresented { subject { id name } from { id name } note } } }
"""

FRESHNESS = """
query Freshness($id: ID!, $on: Date) { representation(of: $id, on: $on) { asRecorded } }
"""

MEETINGS = """
query Meetings($id: ID!) {
  organization(id: $id) {
    meetings(first: 25) {
      edges {
        node {
          date venue
          attendance { as person { id name } organization { id name } deputisingFor { id name } }
          actions { text status ownerNote owners { ... on Person { name } ... on Organization { name } } }
        }
      }
    }
  }
}
"""

ASSESSMENTS = """
query Assessments($area: ID) { assessments(area: $area) { organization { id name } dimension rating summary } }
"""

PERSON = """
query Person($id: ID!, $on: Date) { person(id: $id) { affiliations(on: $on) { role organization { id name } } } }
"""

SEARCH = """
query Search($text: String!, $area: ID) {
  search(text: $text, area: $area) {
    __typename
    ... on Organization { name alternateNames } ... on Person { name } ... on Area { name } ... on Source { title }
  }
}
"""

SOURCES = """
query Sources { sources(first: 100) { edges { node { title published } } } }
"""
