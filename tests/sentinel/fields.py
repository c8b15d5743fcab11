"""What each field of GraphQL takes: its arguments, and the words that come and go with them."""

from dataclasses import dataclass
from itertools import chain

DAY, PLAN = 'on: "2005-12-31"', "includeProposed: true"
FIRST, AFTER = "first: 1", "after: @end"
SINCE = 'updatedSince: "2999-01-01"'


@dataclass(frozen=True)
class Field:
    """A query with `@` where the arguments of one field stand, those given always, and what each other one does.

    `after: @end` follows the first entry of the list.
    """

    query: str
    given: dict[str, str]
    switches: dict[str, str]

    def asking(self, switch: str = "") -> str:
        """Return the query with what is given and one more argument, which stands in place of its own."""
        name, _, value = switch.partition(": ")
        said = self.given | ({name: value} if name else {})
        return self.query.replace("@", f"({', '.join(f'{key}: {word}' for key, word in said.items())})" if said else "")


def _page(node: str) -> str:
    return f"{{ edges {{ cursor node {{ {node} }} }} totalCount }}"


_NAMES = _page("name")
_SEAT = "{ post { label heldBy holders { holder { ... on Person { name } } } onBehalfOf { name } } board { name } }"
_FORUM, _BOARD = 'organization(id: "sentinel/forum")', 'organization(id: "sentinel/board")'
_POST, _PERSON = 'post(id: "sentinel/seat")', 'person(id: "sentinel/person")'
_HOLDER = "{ ... on Person { name } ... on Organization { name } }"

