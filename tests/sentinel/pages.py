"""What each address takes: the switches that change its answer, and the words that come and go with them.

`on=2005` is before what is called zis and znow, and while what is called zwas holds; `on=2010` is before znow.
`proposed=1` adds what is called zplan. A switch of the usual ones that a line does not name changes nothing there.
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from app.exchange.formats.registry import FORMATS
from tests.sentinel.questions import SAVED

DAY, LATER, PLAN, NEXT = "on=2005", "on=2010", "proposed=1", "area=neighbour"
USUAL = (DAY, PLAN, NEXT)


@dataclass(frozen=True)
class Asked:
    """An address, and what each switch of it does."""

    address: str
    switches: dict[str, str]


_AROUND_PLACE = {
    DAY: "+zwasboard -zisboard -znowboard",
    LATER: "-znowboard !zisboard",
    PLAN: "+zplanboard",
}
_AROUND_FORUM = {
    DAY: "+zwasboard +zwasgroup +zwasholder -zisboard -zisgroup -zisholder -znowboard",
    LATER: "-znowboard !zisboard",
    PLAN: "+zplanboard +zplanend +zplanholder",
}
_VIEW = {
    "hide=seat": "-zresting",
    "show=support": "+zdownhostedby",
    "kinds=boards": "!zisboard -zforum",
    "sectors=voluntary": "-ztop",
    "themes=care": "!zboard -zresting",
    "certainty=stated": "!zboard -zforum",
    "about=zhub": "+zuphostedby -zboard",
    "open=all": "+zfirm",
    "find=zhub": "=",
    "size=large": "=",
}
_IN_FILE = {
    "hide=seat": "-zseatlabel",
    "show=support": "+is_hosted_by",
    "about=zhub": "-zboard",
    "open=all": "=",
}
"""A file names every body that a view is of, drawn or not: what its switches change are seats, lines and the picture."""
_LISTED = {DAY: "+zwaschooser -zischooser", PLAN: "+zplanend", NEXT: "+znearforum -zlinelabel"}
_REGISTER = {
    DAY: "+zwasseat +zwasholder -zisseat",
    PLAN: "+zplanseat +zplanholder",
    "find=zuntaken": "!zuntaken -zseatlabel",
}
_REGISTERS = _REGISTER | {NEXT: "!znearseat -zseatlabel"}
_RECONCILE = "/data/reconcile?queries="
_NOTHING: dict[str, str] = {}

PAGES: dict[str, tuple[Asked, ...]] = {
    "/": (Asked("/", _NOTHING),),
    "/search": (Asked("/search?q=zforum", {DAY: "+zwasabsence -zisabsence", "q=znearforum": "-zfirm"}),),
    "/sources": (Asked("/sources", {"find=zminutes": "!zminutestitle -zreporttitle"}),),
    "/sources/{source:path}": (Asked("/sources/report", _NOTHING),),
    "/suggest": (
        Asked("/suggest?q=zfo", {"to=who": "+who?of=sentinel/forum", "to=body": '+"value":', "q=zto": "+ztop -zforum"}),
    ),
    "/who": (
        Asked(
            "/who?of=sentinel/forum",
            {
                DAY: "+zwasboard +zwasseat +zwasholder +zwasgroup +zwaschooser +zwasabsence"
                " -zisboard -zisseat -zisholder -zisgroup -zischooser -zisabsence -znowboard"
                " +@zwasboard -@zisboard",
                LATER: "-znowboard !zisboard -@znowboard !@zisboard",
                PLAN: "+zplanboard +zplanseat +zplanholder +@zplanboard +@zplanend",
                "of=sentinel/old-holder": "-zisseat",
            },
        ),
        Asked(
            "/who?of=sentinel/person",
            {DAY: "-zseatlabel -zisboard -@zisboard", LATER: "!zisboard -@znowboard"},
        ),
        Asked("/who?of=sentinel/planner", {PLAN: "+zplanseat +@zplanseat"}),
    ),
    "/routes": (
        Asked(
            "/routes?from=sentinel/forum&to=sentinel/top",
            {
                DAY: "+zwasholder -zisholder -zisboard",
                "from=sentinel/silent-net": "+zsilentnet -zforum",
                "to=sentinel/far-board": "-zboard !zfarboard",
            },
        ),
        Asked("/routes?from=sentinel/forum&to=sentinel/planned-end", {PLAN: "+route_1", DAY: "+zwasboard -zisboard"}),
    ),
    "/routes.svg": (
        Asked(
            "/routes.svg?from=sentinel/forum&to=sentinel/top",
            {
                "frame=none": "-zreporttitle",
                DAY: "+zwasholder -zisholder",
                "from=sentinel/resting": "-zforum",
                "to=sentinel/far-board": "-ztop +zfarboard",
                "route=2": "!ztop",
            },
        ),
    ),
    "/routes.png": (Asked("/routes.png?from=sentinel/forum&to=sentinel/top", {"frame=none": "~", DAY: "~"}),),
    "/routes.pdf": (Asked("/routes.pdf?from=sentinel/forum&to=sentinel/top", {DAY: "+zwasholder -zisholder"}),),
    "/people/{person:path}": (
        Asked(
            "/people/sentinel/person",
            {
                DAY: "+zwasemployer +zwasrole -zisemployer -zisrole -@zisboard",
                LATER: "!zisboard -@znowboard",
            },
        ),
        Asked("/people/sentinel/planner", {PLAN: "+zplanseat +@zplanseat"}),
    ),
    "/posts/{area}/{post}": (
        Asked(
            "/posts/sentinel/seat",
            {DAY: "+zwasgroup +zwaschooser -zisgroup -zischooser"},  # everybody who ever held it is always there
        ),
    ),
    "/meetings/{area}/{meeting}": (Asked("/meetings/sentinel/meeting", _NOTHING),),
    "/diagrams/{area}.json": (
        Asked("/diagrams/sentinel.json", _AROUND_PLACE | {"find=zhub": "+called_something_with"}),
    ),
    "/diagrams/{area}/{organization}.json": (Asked("/diagrams/sentinel/forum.json", _AROUND_FORUM),),
    # All of so small a place is drawn from the start; tests/web/test_downloads.py opens a larger one.
    "/diagrams/{area}.svg": (
        Asked(
            "/diagrams/sentinel.svg",
            _AROUND_PLACE
            | _VIEW
            | {"frame=none": "-zreporttitle", "open=all": "=", "close=roster:sentinel/board": "-zseatlabel !zboard"},
        ),
    ),
    "/diagrams/{area}/{organization}.svg": (
        Asked(
            "/diagrams/sentinel/forum.svg",
            _AROUND_FORUM | {"frame=none": "-zreporttitle", "direction=down": "-ztop !zisgroup"},
        ),
        Asked("/diagrams/sentinel/chapel.svg", {"steps=1": "-ztop !zboard"}),
    ),
    "/diagrams/{area}.html": (Asked("/diagrams/sentinel.html", _AROUND_PLACE | _VIEW | _IN_FILE),),
    "/diagrams/{area}/{organization}.html": (
        Asked(
            "/diagrams/sentinel/forum.html",
            _AROUND_FORUM | {"direction=down": "-ztop !zisgroup", "select=sentinel/forum": "="},
        ),
        Asked("/diagrams/sentinel/chapel.html", {"steps=1": "-ztop !zboard"}),
    ),
    "/diagrams/{area}.png": (
        Asked("/diagrams/sentinel.png?about=sentinel/forum", {"frame=none": "~", DAY: "~", PLAN: "~"}),
    ),
    "/diagrams/{area}/{organization}.png": (
        Asked("/diagrams/sentinel/forum.png", {"frame=none": "~", DAY: "~", PLAN: "~", "size=large": "~"}),
    ),
    "/diagrams/{area}.pdf": (Asked("/diagrams/sentinel.pdf", _AROUND_PLACE | {"size=large": "="}),),
    "/diagrams/{area}/{organization}.pdf": (Asked("/diagrams/sentinel/forum.pdf", _AROUND_FORUM),),
    "/embed/{area}": (Asked("/embed/sentinel", _AROUND_PLACE),),
    "/embed/{area}/{organization}": (Asked("/embed/sentinel/forum", _AROUND_FORUM),),
    "/social/{area}.png": (Asked("/social/sentinel.png?about=sentinel/forum", {DAY: "~", PLAN: "~"}),),
    "/social/{area}/{organization}.png": (Asked("/social/sentinel/forum.png", {DAY: "~", PLAN: "~"}),),
    "/booklet/{area}": (
        Asked("/booklet/sentinel", _AROUND_PLACE | {"by=body": "+zseatlabel"}),
        Asked(
            "/booklet/sentinel?by=body",
            {
                DAY: "+zwasboardseat +zwasgroup +zwasholder +zwaschooser -zisboardseat -zisgroup -zischooser",
                PLAN: "+zplanboardseat +zplanseat +zplanholder +zplanend",
            },
        ),
    ),
    "/booklet/{area}.pdf": (
        Asked("/booklet/sentinel.pdf", _AROUND_PLACE | {"by=body": "+zseatlabel"}),
        Asked("/booklet/sentinel.pdf?by=body", {DAY: "+zwasboardseat -zisboardseat", PLAN: "+zplanboardseat"}),
    ),
    "/stories": (Asked("/stories", _NOTHING),),
    "/stories/{area}/{story}": (
        Asked(
            "/stories/sentinel/tale",
            {"step=2": "+zsecondsays +zplanboard +zisboard -zfirstsays -zwasboard"},
        ),
    ),
    "/stories/{area}/{story}/handout": (Asked("/stories/sentinel/tale/handout", _NOTHING),),
    "/panel/{area}/{organization}": (
        Asked("/panel/sentinel/forum", _AROUND_FORUM | {"fragment=1": "="}),
        Asked("/panel/sentinel/board", {DAY: "+zwasseat +zwaschooser -zisseat -zischooser", PLAN: "+zplanseat"}),
    ),
    "/balance": (
        Asked(
            "/balance?of=zshared&area=sentinel",
            {
                DAY: "+zwasseat +zwasgroup +zwasholder -zisseat -zisgroup -zpersonname",
                PLAN: "+zplanseat +zplanholder",
                NEXT: "+znearboard +znearseat -zboard",
                "of=sentinel/far-board": "+zhatseat -zseatlabel",
            },
        ),
    ),
    "/members/{area}/{organization}": (
        Asked(
            "/members/sentinel/board",
            {DAY: "+zwasseat +zwasgroup +zwasholder -zisseat -zisgroup -zpersonname", PLAN: "+zplanseat +zplanholder"},
        ),
    ),
    "/members.{format}": (
        Asked(
            "/members.csv?of=zshared&area=sentinel",
            {
                DAY: "+zwasseat +zwasgroup +zwasholder -zisseat -zisgroup -zpersonname",
                PLAN: "+zplanseat +zplanholder",
                NEXT: "+znearboard +znearseat -zseatlabel",
                "of=sentinel/far-board": "+zhatseat -zseatlabel",
                "of=": "+zhatseat !zseatlabel",
            },
        ),
        Asked(
            "/members.xlsx?area=sentinel", {DAY: "+zwasseat -zisseat", PLAN: "+zplanseat", NEXT: "+znearseat -zisseat"}
        ),
    ),
    "/gaps": (
        Asked(
            "/gaps?area=sentinel",
            {
                DAY: "+zwasholder +zwasabsence -zisseat -zisboardseat -zisabsence",
                PLAN: "+zplanseat +zplanholder",
                NEXT: "+znearseat +znearabsence -zabsencenote",
                "area=": "+znearseat !zabsencenote",
                "kind=no_voice": "!zvoiceless -zabsencenote",
            },
        ),
    ),
    "/balance.{format}": (
        Asked(
            "/balance.csv?area=sentinel",
            {
                DAY: "+zwasseat +zwasholder +zwasgroup -zisseat -zisgroup",
                PLAN: "+zplanseat +zplanholder",
                NEXT: "+znearseat -zseatlabel",
            },
        ),
        Asked(
            "/balance.xlsx?area=sentinel", {DAY: "+zwasseat -zisseat", PLAN: "+zplanseat", NEXT: "+znearseat -zisseat"}
        ),
    ),
    "/gaps.{format}": (
        Asked(
            "/gaps.csv?area=sentinel",
            {
                DAY: "+zwasholder +zwasabsence -zisseat -zisboardseat -zisabsence",
                PLAN: "+zplanseat +zplanholder",
                NEXT: "+znearseat +znearabsence -zabsencenote",
                "kind=no_voice": "!zvoiceless -zabsencenote",
            },
        ),
        Asked(
            "/gaps.xlsx?area=sentinel",
            {
                DAY: "-zisseat",
                PLAN: "+zplanseat",
                NEXT: "+znearseat -zabsencenote",
                "kind=no_voice": "!zvoiceless -zabsencenote",
            },
        ),
    ),
    "/capacity": (
        Asked(
            "/capacity",
            {
                DAY: "+zwasboard",
                NEXT: "!znearconstitution -zconstitution",
                "area=sentinel": "!zconstitution -znearforum",
            },
        ),
    ),
    "/lines.{format}": (
        Asked("/lines.csv?area=sentinel", {DAY: "", PLAN: "+zplanend", NEXT: "+znearforum -zlinelabel"}),
        Asked("/lines.xlsx?area=sentinel", {DAY: "", PLAN: "+zplanend", NEXT: "+znearforum -zlinelabel"}),
    ),
    "/meetings.{format}": (
        Asked("/meetings.csv?area=sentinel", {NEXT: "+znearmeeting -zmeetinglabel"}),
        Asked("/meetings.xlsx?area=sentinel", {NEXT: "+znearmeeting -zmeetinglabel"}),
    ),
    "/capacity.{format}": (
        Asked("/capacity.csv", {DAY: "+zwasboard", NEXT: "!znearconstitution -zconstitution"}),
        Asked("/capacity.xlsx", {DAY: "+zwasboard", NEXT: "!znearconstitution -zconstitution"}),
    ),
    "/registers": (Asked("/registers", _NOTHING),),
    "/registers/{area}": (Asked("/registers/sentinel", {DAY: "~", PLAN: "~"}),),
    "/registers/{area}/{register}": (
        Asked("/registers/sentinel/seats", _REGISTER | {"page=1": "="}),
        Asked("/registers/sentinel/bodies", {DAY: "+zwasboard -zisboard", PLAN: "+zplanboard", "find=zhub": "!zhub"}),
        Asked("/registers/sentinel/people", {DAY: "+zwasholder", PLAN: "+zplanholder"}),
        Asked("/registers/sentinel/lines", {DAY: "+zwasgroup -zisgroup", PLAN: "+zplanend"}),
        Asked("/registers/sentinel/vacancies", {DAY: "!zuntaken", "find=zhub": "-zuntaken"}),
        Asked("/registers/sentinel/outside-bodies", {DAY: "+zwaschooser -zischooser"}),
        Asked(
            "/registers/sentinel/asked-for",
            {DAY: "+zwasabsence -zisabsence", "find=zactiontext": "!zactiontext -zabsencenote"},
        ),
        Asked(
            "/registers/sentinel/meetings?on=2005",
            {LATER: "-zmeetinglabel", DAY: "!zmeetinglabel", "find=nothing_at_all": "-zmeetinglabel"},
        ),
        Asked("/registers/sentinel/attendance?on=2005", {LATER: "-zboard", DAY: "!zboard", PLAN: "+zplanseat"}),
    ),
    "/registers/{area}/{register}.{format}": (
        Asked("/registers/sentinel/seats.csv", _REGISTER),
        Asked("/registers/sentinel/seats.xlsx", _REGISTER),
    ),
    "/registers/{area}/{register}.json": (Asked("/registers/sentinel/seats.json", _REGISTER),),
    "/registers/seats": (Asked("/registers/seats", _REGISTERS | {"page=1": "="}),),
    "/registers/vacancies": (
        Asked(
            "/registers/vacancies",
            {
                DAY: "!zuntaken",
                "find=zuntaken": "!zuntaken -znearvacant",
                "page=1": "=",
                NEXT: "!znearvacant -zuntaken",
            },
        ),
    ),
    "/registers/outside-bodies": (
        Asked(
            "/registers/outside-bodies",
            {DAY: "+zwaschooser -zischooser", "find=zischooser": "!zischooser", "page=1": "=", NEXT: "-zischooser"},
        ),
    ),
    "/registers/asked-for": (
        Asked(
            "/registers/asked-for",
            {
                DAY: "+zwasabsence -zisabsence",
                "find=zactiontext": "!zactiontext -zabsencenote",
                "page=1": "=",
                NEXT: "!znearabsence -zabsencenote",
            },
        ),
    ),
    "/registers/{register}.{format}": (Asked("/registers/seats.csv", _REGISTERS),),
    "/registers/{register}.json": (Asked("/registers/seats.json", _REGISTERS),),
    "/ask": (Asked("/ask", {NEXT: "+zneighbourplace"}),),
    "/ask/{question}": (
        Asked(
            "/ask/who-sits-on?board=zshared&area=sentinel",
            {
                DAY: "+zwasseat +zwasgroup +zwasholder -zisseat -zisgroup -zpersonname",
                PLAN: "+zplanseat +zplanholder",
                NEXT: "+znearseat -zseatlabel",
                "board=sentinel/far-board": "+zhatseat -zseatlabel",
            },
        ),
        *(
            Asked(
                f"/ask/{id_}?{urlencode(saved.blanks, safe='/')}",
                {DAY: saved.on, PLAN: saved.proposed, NEXT: saved.area},
            )
            for id_, saved in SAVED.items()
        ),
    ),
    "/ask/{question}/{blank}/names": (Asked("/ask/who-sits-on/board/names?q=zshared", {NEXT: "!znearboard -zboard"}),),
    "/compare": (
        Asked(
            "/compare?left=sentinel&right=neighbour",
            {
                DAY: "+zwasboard -zisboard -znowboard",
                "left=neighbour": "-zhub !znearforum",
                "right=sentinel": "!zhub -znearforum",
            },
        ),
    ),
    "/relationships": (
        Asked(
            "/relationships?area=sentinel",
            {DAY: "+zcellsummary -ziscell", NEXT: "+znearcell -ziscell", "area=": "+znearcell !ziscell"},
        ),
    ),
    "/relationships.{format}": (
        Asked("/relationships.csv?area=sentinel", {DAY: "+zcellsummary -ziscell", NEXT: "+znearcell -ziscell"}),
        Asked("/relationships.xlsx?area=sentinel", {DAY: "+zcellsummary -ziscell", NEXT: "+znearcell -ziscell"}),
    ),
    "/relationships/{area}.svg": (
        Asked("/relationships/sentinel.svg", {"frame=none": "-zreporttitle", DAY: "+zcellsummary -ziscell"}),
    ),
    "/relationships/{area}.html": (Asked("/relationships/sentinel.html", {DAY: "+zcellsummary -ziscell"}),),
    "/relationships/{area}.png": (Asked("/relationships/sentinel.png", {"frame=none": "~", DAY: "~"}),),
    "/relationships/{area}.pdf": (Asked("/relationships/sentinel.pdf", {DAY: "+zcellsummary -ziscell"}),),
    "/changes": (
        Asked(
            "/changes?area=sentinel",
            {
                DAY: "-zisseat -zformer -@zisseat",
                LATER: "!zisseat -znowboardseat -@znowboardseat",
                PLAN: "+zplanseat +zplanboardseat +@zplanseat",
                NEXT: "+znearseat -zformer",
                "since=2008": "-zformer !zisseat",
                "until=2008": "!zformer -zisseat",
                "organization=sentinel/hub": "!zendedend -zformer",
            },
        ),
    ),
    "/data/dump.jsonl": (Asked("/data/dump.jsonl", _NOTHING),),
    "/data/manifest.json": (Asked("/data/manifest.json", _NOTHING),),
    "/data/reconcile": (
        Asked(
            _RECONCILE + quote('{"q":{"query":"zforum"}}'),
            {
                'queries={"q":{"query":"zforum","limit":1}}': "-znearforum !zforum",
                'queries={"q":{"query":"zto"}}': "+ztop -zforum",
                "queries=": "+suggest -zforum",
                "id=sentinel/forum": "+zpurpose",
            },
        ),
    ),
    "/data/reconcile/suggest/entity": (
        Asked("/data/reconcile/suggest/entity?prefix=zfo", {"prefix=zto": "+ztop -zforum"}),
    ),
    "/data/reconcile/suggest/type": (Asked("/data/reconcile/suggest/type", {"prefix=forum": "!forum -charity"}),),
    "/data/reconcile/suggest/property": (Asked("/data/reconcile/suggest/property", {"prefix=zno": "-area"}),),
    "/data/reconcile/preview": (
        Asked("/data/reconcile/preview?id=sentinel/forum", {"id=sentinel/top": "+ztop -zforum"}),
    ),
    "/data/reconcile/flyout": (
        Asked("/data/reconcile/flyout?id=sentinel/forum", {"id=sentinel/top": "+ztop -zforum"}),
    ),
    "/data/{area}.manifest.json": (Asked("/data/sentinel.manifest.json", _NOTHING),),
    **{f"/data/{{area}}.{each.ending}": (Asked(f"/data/sentinel.{each.ending}", _NOTHING),) for each in FORMATS},
    "/feeds/{area}.atom": (Asked("/feeds/sentinel.atom", _NOTHING),),
    "/feeds/{area}/{organization}.atom": (Asked("/feeds/sentinel/board.atom", _NOTHING),),
    "/fragility": (
        Asked(
            "/fragility?area=sentinel",
            {
                DAY: "+zwasseat +zwasholder +zwasgroup -zisseat -zisgroup -zpersonname",
                LATER: "-znowboard !zisboard",
                PLAN: "+zplanseat +zplanholder",
                NEXT: "+znearperson -zcarriername",
                "person=sentinel/carrier": "+zresting_would_have_nobody",
            },
        ),
    ),
    "/changes.svg": (
        Asked(
            "/changes.svg?area=sentinel",
            {
                "frame=none": "-zreporttitle",
                DAY: "-znowboard",
                LATER: "-znowboard !zisboard",
                PLAN: "+zplanboard",
                NEXT: "-zboard",
                "since=2008": "!zboard",
                "until=2008": "-zisboard !zboard",
                "of=sentinel/forum": "!zforum",
                "size=large": "=",
                "day=before": "!zboard",
            },
        ),
        Asked(
            "/changes.svg?of=sentinel/forum&since=2005-06-01&until=2010&day=before",
            {"day=after": "+zisboard -zwasboard", "since=2009": "-zwasboard"},
        ),
    ),
    "/changes.png": (Asked("/changes.png?area=sentinel&day=after", {"frame=none": "~", DAY: "~", "size=large": "~"}),),
    "/changes.pdf": (
        Asked(
            "/changes.pdf?area=sentinel",
            {DAY: "-znowboard", PLAN: "+zplanboard", NEXT: "+znearboard", "size=large": "="},
        ),
    ),
    "/changes.{format}": (
        Asked(
            "/changes.csv?area=sentinel",
            {
                DAY: "-zisseat -zformer",
                LATER: "!zisseat -znowboardseat",
                PLAN: "+zplanseat +zplanboardseat",
                NEXT: "+znearseat -zformer",
                "since=2008": "-zformer !zisseat",
                "until=2008": "!zformer -zisseat",
                "of=sentinel/hub": "!zendedend -zformer",
            },
        ),
    ),
    "/who.{format}": (
        Asked(
            "/who.json?of=sentinel/forum",
            {
                DAY: "+zwasboard +zwasseat +zwasholder -zisboard -zisseat -zisholder -znowboard",
                LATER: "-znowboard !zisboard",
                PLAN: "+zplanboard +zplanseat +zplanholder",
                "of=sentinel/old-holder": "-zisseat",
                "of=": "-zboard",
            },
        ),
    ),
    "/routes.{format}": (
        Asked(
            "/routes.csv?from=sentinel/forum&to=sentinel/top",
            {
                DAY: "+zwasholder -zisholder -zisboard",
                "from=sentinel/silent-net": "-zforum",
                "to=sentinel/far-board": "-zboard !zfarboard",
            },
        ),
    ),
    "/fragility.{format}": (
        Asked(
            "/fragility.csv?area=sentinel",
            {
                DAY: "+zwasseat +zwasholder +zwasgroup -zisseat -zisgroup -zpersonname",
                LATER: "-znowboard !zisboard",
                PLAN: "+zplanseat +zplanholder",
                NEXT: "+znearperson -zcarriername",
            },
        ),
    ),
    "/compare.{format}": (
        Asked(
            "/compare.csv?left=sentinel&right=neighbour",
            {
                DAY: "+zwasboard -zisboard -znowboard",
                "left=neighbour": "-zhub !znearforum",
                "right=sentinel": "!zhub -znearforum",
            },
        ),
    ),
    "/sources.{format}": (Asked("/sources.csv", {"find=zminutes": "!zminutestitle -zreporttitle"}),),
    "/report-back.{format}": (
        Asked(
            "/report-back.csv?area=sentinel",
            {
                DAY: "-zisholder -zpersonname",
                PLAN: "+zplanholder",
                NEXT: "+znearboard -zboard",
                "area=": "+znearboard !zboard",
            },
        ),
    ),
    "/report-back": (
        Asked(
            "/report-back?area=sentinel",
            {
                DAY: "-zisholder -zpersonname",
                PLAN: "+zplanholder",
                NEXT: "+znearboard -zboard",
                "area=": "+znearboard !zboard",
            },
        ),
    ),
    "/report-back/{area}/{post}": (
        Asked(
            "/report-back/sentinel/seat",
            {DAY: "+zwasholder +zwasgroup +zwaschooser -zpersonname -zisgroup -zischooser"},
        ),
    ),
    "/calendars/{area}.ics": (Asked("/calendars/sentinel.ics", _NOTHING),),
    "/calendars/{area}/{organization}.ics": (Asked("/calendars/sentinel/board.ics", _NOTHING),),
    "/{area}": (
        Asked(
            "/sentinel",
            {
                DAY: "+zwasseat +zwasboardseat +zwasabsence -zisseat -zisboardseat -zisabsence",
                LATER: "-znowboardseat !zisboardseat",
                PLAN: "+zplanseat +zplanboardseat",
                "select=sentinel/hub": "+its_own_page",
            },
        ),
    ),
    "/{area}/{organization}": (
        Asked(
            "/sentinel/forum",
            {
                DAY: "+zwasboard +zwasholder +zwasabsence -zisboard -zisholder -zisabsence"
                " +@zwasboard +@zwasseat -@zisboard -@zisseat",
                LATER: "-znowboard !zisboard -@znowboard !@zisboard",
                PLAN: "+zplanboard +zplanholder +zplanend +@zplanboard +@zplanseat",
            },
        ),
        Asked("/sentinel/board", {DAY: "+zwasgroup -zisgroup -zischooser", PLAN: "+zplanseat +zplanholder"}),
        Asked("/sentinel/old-employer", {DAY: "+zpersonname +zwasrole"}),
    ),
}
"""Every route that says something of a place."""

SAYS_NOTHING_OF_A_PLACE = {
    "/healthz", "/readyz", "/metrics", "/robots.txt", "/glossary", "/schema.graphql", "/static", "/static/vis",
    "/about", "/privacy", "/accessibility", "/terms",
    "/graphql/assets/{name}",
    "/graphql", "/api", "/openapi.json",
}  # fmt: skip
"""Routes without a place in them; what the API takes is in `fields`."""

ORDER = {"sort", "dir"}
"""What only puts an answer in another order, which `test_cells` looks at."""
