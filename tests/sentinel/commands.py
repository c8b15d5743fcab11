"""What each command takes: its arguments and options, and the words that come and go with them."""

from dataclasses import dataclass

from tests.sentinel.questions import SAVED

DAY, PLAN, NEXT = "--on=2005", "--proposed", "--area=neighbour"


@dataclass(frozen=True)
class Command:
    """A command with what it is asked, and what each option does."""

    words: tuple[str, ...]
    switches: dict[str, str]
    json: bool = True
    """Whether it answers with `--json` too."""


COMMANDS: dict[str, tuple[Command, ...]] = {
    "who": (
        Command(
            ("sentinel/forum",),
            {
                DAY: "+zwasboard +zwasseat +zwasholder +zwasabsence -zisboard -zisseat -zisholder -zisabsence",
                PLAN: "+zplanboard +zplanseat +zplanholder",
            },
        ),
        Command(("zshared", "--area=sentinel"), {NEXT: "+znearboard -zboard"}),
    ),
    "routes": (
        Command(
            ("sentinel/forum", "sentinel/top"),
            {DAY: "+zwasholder -zisholder -zisboard", "--first=1": "!zboard -zfarboard"},
        ),
        Command(("sentinel/forum", "sentinel/planned-end"), {PLAN: "+one_route"}),
        Command(("sentinel/forum", "zshared", "--area=sentinel"), {NEXT: "+znearboard"}),
    ),
    "search": (Command(("zshared",), {NEXT: "!znearboard -zboard", "--first=1": "!zboard -znearboard"}),),
    "gaps": (
        Command(
            ("--area=sentinel",),
            {
                DAY: "+zwasabsence -zisseat -zisabsence",
                PLAN: "+zplanseat",
                NEXT: "+znearabsence -zabsencenote",
                "--kind=no_voice": "!zvoiceless -zabsencenote",
            },
        ),
    ),
    "changes": (
        Command(
            (),
            {
                "--since=2008": "!zisseat -zformer",
                "--until=2008": "!zformer -zisseat",
                PLAN: "+zplanseat +zplanboardseat",
                NEXT: "!znearseat -zformer",
                "--organization=sentinel/hub": "!zendedend -zformer",
            },
        ),
    ),
    "ask": (
        *(
            Command((id_, *SAVED[id_].blanks.values()), {DAY: SAVED[id_].on, PLAN: SAVED[id_].proposed})
            for id_ in ("where-is-heard", "who-owes-a-report")
        ),
        Command(("who-sits-on", "sentinel/board"), {"--list": "-zboard"}),
    ),
    "balance": (
        Command(
            ("sentinel/board",),
            {DAY: "+zwasseat -zisseat", PLAN: "+zplanseat"},
            json=False,
        ),
        Command(
            ("sentinel/board", "--json"),
            {DAY: "+sentinel/old-seat -sentinel/new-seat", PLAN: "+sentinel/planned-seat"},
            json=False,
        ),
        Command(("zshared", "--area=sentinel"), {NEXT: "+znearboard -zboard"}),
    ),
    "members": (
        Command(
            ("sentinel/board",),
            {DAY: "+zwasseat +zwasgroup +zwasholder -zisseat -zisgroup", PLAN: "+zplanseat"},
        ),
        Command(("zshared", "--area=sentinel"), {NEXT: "+znearboard -zboard"}),
    ),
    "capacity": (
        Command((), {DAY: "+zwasboard", NEXT: "!znearconstitution -zconstitution", "--sort=constitution": "= ~"}),
    ),
    "relationships": (Command(("--area=sentinel",), {DAY: "+zcellsummary -ziscell", NEXT: "+znearcell -ziscell"}),),
    "compare": (Command(("sentinel", "neighbour"), {DAY: "-246_seats_recorded"}),),
    "fragility": (
        Command(
            ("--area=sentinel",),
            {
                DAY: "+zwasholder -zpersonname",
                PLAN: "+zplanholder",
                NEXT: "+znearperson -zcarriername",
                "--if-left=sentinel/carrier": "!zresting",
            },
        ),
    ),
    "register": (
        Command(
            ("seats", "--area=sentinel"),
            {
                DAY: "+zwasseat +zwasholder -zisseat",
                PLAN: "+zplanseat +zplanholder",
                NEXT: "+znearseat -zseatlabel",
                "--find=zuntaken": "!zuntaken -zseatlabel",
                "--sort=seat": "~",
            },
        ),
        Command(("seats", "--area=sentinel"), {"--csv": "!zseatlabel"}, json=False),
    ),
    "report-back": (
        Command(
            ("--area=sentinel",),
            {DAY: "-zisholder -zpersonname", PLAN: "+zplanholder", NEXT: "+znearboard -zboard"},
        ),
    ),
}
"""Every command that answers a question."""

ASKS_NOTHING = {
    "serve", "check", "load", "import", "minutes", "template", "export", "history", "undo", "merge", "rename", "split", "duplicates", "remove", "schema", "graphql-schema", "account", "token",
}  # fmt: skip
"""Commands that answer no question about a place."""
