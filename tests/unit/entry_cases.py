"""A place whose entries say everything that the format lets them say, each in the shortest spelling."""

SOURCES = """
sources:
  - {id: minutes, title: Minutes}
  - id: study
    title: A study
    kind: report
    publisher: A council
    creators: [Ann Ray, "Bob Lee, QC"]
    published: 2008-01
    read: 2026-03-14
    url: "https://example.org/study?a=1&b=2"
    note: What it is.
    access: members
"""

AREAS = """
areas:
  - {id: wholeham, name: Wholeham, classification: borough, gss: E09000006, partOf: county, reportBackDays: 28}
  - {id: county, name: County}
  - {id: ward, name: A ward}
"""

WHOLE = """
place: wholeham
themes:
  - {id: care, name: Care, like: [Caring, "Health, and care"]}
  - {id: roads, name: "Ro\u200bads", fixed: true}
sources:
  - {id: about, title: About us, publisher: P, creators: [C], published: 2009, read: 2026, url: "https://example.org/", note: N, access: confidential}
organizations:
  - id: forum
    name: The Forum
    alternateNames: [TF, "Forum, the"]
    formerNames: [{name: Club, until: 2004}, {name: Circle}]
    classification: forum
    classificationNote: a forum
    kind: collaboration
    sector: voluntary
    status: dormant
    theme: roads
    purpose: "To meet.\\n\\n  And to talk."
    founded: 1998
    dissolved: 2030-05
    count: 22
    areas: [wholeham, ward]
    constitution: Charity
    chairStatus: Independent
    paidHours: 12 hours
    fundingNote: "4,348"
    membersNote: "56"
    meetingFrequency: monthly
    statutoryObservers: "null"
    representativesNote: "yes"
    reportBackDays: 0
    statutoryRequirement: "no"
    decides: advises
    quorum: a third
    quorumNumber: 7
    seatsStated: 0
    caption: "no"
    pictured: open
    columnOrder: 4
    additional: '{"image":"https://example.org/i.png","seats":50}'
    composition:
      - {of: [statutory, wholeham/voluntary, people], min: 0, max: 9, maxShare: 0.5, note: R, cites: "study, Terms"}
      - {of: private, min: 1}
    identifiers: [{scheme: GB-CHC, value: "1234567"}]
    contactDetails:
      - {type: website, value: "https://example.org", label: Site}
      - {type: telephone, value: "0123", access: members}
    since: 1999
    until: 2031
    certainty: uncertain
    access: members
    cites: ["about, Page one, top", "minutes, p. 1"]
    note: Of it.
    doubts: accepted, both lists name it
  - {id: voluntary, name: Voluntary, classification: charity, kind: formal, theme: care, founded: 2001-02, cites: "minutes, p. 1"}
  - {id: people, name: People, classification: constituency, kind: constituency, since: 2001, cites: "minutes, p. 1"}
  - {id: board, name: Board, classification: committee, kind: unit, areas: ward, cites: "minutes, p. 1"}
people:
  - id: ann
    name: Ann Ray
    formerNames: [{name: Ann Lee, until: 2004}, {name: A. Lee}]
    honorificPrefix: Cllr
    honorificSuffix: OBE
    alternateNames: [A. Ray]
    worksFor:
      - {organization: forum, role: trustee, additional: '{"email":"w@example.org"}', since: 2001, until: 2002, certainty: stated, access: public, cites: "study, p. 9", note: W, doubts: "accepted, known"}
      - {id: again, organization: forum, role: chair}
      - board
    additional: '{"gender":"female","links":[{"url":"https://example.org"}]}'
    since: 1950
    until: 2050
    certainty: inferred
    access: members
    cites: "minutes, p. 2"
    note: P.
    doubts: accepted, a title
  - {id: bob, name: Bob, cites: "minutes, p. 2"}
posts:
  - id: seat
    on: board
    role: vice_chair
    label: Vice
    basis: elected
    voting: no
    takenUp: yes
    number: 4
    numberMax: 5
    membership: associate
    area: ward
    order: 0
    onBehalfOf:
      - {id: twice, organization: forum, since: 2001, until: 2002-03, certainty: inferred, access: members, cites: "study, p. 3", note: B, doubts: "accepted, known"}
      - people
    appointedBy:
      - {id: thrice, organization: forum, as: ratifies, since: 2001, until: 2003, certainty: inferred, access: members, cites: "study, p. 3", note: B, doubts: "accepted, known"}
      - voluntary
    holders:
      - {id: second, person: ann, capacity: acting, termEnds: 2009, additional: '{"start_reason":"by-election"}', since: 2001, until: 2010-03, certainty: inferred, access: members, cites: "study, p. 3", note: H, doubts: "accepted, known"}
      - {organization: voluntary}
    heldAs: jointly
    vacant: no
    vacantSince: 2011
    termYears: 2.5
    termLimit: two
    electorate: members
    reportBack: to all
    reportBackDays: 7
    additional: '{"other_label":"Deputy"}'
    contactDetails: [{type: email, value: a@example.org}, {type: post, value: Here, label: Home, access: confidential}]
    since: 1999
    until: 2029
    certainty: uncertain
    cites: ["minutes, p. 3", "minutes, p. 4"]
    note: S.
    doubts: accepted, known
  - {id: office, on: forum, role: chair, status: proposed, access: confidential, cites: "minutes, p. 3"}
  - id: filled
    on: board
    filledByHolderOf: {id: by-office, post: office, since: 2001, until: 2003, certainty: inferred, access: members, cites: "study, p. 3", note: F, doubts: "accepted, known"}
    cites: "minutes, p. 3"
  - {on: board, role: observer, filledByHolderOf: office, cites: "minutes, p. 3"}
  - {on: board, onBehalfOf: [voluntary, people], cites: "minutes, p. 3"}
  - {on: board, role: chair, status: proposed, onBehalfOf: people, holders: [{person: bob}], cites: "minutes, p. 3"}
lines:
  - {id: money, from: forum, type: funded_by, to: board, label: grant, amount: 4348, amountPer: year, additional: '{"area_id":"a"}', status: proposed, since: 2001, until: 2003, certainty: inferred, access: members, cites: "study, p. 3", note: L, doubts: "accepted, known"}
  - {from: forum, type: feeds_into, to: board, amount: 0.5, cites: "minutes, p. 4"}
meetings:
  - id: big
    organization: board
    date: 2010-01-22
    label: Big one
    venue: Hall
    status: held
    additional: '{"end_date":"2010-01-22T21:00:00Z"}'
    quorate: no
    attendance:
      - {id: first, person: ann, as: deputising, deputisingFor: bob, for: forum, since: 2010, until: 2011, certainty: stated, access: public, cites: "study, p. 3", note: A, doubts: "accepted, known"}
      - {organization: voluntary, as: apologies}
      - {person: bob, as: present}
    reports:
      - {id: told, post: seat, date: 2010-02, link: "https://example.org/r", since: 2010, until: 2011, certainty: stated, access: public, cites: "study, p. 3", note: R, doubts: "accepted, known"}
      - filled
    since: 2010-01
    until: 2010
    certainty: inferred
    access: members
    cites: "minutes, p. 5"
    note: M.
    doubts: accepted, known
  - {organization: board, date: 2011, cites: "minutes, p. 5"}
actions:
  - {id: act, text: Draw it, status: done, due: 2010-03, owners: [ann, board], ownerNote: A., arisingFrom: big, since: 2010, until: 2012, certainty: inferred, access: members, cites: "study, p. 3", note: A, doubts: "accepted, known"}
  - {text: "Draw it, again!", owners: bob, arisingFrom: board--2011, cites: "minutes, p. 5"}
assessments:
  - {id: cell, organization: board, dimension: funding, rating: mixed, summary: So, by: forum, on: 2009-07-09, since: 2009, until: 2012, certainty: inferred, access: members, cites: "study, p. 3", note: C, doubts: "accepted, known"}
  - {organization: board, dimension: strategic_networks, rating: none, flagCount: 7, cites: "minutes, p. 6"}
  - {id: view, organization: board, dimension: funding, rating: red, by: forum, flag: true, access: confidential, cites: "minutes, p. 6"}
absences:
  - {id: gap, subject: people, from: board, since: 2009, until: 2012, certainty: inferred, access: members, cites: "study, p. 3", note: Missing, doubts: "accepted, known"}
  - {subject: forum, cites: "minutes, p. 6", note: Missing everywhere}
"""
