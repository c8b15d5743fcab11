"""Minutes in other layouts, with people and bodies that are made up, and what somebody reads in them."""

from typing import Any

from tests.minutes.documents import Block

TABLE: list[Block] = [
    "BRAMLEY VALE HEALTH AND WELLBEING PARTNERSHIP",
    "Minutes of the meeting held on Thursday 12 June 2025, 10.00am – 12.15pm",
    "Venue: Committee Room 2, Bramley Town Hall",
    [
        ["Members present", "Organisation"],
        ["Dr Amina Yusuf (Chair)", "NHS Bramley Vale Integrated Care Board"],
        ["Cllr Peter O’Rourke", "Bramley Vale Borough Council"],
        ["Sunita Rao, Director of Public Health", "Bramley Vale Borough Council"],
        ["Graham Pike", "Healthwatch Bramley"],
        ["Joanne de Souza", "Bramley Carers’ Network"],
        ["Lee Hartnell (substitute for Chief Insp Moira Tate)", "Vale Police"],
        ["Father Dominic Kelly", "Bramley Churches Together"],
    ],
    [
        ["In attendance", ""],
        ["Ellen Marsh, Partnership Officer (minutes)", "Bramley Vale Borough Council"],
        ["Tom Bassett", "Vale Ambulance Trust"],
    ],
    [
        ["Apologies", ""],
        ["Chief Insp Moira Tate", "Vale Police"],
        ["Ruth Abara", "Age Concern Bramley"],
    ],
    "1. Welcome and introductions",
    "The Chair welcomed everyone to the meeting.",
    "2. Minutes of the last meeting",
    "The minutes of the meeting held on 13 March 2025 were agreed as a correct record.",
    "3. Winter plan",
    "Sunita Rao presented the draft winter plan. Members asked that unpaid carers be named in it. Graham Pike reported on a survey of 300 patients.",
    "4. Action log",
    [
        ["No.", "Action", "Lead", "By when"],
        ["1", "Add unpaid carers to the winter plan and send it round", "Sunita Rao", "30 June 2025"],
        ["2", "Share the survey of patients with all partners", "Graham Pike", "11 July 2025"],
        ["3", "Arrange a visit to the new clinic", "Ellen Marsh / Tom Bassett", ""],
        ["4", "Draft a joint reply to the consultation", "Bramley Carers’ Network", "1 September 2025"],
    ],
    "5. Any other business",
    "There was none.",
    "Date of next meeting: Thursday 11 September 2025, 10.00am, Committee Room 2, Bramley Town Hall.",
]
IN_TABLE: dict[str, Any] = {
    "body": "Bramley Vale Health and Wellbeing Partnership",
    "date": "2025-06-12",
    "venue": "Committee Room 2, Bramley Town Hall",
    "people": {
        "Amina Yusuf": {"as": "present", "of": "NHS Bramley Vale Integrated Care Board", "role": "Chair"},
        "Peter O’Rourke": {"as": "present", "of": "Bramley Vale Borough Council"},
        "Sunita Rao": {"as": "present", "of": "Bramley Vale Borough Council", "role": "Director of Public Health"},
        "Graham Pike": {"as": "present", "of": "Healthwatch Bramley"},
        "Joanne de Souza": {"as": "present", "of": "Bramley Carers’ Network"},
        "Lee Hartnell": {"as": "deputising", "of": "Vale Police", "for": "Moira Tate"},
        "Dominic Kelly": {"as": "present", "of": "Bramley Churches Together"},
        "Ellen Marsh": {"as": "in_attendance", "of": "Bramley Vale Borough Council", "role": "Partnership Officer"},
        "Tom Bassett": {"as": "in_attendance", "of": "Vale Ambulance Trust"},
        "Moira Tate": {"as": "apologies", "of": "Vale Police"},
        "Ruth Abara": {"as": "apologies", "of": "Age Concern Bramley"},
    },
    "actions": [
        {
            "text": "Add unpaid carers to the winter plan and send it round",
            "owners": ["Sunita Rao"],
            "due": "2025-06-30",
        },
        {"text": "Share the survey of patients with all partners", "owners": ["Graham Pike"], "due": "2025-07-11"},
        {"text": "Arrange a visit to the new clinic", "owners": ["Ellen Marsh", "Tom Bassett"]},
        {"text": "Draft a joint reply to the consultation", "owners": ["Bramley Carers’ Network"], "due": "2025-09-01"},
    ],
    "meetings": [
        {"date": "2025-03-13"},
        {"date": "2025-09-11", "venue": "Committee Room 2, Bramley Town Hall"},
    ],
}