FIELDS: dict[str, tuple[Field, ...]] = {
    "Query.node": (
        Field(
            "{ node@ { ... on Organization { name } ... on Post { label } } }",
            {"id": '"sentinel/forum"'},
            {'id: "sentinel/seat"': "+zseatlabel -zforum"},
        ),
    ),
    "Query.nodes": (
        Field(
            "{ nodes@ { ... on Organization { name } ... on Post { label } } }",
            {"ids": '["sentinel/forum"]'},
            {'ids: ["sentinel/seat", "sentinel/hub"]': "+zseatlabel +zhub -zforum"},
        ),
    ),
    "Query.posts": (
        Field(
            f"{{ posts@ {_page('label')} }}",
            {"first": "100"},
            {
                'area: "neighbour"': "!znearseat -zseatlabel",
                'organization: "sentinel/top"': "!zresttwo -zseatlabel",
                "state: [VACANT]": "!zvacant -zseatlabel",
                "sector: [FAITH]": "!zvacant -zseatlabel",
                DAY: "+zwasseat -zisseat !zseatlabel",
                PLAN: "+zplanseat",
                SINCE: "-zseatlabel",
                FIRST: "!znearvacant -zseatlabel",
                AFTER: "!zseatlabel -znearvacant",
            },
        ),
    ),
    "Query.meetings": (
        Field(
            f"{{ meetings@ {_page('label')} }}",
            {},
            {
                'area: "neighbour"': "!znearmeeting -zmeetinglabel",
                'organization: "sentinel/board"': "!zmeetinglabel -znearmeeting",
                'since: "2006-01-01"': "!znearmeeting -zmeetinglabel",
                'until: "2006-01-01"': "!zmeetinglabel -znearmeeting",
                SINCE: "-zmeetinglabel",
                FIRST: "!zmeetinglabel -znearmeeting",
                AFTER: "!znearmeeting -zmeetinglabel",
            },
        ),
    ),
    "Query.lines": (
        Field(
            f"{{ lines@ {_page('type from { name } to { name }')} }}",
            {"first": "100"},
            {
                'area: "neighbour"': "!znearforum -zhub",
                "types: [MEMBER_OF]": "!zisgroup -zservice",
                "ever: true": "+zwasgroup !zisgroup",
                DAY: "+zwasgroup -zisgroup",
                PLAN: "+zplanend",
                SINCE: "-zhub",
                FIRST: "!znearboard -zhub",
                AFTER: "!znearforum !zhub",
            },
        ),
    ),
    "Query.actions": (
        Field(
            f"{{ actions@ {_page('text')} }}",
            {},
            {
                'area: "neighbour"': "-zactiontext",
                "status: [OPEN]": "-zactiontext",
                SINCE: "-zactiontext",
                FIRST: "!zactiontext",
                AFTER: "-zactiontext",
            },
        ),
    ),
    "Query.absences": (
        Field(
            f"{{ absences@ {_page('note')} }}",
            {},
            {
                'area: "neighbour"': "!znearabsence -zabsencenote",
                DAY: "+zwasabsence -zisabsence",
                SINCE: "-zabsencenote",
                FIRST: "!znearabsence -zabsencenote",
                AFTER: "!zabsencenote -znearabsence",
            },
        ),
    ),
    "Query.organization": (
        Field("{ organization@ { name } }", {"id": '"sentinel/forum"'}, {'id: "sentinel/hub"': "+zhub -zforum"}),
    ),
    "Query.organizations": (
        Field(
            f"{{ organizations@ {_NAMES} }}",
            {"first": "100"},
            {
                'area: "neighbour"': "!znearforum -zforum",
                "classification: [FORUM]": "!zforum !znearforum -zhub",
                "sector: [FAITH]": "!zchapel -zforum",
                "status: [PROPOSED]": "!zplanboard -zforum",
                'text: "zhub"': "!zhub -zforum",
                'identifiers: ["Zscheme-Zidentifier"]': "!zforum -zhub",
                SINCE: "-zforum",
                FIRST: "!zaged -zforum",
                AFTER: "!zforum -zaged",
            },
        ),
    ),
    "Query.person": (
        Field("{ person@ { name } }", {"id": '"sentinel/person"'}, {'id: "sentinel/deputy"': "+zdeputyname"}),
    ),
    "Query.people": (
        Field(
            f"{{ people@ {_NAMES} }}",
            {},
            {
                'text: "zdeputyname"': "!zdeputyname -zpersonname",
                SINCE: "-zpersonname",
                FIRST: "!zcarriername -zpersonname",
                AFTER: "!zpersonname -zcarriername",
            },
        ),
    ),
    "Query.post": (
        Field("{ post@ { label } }", {"id": '"sentinel/seat"'}, {'id: "sentinel/vacant"': "+zvacant -zseatlabel"}),
    ),
    "Query.area": (
        Field("{ area@ { name } }", {"id": '"sentinel"'}, {'id: "neighbour"': "+zneighbourplace -zsentinelplace"}),
    ),
    "Query.areas": (Field("{ areas@ { name } }", {}, {SINCE: "-zsentinelplace"}),),
    "Query.sources": (
        Field(
            f"{{ sources@ {_page('title')} }}",
            {},
            {
                'text: "zminutes"': "!zminutestitle -zreporttitle",
                SINCE: "-zreporttitle",
                FIRST: "!zminutestitle -zreporttitle",
                AFTER: "!zreporttitle -zminutestitle",
            },
        ),
    ),
    "Query.meeting": (
        Field(
            "{ meeting@ { label } }",
            {"id": '"sentinel/meeting"'},
            {'id: "sentinel/later-meeting"': "+zlatermeeting -zmeetinglabel"},
        ),
    ),
    "Query.assessments": (
        Field(
            "{ assessments@ { summary } }",
            {},
            {
                'area: "neighbour"': "!znearcell -ziscell",
                'organization: "sentinel/other-service"': "!zunratedcell -ziscell",
                DAY: "!zcellsummary -ziscell",
                SINCE: "-ziscell",
            },
        ),
    ),
    "Query.search": (
        Field(
            "{ search@ { ... on Organization { name } } }",
            {"text": '"zshared"'},
            {
                'area: "neighbour"': "!znearboard -zboard",
                FIRST: "!zboard -znearboard",
                'text: "zhub"': "+zhub -zboard",
            },
        ),
    ),
    "Query.representation": (
        Field(
            f"{{ representation@ {{ seats {_SEAT} involved {_SEAT} notRepresented {{ note }} }} }}",
            {"of": '"sentinel/forum"'},
            {
                DAY: "+zwasboard +zwasseat +zwasholder +zwasgroup +zwasabsence"
                " -zisboard -zisseat -zisholder -zisgroup -zisabsence -znowboard",
                PLAN: "+zplanboard +zplanseat",
                'of: "sentinel/carrier"': "+zresttwo -zseatlabel",
            },
        ),
        Field(
            f"{{ representation@ {{ seats {_SEAT} }} }}",
            {"of": '"sentinel/new-group"'},
            {"maxSteps: 0": "!zseatlabel -zhatseat", "maxSteps: 1": "!zhatseat"},
        ),
    ),
    "Query.structure": (
        Field(
            "{ structure@ { nodes { name } lines { type to { name } } posts { label } } }",
            {"area": '"sentinel"'},
            {
                DAY: "+zwasseat +zwasboardseat -zisseat -zisboardseat",
                PLAN: "+zplanseat +zplanboardseat",
                'area: "neighbour"': "+znearforum -zforum",
                'root: "sentinel/forum"': "!zseatlabel -zhub",
            },
        ),
        Field(
            "{ structure@ { nodes { name } lines { type } } }",
            {"root": '"sentinel/hub"'},
            {
                "steps: 1": "!zuphostedby",
                "direction: UP": "!zupreportsto -zdownreportsto",
                "types: [HOSTED_BY]": "!zuphostedby -zupreportsto",
            },
        ),
        Field("{ structure@ { nodes { name } } }", {"root": '"sentinel/forum"'}, {"steps: 1": "!zboard -zischooser"}),
    ),
    "Query.gaps": (
        Field(
            f"{{ gaps@ {_page('kind explanation')} }}",
            {"area": '"sentinel"'},
            {
                DAY: "+zwasabsence -zisseat -zisabsence",
                PLAN: "+zplanseat",
                'area: "neighbour"': "+znearabsence -zabsencenote",
                "kinds: [NO_VOICE]": "!zvoiceless -zabsencenote",
                FIRST: "!source,_of_february_2003 -zabsencenote",
                AFTER: "!zabsencenote -source,_of_february_2003",
            },
        ),
    ),
    "Query.changes": (
        Field(
            f"{{ changes@ {_page('kind explanation')} }}",
            {"since": '"1980-01-01"', "until": '"2020-01-01"'},
            {
                'since: "2008-01-01"': "!zisseat -zformer",
                'until: "2008-01-01"': "!zformer -zisseat",
                'area: "neighbour"': "!znearseat -zformer",
                'organization: "sentinel/hub"': "!zendedend -zformer",
                PLAN: "+zplanseat +zplanboardseat",
                FIRST: "!ztop -zformer",
                AFTER: "!zformer",
            },
        ),
    ),
    "Query.balance": (
        Field(
            "{ balance@ { sentences placed { post { label heldBy onBehalfOf { name } } } } }",
            {"of": '"sentinel/board"'},
            {
                DAY: "+zwasseat +zwasgroup +zwasholder -zisseat -zisgroup -zisholder",
                PLAN: "+zplanseat",
                'of: "sentinel/far-board"': "+zhatseat -zseatlabel",
            },
        ),
    ),
    "Query.members": (
        Field(
            "{ members@ { sentences members { name post { label } speaksFor { name } } } }",
            {"of": '"sentinel/board"'},
            {
                DAY: "+zwasseat +zwasgroup +zwasholder -zisseat -zisgroup -zisholder",
                PLAN: "+zplanseat",
                'of: "sentinel/far-board"': "+zhatseat -zseatlabel",
            },
        ),
    ),
    "Query.capacities": (
        Field(
            "{ capacities@ { name capacity { constitution } } }",
            {},
            {
                DAY: "+zwasboard",
                'areas: ["neighbour"]': "!znearconstitution -zconstitution",
                'sort: "constitution"': "= ~",
            },
        ),
    ),
    "Query.relationships": (
        Field(
            "{ relationships@ { sentences area { name } cells { summary } } }",
            {"area": '"sentinel"'},
            {DAY: "+zcellsummary -ziscell", 'area: "neighbour"': "+znearcell -ziscell"},
        ),
    ),
    "Query.compare": (
        Field(
            "{ compare@ { sentences left { name } right { name } structures { left { name } right { name } } } }",
            {"left": '"sentinel"', "right": '"neighbour"'},
            {
                DAY: "+zwasboard -zisboard -znowboard",
                'left: "neighbour"': "!znearboard -zhub",
                'right: "sentinel"': "!zhub -znearboard",
            },
        ),
    ),
    "Query.savedQuestions": (Field("{ savedQuestions@ { text href } }", {}, {'area: "sentinel"': "+zsentinelplace"}),),
    "Query.ask": (
        Field(
            "{ ask@ { text answer items { text } } }",
            {"question": '"who-sits-on"', "blanks": '["sentinel/board"]'},
            {
                DAY: "+zwasseat -zisseat",
                PLAN: "+zplanseat",
                'blanks: ["sentinel/far-board"]': "+zhatseat -zseatlabel",
                'question: "is-this-board-balanced"': "+for_which_sector",
            },
        ),
    ),
    "Query.routes": (
        Field(
            "{ routes@ { answer routes { sentence } reached { name } } }",
            {"from": '"sentinel/forum"', "to": '"sentinel/top"'},
            {
                DAY: "+zwasholder -zisholder -zisboard",
                FIRST: "!zboard -zfarboard",
                'from: "sentinel/new-board"': "!zisboard -zfarboard",
                'to: "sentinel/far-board"': "-ztop !zfarboard",
            },
        ),
        Field(
            "{ routes@ { answer routes { sentence } reached { name } } }",
            {"from": '"sentinel/forum"', "to": '"sentinel/planned-end"'},
            {PLAN: "+one_route"},
        ),
    ),
    "Query.fragility": (
        Field(
            "{ fragility@ { answer carriers { name seats { post { label } } } terms { explanation } withoutDeputy { label } } }",
            {"area": '"sentinel"'},
            {
                DAY: "+zwasseat +zwasholder -zisseat -zpersonname",
                PLAN: "+zplanseat +zplanholder",
                'area: "neighbour"': "+znearperson -zcarriername",
            },
        ),
    ),
    "Query.reportBack": (
        Field(
            "{ reportBack@ { explanation post { label } meeting { label } } }",
            {"area": '"sentinel"'},
            {
                DAY: "-zlatermeeting !zmeetinglabel",
                PLAN: "+zplanseat +zplanholder",
                'area: "neighbour"': "+znearmeeting -zmeetinglabel",
            },
        ),
    ),
    "Area.organizations": (
        Field(
            f'{{ area(id: "sentinel") {{ organizations@ {_NAMES} }} }}',
            {"first": "100"},
            {FIRST: "!zaged -zforum", AFTER: "!zforum -zaged"},
        ),
    ),
    "Fragility.withoutDeputy": (
        Field(
            '{ fragility(area: "sentinel") { withoutDeputy@ { label } } }',
            {},
            {"othersHaveOne: true": "!znodeputy -zhatseat"},
        ),
    ),
    "Fragility.ifLeft": (
        Field(
            '{ fragility(area: "sentinel") { ifLeft@ { carrier { name } explanations } } }',
            {"holder": '"sentinel/carrier"'},
            {'holder: "sentinel/new-holder"': "+zisholder -zresting"},
        ),
    ),
    "Organization.posts": (
        Field(f"{{ {_BOARD} {{ posts@ {{ label }} }} }}", {}, {DAY: "+zwasseat -zisseat", PLAN: "+zplanseat"}),
    ),
    "Organization.seatsElsewhere": (
        Field(
            f"{{ {_FORUM} {{ seatsElsewhere@ {{ label }} }} }}",
            {},
            {DAY: "+zwasseat -zisseat", PLAN: "+zplanseat"},
        ),
    ),
    "Organization.lines": (
        Field(
            f"{{ {_FORUM} {{ lines@ {{ type from {{ name }} to {{ name }} }} }} }}",
            {},
            {
                DAY: "+zfarboard +zwasgroup -zisgroup",
                PLAN: "+zplanend",
                "direction: UP": "!zservice -zisgroup",
                "types: [MEMBER_OF]": "!zisgroup -zservice",
                "ever: true": "+zfarboard +zwasgroup !zisgroup",
            },
        ),
    ),
    "Organization.ended": (Field('{ organization(id: "sentinel/merged") { ended@ } }', {}, {DAY: "+false -true"}),),
    "Organization.ending": (Field('{ organization(id: "sentinel/merged") { ending@ } }', {}, {DAY: "-zmerged"}),),
    "Organization.people": (
        Field(
            '{ organization(id: "sentinel/new-employer") { people@ { name } } }',
            {},
            {DAY: "-zpersonname"},
        ),
    ),
    "Source.citedBy": (
        Field(
            f'{{ node(id: "proceedings") {{ ... on Source {{ citedBy@ {_page("... on Meeting { label }")} }} }} }}',
            {},
            {FIRST: "!zlatermeeting -zmeetinglabel", AFTER: "!zmeetinglabel -zlatermeeting"},
        ),
    ),
    "Organization.higherBodies": (
        Field(
            '{ organization(id: "sentinel/hub") { higherBodies@ { name } } }',
            {},
            {DAY: "+zendedend !zupreportsto", PLAN: "+zplanend"},
        ),
    ),
    "Organization.recordedAbsences": (
        Field(f"{{ {_FORUM} {{ recordedAbsences@ {{ note }} }} }}", {}, {DAY: "+zwasabsence -zisabsence"}),
    ),
    "Organization.meetings": (
        Field(
            f"{{ {_BOARD} {{ meetings@ {_page('label')} }} }}",
            {},
            {FIRST: "!zmeetinglabel -zfuturemeeting", AFTER: "!zfuturemeeting -zmeetinglabel"},
        ),
    ),
    "Person.posts": (
        Field(f"{{ {_PERSON} {{ posts@ {{ post {{ label }} }} }} }}", {}, {DAY: "-zseatlabel"}),
        Field(
            '{ person(id: "sentinel/old-holder") { posts@ { post { label } } } }',
            {},
            {DAY: "+zseatlabel", "ever: true": "+zseatlabel"},
        ),
    ),
    "Person.worksFor": (Field(f"{{ {_PERSON} {{ worksFor@ {{ name }} }} }}", {}, {DAY: "+zwasemployer -zisemployer"}),),
    "Person.affiliations": (Field(f"{{ {_PERSON} {{ affiliations@ {{ role }} }} }}", {}, {DAY: "+zwasrole -zisrole"}),),
    "Post.onBehalfOf": (Field(f"{{ {_POST} {{ onBehalfOf@ {{ name }} }} }}", {}, {DAY: "+zwasgroup -zisgroup"}),),
    "Post.appointedBy": (Field(f"{{ {_POST} {{ appointedBy@ {{ name }} }} }}", {}, {DAY: "+zwaschooser -zischooser"}),),
    "Post.appointers": (
        Field(
            f"{{ {_POST} {{ appointers@ {{ say organization {{ name }} }} }} }}",
            {},
            {DAY: "+zwaschooser -zischooser -ratifies"},
        ),
    ),
    "Post.lastHeldBy": (Field('{ post(id: "sentinel/new-vacant") { lastHeldBy@ } }', {}, {DAY: "-zwaslast"}),),
    "Post.holders": (
        Field(
            f"{{ {_POST} {{ holders@ {{ holder {_HOLDER} }} }} }}",
            {},
            {DAY: "+zwasholder -zpersonname -zdeputyname"},
        ),
    ),
    "Post.tenures": (
        Field(
            f"{{ {_POST} {{ tenures@ {{ holder {_HOLDER} }} }} }}",
            {},
            {DAY: "+zwasholder -zpersonname -zdeputyname", "ever: true": "+zwasholder"},
        ),
    ),
    "Post.heldBy": (Field(f"{{ {_POST} {{ heldBy@ }} }}", {}, {DAY: "+zwasholder -zpersonname"}),),
    "Post.filledByHolderOf": (
        Field(
            '{ post(id: "sentinel/ex-officio") { filledByHolderOf@ { label } } }',
            {},
            {DAY: "="},
        ),
    ),
    "Post.state": (Field('{ post(id: "sentinel/new-vacant") { state@ } }', {}, {DAY: "-vacant"}),),
    "Post.vacant": (Field('{ post(id: "sentinel/new-vacant") { vacant@ } }', {}, {DAY: "-true"}),),
}
"""Every field that asks a question, and every field with arguments."""

ALL = list(chain.from_iterable(FIELDS.values()))
