"""What a field does not say of day and proposals is as the field around it says, all the way down."""

import pytest
from graphql import (
    ArgumentNode,
    BooleanValueNode,
    FieldNode,
    NameNode,
    StringValueNode,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    parse,
    print_ast,
    visit,
)

from app.api.schema.root import SCHEMA

from .conftest import Post

POST = "id state heldBy vacant holders { holder { __typename } } onBehalfOf { id } appointedBy { id } filledByHolderOf { id heldBy }"
BODY = f"id posts {{ {POST} }} seatsElsewhere {{ id heldBy }} lines {{ id }} higherBodies {{ id }}"
QUESTIONS = {
    "representation": f'representation(of: "gloucestershire/learning-and-skills-council", WHEN) {{ seats {{ post {{ {POST} }} board {{ {BODY} }} }} }}',
    "structure": f'structure(area: "gloucester", WHEN) {{ nodes {{ {BODY} }} posts {{ {POST} }} }}',
    "balance": f'balance(of: "gloucester/gloucester-partnership", WHEN) {{ of {{ {BODY} }} placed {{ post {{ {POST} }} }} }}',
    "members": f'members(of: "gloucester/gloucester-partnership", WHEN) {{ of {{ {BODY} }} members {{ post {{ {POST} }} }} }}',
    "gaps": f'gaps(area: "gloucester", first: 20, WHEN) {{ edges {{ node {{ body {{ {BODY} }} }} }} }}',
    "fragility": f'fragility(area: "gloucester", WHEN) {{ withoutDeputy {{ {POST} }} carriers {{ seats {{ post {{ {POST} }} }} office {{ {POST} }} }} }}',
    "posts of a body": f'organization(id: "gloucester/gloucester-partnership") {{ posts(WHEN) {{ {POST} organization {{ {BODY} }} }} }}',
    "lines of a body": f'organization(id: "gloucester/gloucester-partnership") {{ lines(WHEN) {{ from {{ {BODY} }} to {{ {BODY} }} }} }}',
}
DAY = "2009-12-01"


class Explicit(Visitor):
    """Adds the day, and whether proposals count, to every field that takes them and does not have them."""

    def __init__(self, types: TypeInfo, day: str, proposed: bool) -> None:
        super().__init__()
        self.types, self.day, self.proposed = types, day, proposed

    def enter_field(self, node: FieldNode, *_: object) -> FieldNode | None:
        """Say what the field leaves to the one around it."""
        field = self.types.get_field_def()
        given = {argument.name.value for argument in node.arguments or ()}
        added = list(node.arguments or ())
        if field and "on" in field.args and "on" not in given:
            added.append(ArgumentNode(name=NameNode(value="on"), value=StringValueNode(value=self.day)))
        if field and "includeProposed" in field.args and "includeProposed" not in given:
            value = BooleanValueNode(value=self.proposed)
            added.append(ArgumentNode(name=NameNode(value="includeProposed"), value=value))
        return FieldNode(
            name=node.name, alias=node.alias, arguments=tuple(added), directives=node.directives,
            selection_set=node.selection_set,
        )  # fmt: skip


def explicit(query: str, day: str, proposed: bool) -> str:
    types = TypeInfo(SCHEMA._schema)
    return print_ast(visit(parse(query), TypeInfoVisitor(types, Explicit(types, day, proposed))))


@pytest.mark.parametrize("proposed", [False, True])
@pytest.mark.parametrize("question", QUESTIONS)
def test_nested_fields_are_of_the_day_they_stand_in(post: Post, question: str, proposed: bool) -> None:
    when = f'on: "{DAY}"' + (", includeProposed: true" if proposed else "")
    query = f"{{ {QUESTIONS[question].replace('WHEN', when)} }}"
    spelled_out = explicit(query, DAY, proposed)
    assert spelled_out.count(DAY) > query.count(DAY)
    answer = post(query)
    assert "errors" not in answer, answer["errors"]
    assert answer["data"] == post(spelled_out)["data"]


def test_a_holder_of_a_day_is_not_said_to_be_missing_on_it(post: Post) -> None:
    query = QUESTIONS["representation"].replace("WHEN", f'on: "{DAY}"')
    (seat,) = [s["post"] for s in post(f"{{ {query} }}")["data"]["representation"]["seats"] if s["post"]["holders"]]
    assert (seat["state"], seat["vacant"]) == ("FILLED", False)
    today = post(f"{{ {QUESTIONS['representation'].replace(', WHEN', '')} }}")["data"]["representation"]["seats"]
    assert "VACANT" in {s["post"]["state"] for s in today}


def test_a_field_s_own_day_is_its_own_and_its_neighbours_stay(post: Post) -> None:
    asked = post("""{
      organization(id: "gloucester/gloucester-partnership-executive") {
        then: posts(on: "2009-12-01") { id here: heldBy today: heldBy(on: "2026-11-29") }
        now: posts(on: "2026-11-29") { id heldBy }
      }
    }""")["data"]["organization"]
    now = {each["id"]: each["heldBy"] for each in asked["now"]}
    assert {each["id"]: each["today"] for each in asked["then"] if each["id"] in now} == now
    assert any(each["here"] != each["today"] for each in asked["then"])
