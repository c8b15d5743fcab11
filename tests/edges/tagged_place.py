"""A place with something behind every file, page and list, and ways in which its data may change, one at a time."""

PLACE = """
place: edges
themes: [{id: age, name: Later life}]
organizations:
  - {id: lsp, name: Partnership, classification: lsp, kind: collaboration, founded: 2001, cites: 'minutes, p. 1'}
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, founded: 2003-04, theme: age, cites: 'minutes, p. 1'}
  - {id: forum, name: Forum, classification: forum, kind: collaboration, theme: age, cites: 'minutes, p. 1'}
  - {id: group, name: Group, classification: community_group, kind: collaboration, cites: 'minutes, p. 1'}
  - {id: council, name: Council, classification: council, kind: formal, sector: statutory, cites: 'minutes, p. 1'}
  - {id: old, name: Old Panel, classification: panel, kind: collaboration, status: dormant, cites: 'minutes, p. 1'}
people:
  - {id: ann, name: Ann Ray, cites: 'minutes, p. 1'}
  - {id: bob, name: Bob Lee, cites: 'minutes, p. 1'}
posts:
  - {id: seats, on: board, label: Members, number: 6, voting: 'yes', onBehalfOf: forum, since: 2004, cites: 'minutes, p. 2'}
  - {id: chair, on: board, role: chair, holders: [{person: ann, since: 2005-06, until: 2030-06-30}], cites: 'minutes, p. 2'}
  - {id: council-seats, on: lsp, number: 4, onBehalfOf: council, cites: 'minutes, p. 2'}
  - {id: old-seats, on: old, number: 3, cites: 'minutes, p. 2'}
lines:
  - {id: up, from: board, type: reports_to, to: lsp, since: 2003-05, cites: 'minutes, p. 3'}
  - {id: member, from: group, type: member_of, to: forum, cites: 'minutes, p. 3'}
  - {id: in, from: forum, type: feeds_into, to: board, cites: 'minutes, p. 3'}
meetings:
  - {id: first, organization: board, date: 2010-01-22, cites: 'minutes, p. 4'}
  - {id: second, organization: board, date: 2010-02, cites: 'minutes, p. 4'}
  - {id: third, organization: board, date: 2010-02, cites: 'minutes, p. 4'}
actions:
  - {id: write, text: Write the paper, status: open, arisingFrom: first, cites: 'minutes, p. 5'}
  - {id: read, text: Read the paper, status: open, arisingFrom: first, cites: 'minutes, p. 5'}
absences:
  - {id: group-missing, subject: group, from: board, note: Not on it, cites: 'minutes, p. 6'}
  - {id: old-missing, subject: old, from: lsp, note: Not on it, cites: 'minutes, p. 6'}
"""

CHANGES = {
    "a body's name": ("name: Board,", "name: Great Board,"),
    "a body's first day": ("founded: 2003-04", "founded: 2003-03"),
    "the number of seats": ("number: 6", "number: 7"),
    "the vote of seats": ("voting: 'yes'", "voting: 'no'"),
    "who holds a seat": ("person: ann, since", "person: bob, since"),
    "a line's end": ("since: 2003-05, cites", "since: 2003-05, until: 2009, cites"),
    "where a source says so": ("cites: 'minutes, p. 3'", "cites: 'minutes, p. 33'"),
}
"""What is written instead of what: every change is of a fact that some file or page shows."""

AREAS = "areas: [{id: edges, name: Edges}]\n"
SOURCES = """
sources:
  - {id: minutes, title: Minutes, published: 2010-02}
  - {id: notes, title: Notes, published: 2009}
  - {id: report, title: Report, published: 2008-12-01}
"""