PROSE: list[Block] = [
    "Minutes of a meeting of the Harrow Lane Community Safety Forum held in the Methodist Hall, Harrow Lane on Monday 9th February 2026 at 7.30 p.m.",
    "There were present: Councillors Denise Ashby (in the Chair), Martin Quayle and Farrukh Aziz; Mr Colin Dunmore (Age UK) deputising for Ms Elspeth Crane; Mrs Beryl Nunn, Harrow Lane Tenants’ Association; Sgt Paul Idowu of Metro Police and Dr H. Lindqvist (St Aidan’s School).",
    "Apologies for absence were received from Councillor Joan Prewett, Ms Elspeth Crane (Age UK) and the Revd Simon Ferris (illness).",
    "Also in attendance: the Clerk, Ms Petra Vogel; two members of the public.",
    "1. Minutes. The minutes of the meeting of 12th January 2026, having been circulated, were confirmed and signed.",
    "2. Lighting. Sgt Idowu reported that burglaries had fallen by a tenth. Mrs Nunn said that the lamps in Mill Passage were still broken. Mr Dunmore to write to the lighting contractor (Action: Mr Dunmore).",
    "3. Youth work. It was agreed to seek a grant for the summer. Action: Councillor Quayle to send the application by 27 February 2026.",
    "Action: Ms Vogel and Dr Lindqvist to find a room at the school for the workshops.",
    "4. Next meeting. The next meeting will be held on Monday 13th April 2026 at 7.30 p.m. in the Methodist Hall, Harrow Lane.",
    "The meeting closed at 9.05 p.m.",
]
IN_PROSE: dict[str, Any] = {
    "body": "Harrow Lane Community Safety Forum",
    "date": "2026-02-09",
    "venue": "The Methodist Hall, Harrow Lane",
    "people": {
        "Denise Ashby": {"as": "present", "role": "in the Chair"},
        "Martin Quayle": {"as": "present"},
        "Farrukh Aziz": {"as": "present"},
        "Colin Dunmore": {"as": "deputising", "of": "Age UK", "for": "Elspeth Crane"},
        "Beryl Nunn": {"as": "present", "of": "Harrow Lane Tenants’ Association"},
        "Paul Idowu": {"as": "present", "of": "Metro Police"},
        "H. Lindqvist": {"as": "present", "of": "St Aidan’s School"},
        "Joan Prewett": {"as": "apologies"},
        "Elspeth Crane": {"as": "apologies", "of": "Age UK"},
        "Simon Ferris": {"as": "apologies"},
        "Petra Vogel": {"as": "in_attendance", "role": "Clerk"},
    },
    "actions": [
        {"text": "Mr Dunmore to write to the lighting contractor", "owners": ["Mr Dunmore"]},
        {"text": "Send the application by 27 February 2026", "owners": ["Councillor Quayle"], "due": "2026-02-27"},
        {"text": "Find a room at the school for the workshops", "owners": ["Ms Vogel", "Dr Lindqvist"]},
    ],
    "meetings": [{"date": "2026-01-12"}, {"date": "2026-04-13", "venue": "The Methodist Hall, Harrow Lane"}],
}

