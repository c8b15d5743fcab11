"""Two places that share a body, and in which the same words name different things: for what must be told apart."""

AREAS = """
areas:
  - {id: shire, name: The Shire}
  - {id: north, name: North Vale, partOf: shire}
  - {id: south, name: South Vale, partOf: shire}
"""

SOURCES = """
sources:
  - {id: minutes, title: Minutes, published: 2010-02, url: 'https://example.org/minutes'}
  - {id: report, title: Report, published: 2009}
"""

NORTH = """
place: north
themes: [{id: health, name: Health and care}, {id: homes, name: Homes}]
organizations:
  - {id: board, name: Joint Board, classification: partnership_board, kind: collaboration, theme: health, areas: [south, north], cites: 'minutes, p. 1'}
  - {id: forum, name: Carers' Forum, classification: forum, kind: collaboration, sector: voluntary, theme: health, cites: 'minutes, p. 1'}
  - {id: charity, name: Help at Home, classification: charity, kind: formal, sector: voluntary, identifiers: [{scheme: GB-CHC, value: '123456'}], cites: 'minutes, p. 1'}
  - {id: council, name: North Council, classification: council, kind: formal, sector: statutory, cites: 'report, p. 1'}
people:
  - {id: ann, name: Ann Ray, worksFor: [{organization: charity, role: director}], cites: 'minutes, p. 1'}
  - {id: bob, name: Bob Lee, cites: 'minutes, p. 1'}
posts:
  - {id: chair, on: board, role: chair, onBehalfOf: council, holders: [{person: bob, since: 2005}], cites: 'minutes, p. 2'}
  - {id: seat, on: board, label: For carers, onBehalfOf: forum, vacantSince: 2009-11, cites: 'minutes, p. 2'}
  - {id: old-seat, on: board, label: For the chapel, until: 2007, cites: 'report, p. 2'}
lines:
  - {id: feeds, from: forum, type: feeds_into, to: board, cites: 'minutes, p. 3'}
  - {id: was-served, from: forum, type: serviced_by, to: council, until: 2008, cites: 'report, p. 3'}
meetings:
  - id: first
    organization: board
    date: 2009-06-01
    attendance: [{person: bob, as: present}, {person: ann, as: in_attendance, for: charity}]
    cites: 'minutes, p. 4'
  - {id: second, organization: board, date: 2010-01, cites: 'minutes, p. 5'}
actions:
  - {id: ask, text: Ask the chapel, status: open, owners: ann, arisingFrom: first, cites: 'minutes, p. 4'}
  - {id: told, text: Tell the forum, status: done, arisingFrom: second, cites: 'minutes, p. 5'}
"""

SOUTH = """
place: south
themes: [{id: health, name: Health in the south}]
organizations:
  - {id: forum, name: Southern Forum, classification: forum, kind: collaboration, sector: voluntary, theme: health, cites: 'report, p. 5'}
  - {id: panel, name: Old Panel, classification: panel, kind: collaboration, cites: 'report, p. 5'}
posts:
  - {id: seat, on: panel, onBehalfOf: forum, holders: [{organization: forum}], cites: 'report, p. 6'}
lines:
  - {id: feeds, from: forum, type: feeds_into, to: north/board, cites: 'report, p. 7'}
absences:
  - {id: nobody, subject: forum, from: north/board, note: the forum has no seat there, cites: 'report, p. 8'}
"""

FILES = {"areas": AREAS, "sources": SOURCES, "north": NORTH, "south": SOUTH}
