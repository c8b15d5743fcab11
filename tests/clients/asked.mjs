// What every client asks, in this order: things that meet again under other names, on other days, in other places, on
// later pages, and beside what nobody has. A cache that takes one for another shows it.
const place = `query Place($area: ID!) {
  area(id: $area) {
    id name url themes { id name order } parts { id name }
    organizations(first: 100) { totalCount counts { classification count } edges { cursor node {
      id name classification theme { id name } areas { id name } period { since until } capacity { paidHours }
      citations { locator source { id title page } }
    } } }
  }
}`;
const seats = `query Seats($board: ID!, $on: Date) {
  organization(id: $board) {
    id name
    posts(on: $on) {
      id role state(on: $on) heldBy(on: $on) onBehalfOf(on: $on) { id name } organization { id name url }
      holders(on: $on) { capacity period { since until }
        holder { __typename ... on Person { id name } ... on Organization { id name } } post { id } }
    }
    lines(on: $on) { id type from { id name } to { id name } }
    people(on: $on) { id name }
  }
}`;
const gaps = `query Gaps($area: ID, $kinds: [GapKind!], $on: Date) {
  gaps(area: $area, kinds: $kinds, on: $on, first: 40) {
    on answer totalCount counts { kind count } pageInfo { hasNextPage endCursor }
    edges { cursor node { id kind area { id name } body { id name } subject { __typename id url } explanation remedy } }
  }
}`;
const represented = `query Represented($of: ID!, $on: Date) {
  representation(of: $of, on: $on) {
    on answer asRecorded of { __typename ... on Organization { id name } ... on Person { id name } }
    seats { directness board { id name } post { id label heldBy(on: $on) } via { id name } }
    involved { board { id name } post { id label } }
    notRepresented { id note from { id name } }
  }
  areas { id name }
}`;
const questions = `query Questions($area: ID) {
  savedQuestions(area: $area) { id text href blanks { name label value } }
}`;
const nodes = `query Nodes($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename id url
    ... on Organization { name purpose alternateNames }
    ... on Person { name posts { capacity post { id label } } }
    ... on Source { title publisher citedBy(first: 5) { totalCount edges { node { __typename id } } } }
    ... on Meeting { date attendance { as person { id name } organization { id name } } actions { id text status } }
  }
}`;
const found = `query Found($text: String!) {
  search(text: $text, first: 5) {
    __typename
    ... on Organization { id name classification url }
    ... on Person { id name url }
    ... on Area { id name url }
    ... on Source { id title url }
  }
}`;
const listed = `query Listed($area: ID, $after: String) {
  posts(area: $area, state: [FILLED, VACANT, HOLDER_NOT_RECORDED], first: 7, after: $after) {
    totalCount counts { state count } pageInfo { hasNextPage endCursor }
    edges { cursor node { id label state } }
  }
  meetings(area: $area, first: 3) { totalCount edges { node { id date organization { id name } } } }
  lines(area: $area, ever: true, first: 9) { totalCount counts { type count } edges { node { id type period { since until } } } }
  actions(area: $area) { totalCount edges { node { id text owners { __typename ... on Person { id name } ... on Organization { id name } } } } }
  absences(area: $area) { totalCount edges { node { id note subject { id name } from { id name } } } }
}`;
const changes = `query Changes($area: ID) {
  changes(area: $area, since: "2000-01-01", until: "2011-01-01", first: 20) {
    answer totalCount counts { kind count }
    edges { node { kind date explanation subject { __typename id } bodies { id name } } }
  }
}`;
const unknown = `query Unknown {
  representation(of: "nobody/nowhere") { on answer }
  fragility(area: "bromley") { on answer ifLeft(holder: "nobody") { explanations } carriers { kind name } }
  areas { id name classification }
}`;

const places = ["bromley", "gloucester", "gloucestershire", "hammersmith-and-fulham"];
const coa = "bromley/council-on-ageing";
export const asked = [
  ...places.map((area) => [place, { area }]),
  ...["2007-06-01", "2010-01-31", undefined].map((on) => [seats, { board: "bromley/local-strategic-partnership", on }]),
  [seats, { board: "gloucester/gloucester-partnership-executive" }],
  ...[{}, { area: "bromley" }, { area: "bromley", on: "2008-02-01" }, { area: "gloucester", on: "2010-02-01" }].map((of) => [gaps, of]),
  ...["2013-01-01", "2014-01-01"].map((on) => [gaps, { area: "bromley", kinds: ["STALE"], on }]),
  ...["2008-02-01", undefined].flatMap((on) => [coa, "bromley/carers"].map((of) => [represented, { of, on }])),
  ...[{}, { area: "bromley" }, { area: "gloucester" }].map((of) => [questions, of]),
  [nodes, { ids: [coa, "bromley/anne-manning", "nobody", "bromley", "gloucester-executive-2010-01", "gloucester/gloucester-partnership-executive--2010-01-22"] }],
  ...["ageing", "gloucester", "forum"].map((text) => [found, { text }]),
  ...[{}, { area: "gloucester" }, { area: "bromley" }].map((of) => [listed, of]),
  ...[{}, { area: "hammersmith-and-fulham" }].map((of) => [changes, of]),
  [unknown, {}],
].map(([query, variables]) => ({ query, name: /query (\w+)/.exec(query)[1], variables: JSON.parse(JSON.stringify(variables)) }));