PARISH: list[Block] = [
    "LOWER PENNINGTON PARISH COUNCIL",
    "Minutes of the Ordinary Meeting of the Parish Council held on Tuesday 4th November 2025 in the Village Hall at 7.00pm",
    "Present: Cllr R Hobbs (Chairman), Cllr A Bright (Vice-Chairman), Cllr J Tuckwell, Cllr M Sadler, Cllr T Osei",
    "In attendance: Mrs K Lacey (Clerk), County Councillor D Merriman, 4 members of the public",
    [
        ["Item", "", "ACTION"],
        ["85/25", "Apologies for absence: Cllr P Fenn (work), District Councillor S Ward", ""],
        ["86/25", "Declarations of interest: none.", ""],
        ["87/25", "Minutes of the meeting held on 7th October 2025 were approved and signed.", ""],
        ["88/25", "Footpaths. The stile on path 12 is unsafe. JT to mend the stile with the walkers’ group.", "JT"],
        [
            "89/25",
            "Bus service. The council noted the new timetable.\nThe Clerk to ask the County Council for a shelter at The Cross.",
            "Clerk",
        ],
        ["90/25", "Defibrillator. Quotes were received. AB and TO to get a third quote by 1 December 2025.", "AB / TO"],
        ["91/25", "Finance. The accounts for October were approved.", ""],
        ["92/25", "Village sign. Cllr Hobbs to meet the carver.", "RH"],
    ],
    "Dates of next meetings: 2nd December 2025, 6th January 2026 and 3rd February 2026, all at 7.00pm in the Village Hall.",
]
IN_PARISH: dict[str, Any] = {
    "body": "Lower Pennington Parish Council",
    "date": "2025-11-04",
    "venue": "The Village Hall",
    "people": {
        "R Hobbs": {"as": "present", "role": "Chairman"},
        "A Bright": {"as": "present", "role": "Vice-Chairman"},
        "J Tuckwell": {"as": "present"},
        "M Sadler": {"as": "present"},
        "T Osei": {"as": "present"},
        "K Lacey": {"as": "in_attendance", "role": "Clerk"},
        "D Merriman": {"as": "in_attendance"},
        "P Fenn": {"as": "apologies"},
        "S Ward": {"as": "apologies"},
    },
    "actions": [
        {"text": "JT to mend the stile with the walkers’ group", "owners": ["JT"]},
        {"text": "The Clerk to ask the County Council for a shelter at The Cross", "owners": ["Clerk"]},
        {"text": "AB and TO to get a third quote by 1 December 2025", "owners": ["AB", "TO"], "due": "2025-12-01"},
        {"text": "Cllr Hobbs to meet the carver", "owners": ["RH"]},
    ],
    "meetings": [
        {"date": "2025-10-07"},
        {"date": "2025-12-02"},
        {"date": "2026-01-06"},
        {"date": "2026-02-03", "venue": "The Village Hall"},
    ],
}

AMERICAN: list[Block] = [
    "Cedar County Homelessness Coalition",
    "Regular Meeting Minutes",
    "Date: March 12, 2026",
    "Location: Cedar Falls Public Library, Room B",
    "Attendees",
    "Maria Castellanos, Chair – Cedar County Human Services",
    "James T. Whitfield – Cedar Falls Housing Authority",
    "Seán Ó Briain – Catholic Charities",
    "Máire Ní Chonaill – Tenants United",
    "Deborah Kim on behalf of Alan Brodsky – United Way",
    "Excused: Alan Brodsky, Councilmember Rita Flores",
    "Absent: Walter Groves",
    "Staff: Tina Okafor (Recording Secretary)",
    "1. Approval of minutes",
    "The minutes of the February 12, 2026 meeting were approved as presented.",
    "2. Point-in-time count",
    "James Whitfield gave an update on the count.",
    "Action Items:",
    "• Maria Castellanos will send the count to the state by March 31, 2026.",
    "• Deborah Kim to draft the grant application (due 4/15/2026)",
    "• Seán Ó Briain and Tina Okafor to plan the volunteer training",
    "Next meeting: Thursday, April 9, 2026 at 3:00 PM, Cedar Falls Public Library, Room B",
]
IN_AMERICAN: dict[str, Any] = {
    "body": "Cedar County Homelessness Coalition",
    "date": "2026-03-12",
    "venue": "Cedar Falls Public Library, Room B",
    "people": {
        "Maria Castellanos": {"as": "present", "of": "Cedar County Human Services", "role": "Chair"},
        "James T. Whitfield": {"as": "present", "of": "Cedar Falls Housing Authority"},
        "Seán Ó Briain": {"as": "present", "of": "Catholic Charities"},
        "Máire Ní Chonaill": {"as": "present", "of": "Tenants United"},
        "Deborah Kim": {"as": "deputising", "of": "United Way", "for": "Alan Brodsky"},
        "Alan Brodsky": {"as": "apologies"},
        "Rita Flores": {"as": "apologies"},
        "Tina Okafor": {"as": "in_attendance", "role": "Recording Secretary"},
    },
    "actions": [
        {"text": "Send the count to the state by March 31, 2026", "owners": ["Maria Castellanos"], "due": "2026-03-31"},
        {"text": "Draft the grant application (due 4/15/2026)", "owners": ["Deborah Kim"], "due": "2026-04-15"},
        {"text": "Plan the volunteer training", "owners": ["Seán Ó Briain", "Tina Okafor"]},
    ],
    "meetings": [{"date": "2026-02-12"}, {"date": "2026-04-09", "venue": "Cedar Falls Public Library, Room B"}],
}
LAYOUTS = {
    "a table of people": (TABLE, IN_TABLE),
    "running prose": (PROSE, IN_PROSE),
    "a parish's action column": (PARISH, IN_PARISH),
    "an American list": (AMERICAN, IN_AMERICAN),
}
