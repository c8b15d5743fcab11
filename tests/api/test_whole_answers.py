"""One id that nobody has leaves the rest of an answer whole: the question about it is null, and its error says why."""

import pytest
from graphql import GraphQLNonNull, GraphQLObjectType, get_named_type, is_list_type

from app.api.schema.root import SCHEMA

from .conftest import Post

NOBODY = "nobody/nowhere"
QUESTIONS = {
    "representation": f'representation(of: "{NOBODY}") {{ on }}',
    "structure": f'structure(root: "{NOBODY}") {{ on }}',
    "routes": f'routes(from: "bromley/council-on-ageing", to: "{NOBODY}") {{ on }}',
    "balance": f'balance(of: "{NOBODY}") {{ on }}',
    "members": f'members(of: "{NOBODY}") {{ on }}',
    "fragility": 'fragility(area: "nowhere") { on }',
    "compare": 'compare(left: "bromley", right: "nowhere") { on }',
    "ask": 'ask(question: "nothing") { on }',
}
LOOKED_UP = {"node", "organization", "person", "post", "area", "meeting", "entry", "changeSet"}


def test_each_question_of_the_schema_is_among_them() -> None:
    query = SCHEMA._schema.query_type
    assert isinstance(query, GraphQLObjectType)
    single = {
        name
        for name, field in query.fields.items()
        if not is_list_type(field.type) and not isinstance(field.type, GraphQLNonNull)
    }
    assert single == set(QUESTIONS) | LOOKED_UP
    others = [field.type for name, field in query.fields.items() if name not in single]
    assert all(
        is_list_type(type_.of_type) or get_named_type(type_).name.endswith("Connection")
        for type_ in others
        if isinstance(type_, GraphQLNonNull)
    )


@pytest.mark.parametrize("name", QUESTIONS)
def test_one_unknown_id_leaves_the_rest(post: Post, name: str) -> None:
    answer = post(f'{{ {QUESTIONS[name]} area(id: "bromley") {{ name }} areas {{ id }} }}')
    assert answer["data"][name] is None
    assert answer["data"]["area"] == {"name": "Bromley"}
    assert len(answer["data"]["areas"]) > 3
    (error,) = answer["errors"]
    assert (error["path"], error["extensions"]["code"]) == ([name], "NOT_FOUND")


def test_all_of_them_at_once(post: Post) -> None:
    answer = post("{ " + " ".join(QUESTIONS.values()) + " areas { id } }")
    assert {name for name, value in answer["data"].items() if value is None} == set(QUESTIONS)
    assert {error["path"][0] for error in answer["errors"]} == set(QUESTIONS)


def test_nobody_leaves_and_the_rest_of_the_answer_stays(post: Post) -> None:
    answer = post(f'{{ fragility(area: "bromley") {{ answer ifLeft(holder: "{NOBODY}") {{ explanations }} }} }}')
    assert answer["data"]["fragility"]["answer"]
    assert answer["data"]["fragility"]["ifLeft"] is None
    (error,) = answer["errors"]
    assert (error["path"], error["extensions"]["code"]) == (["fragility", "ifLeft"], "NOT_FOUND")
