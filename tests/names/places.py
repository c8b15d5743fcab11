"""Three small places in which names mean two things, are spelt with signs and accents, or have no letters."""

AREAS = """
areas:
  - {id: munster, name: Munster, classification: region}
  - {id: clare, name: Clare, classification: county, partOf: munster}
  - {id: kerry, name: Kerry, classification: county, partOf: munster}
  - {id: limerick, name: Limerick, classification: city, partOf: munster}
"""

SOURCES = """
sources:
  - {id: minutes, title: Minutes of Łódź Day, published: 2024-02}
  - {id: plan, title: "St Mary's Plan", published: 2024-03}
"""

CLARE = """
place: clare
organizations:
  - {id: lcdc, name: Local Community Development Committee, alternateNames: [LCDC], classification: committee, kind: collaboration, cites: 'minutes, p. 1'}
  - {id: council, name: Clare County Council, alternateNames: [the Council], classification: council, kind: formal, sector: statutory, cites: 'minutes, p. 1'}
  - {id: health-board, name: Health and Social Care Partnership Board, classification: partnership_board, kind: collaboration, cites: 'minutes, p. 1'}
  - {id: ageing, name: Older People's Council, classification: forum, kind: collaboration, sector: voluntary, cites: 'minutes, p. 1'}
  - {id: housing-forum, name: Clare Housing Forum, classification: forum, kind: collaboration, sector: voluntary, cites: 'minutes, p. 1'}
  - {id: st-marys, name: "St Mary's Housing Trust", classification: charity, kind: formal, sector: voluntary, cites: 'plan, p. 1'}
  - {id: fifty, name: 50+, classification: community_group, kind: collaboration, cites: 'minutes, p. 1'}
  - {id: fifties, name: '50', classification: community_group, kind: collaboration, cites: 'minutes, p. 1'}
  - {id: year, name: '1625', classification: charity, kind: formal, cites: 'minutes, p. 1'}
  - {id: sign, name: '#', classification: community_group, kind: collaboration, cites: 'minutes, p. 1'}
  - {id: only-here, name: Burren Network, classification: network, kind: collaboration, sector: voluntary, cites: 'minutes, p. 1'}
  - {id: estuary, name: Estuary Joint Board, alternateNames: [EJB], classification: partnership_board, kind: collaboration, areas: [clare, kerry], cites: 'minutes, p. 1'}
  - {id: carers, name: Carers, classification: constituency, kind: constituency, cites: 'minutes, p. 1'}
  - {id: faith-groups, name: Faith groups, classification: constituency, kind: constituency, cites: 'minutes, p. 1'}
people:
  - {id: john-smith, name: John Smith, cites: 'minutes, p. 1'}
  - {id: mary-ohara, name: "Mary O'Hara", cites: 'minutes, p. 1'}
  - {id: aine-kelly, name: Áine Kelly, cites: 'minutes, p. 1'}
posts:
  - {id: health-seat, on: health-board, onBehalfOf: carers, holders: [{person: mary-ohara}], cites: 'minutes, p. 2'}
  - {id: health-older, on: health-board, onBehalfOf: ageing, holders: [{person: john-smith}], cites: 'minutes, p. 2'}
  - {id: lcdc-seat, on: lcdc, onBehalfOf: ageing, holders: [{person: john-smith}], cites: 'minutes, p. 2'}
  - {id: chair, on: ageing, role: chair, cites: 'minutes, p. 2'}
  - {id: lcdc-chair, on: lcdc, onBehalfOf: ageing, filledByHolderOf: chair, cites: 'minutes, p. 2'}
lines:
  - {id: up, from: ageing, type: feeds_into, to: council, cites: 'minutes, p. 3'}
absences:
  - {subject: faith-groups, from: health-board, note: No Muslim group has ever been asked., cites: 'minutes, p. 4'}
"""

LIMERICK = """
place: limerick
organizations:
  - {id: lcdc, name: Local Community Development Committee, alternateNames: [LCDC], classification: committee, kind: collaboration, cites: 'minutes, p. 1'}
  - {id: council, name: Limerick City Council, alternateNames: [the Council], classification: council, kind: formal, sector: statutory, cites: 'minutes, p. 1'}
  - {id: ageing, name: Age Action, classification: forum, kind: collaboration, sector: voluntary, cites: 'minutes, p. 1'}
  - {id: year, name: Friends of 1625, classification: charity, kind: formal, cites: 'minutes, p. 1'}
  - {id: housing-action, name: Housing Action, classification: charity, kind: formal, sector: voluntary, cites: 'minutes, p. 1'}
  - {id: estuary, name: Estuary Justice Body, alternateNames: [EJB], classification: partnership_board, kind: collaboration, cites: 'minutes, p. 1'}
  - {id: lodz, name: Friends of Łódź, classification: community_group, kind: collaboration, cites: 'minutes, p. 1'}
  - {id: old-parliament, name: Shannon Parliament, classification: forum, kind: collaboration, dissolved: 2012, cites: 'minutes, p. 1'}
  - {id: new-parliament, name: Shannon Parliament, classification: network, kind: collaboration, founded: 2012, cites: 'minutes, p. 1'}
  - {id: carers, name: Carers, classification: constituency, kind: constituency, cites: 'minutes, p. 1'}
people:
  - {id: john-smith, name: John Smith, cites: 'minutes, p. 1'}
  - {id: ann-byrne, name: Ann Byrne, cites: 'minutes, p. 1'}
posts:
  - {id: lcdc-seat, on: lcdc, onBehalfOf: ageing, holders: [{person: john-smith}], cites: 'minutes, p. 2'}
lines:
  - {id: up, from: ageing, type: feeds_into, to: council, cites: 'minutes, p. 3'}
"""

KERRY = """
place: kerry
organizations:
  - {id: ppn, name: Kerry Public Participation Network, alternateNames: [PPN], classification: network, kind: collaboration, cites: 'minutes, p. 1'}
  - {id: assembly, name: Assembly, classification: network, kind: collaboration, cites: 'minutes, p. 1'}
people:
  - {id: john-smith, name: John Smith, cites: 'minutes, p. 1'}
posts:
  - {id: chair, on: ppn, role: chair, holders: [{person: john-smith}], cites: 'minutes, p. 2'}
"""

ALIKE = 30
"""As many bodies in Kerry are called the same: more than a choice names."""
KERRY = KERRY.replace(
    "people:\n",
    "".join(
        f"  - {{id: tidy-{number}, name: Tidy Towns, classification: community_group, kind: formal, cites: 'minutes, p. 1'}}\n"
        for number in range(ALIKE)
    )
    + "people:\n",
)

MUNSTER = """
place: munster
organizations:
  - {id: assembly, name: Assembly, classification: network, kind: collaboration, cites: 'minutes, p. 1'}
"""

FILES = {"munster": MUNSTER, "areas": AREAS, "sources": SOURCES, "clare": CLARE, "limerick": LIMERICK, "kerry": KERRY}
