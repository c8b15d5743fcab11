"""What a page is given and what its template uses are the same: nothing unused, nothing missing.

A template is read with everything that it extends, includes and imports. What a page holds that is made for pages alone
is looked into as well, such as the lines of a list: each of its fields is used somewhere in the same templates.
"""

import dataclasses
import importlib
import pkgutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeGuard, get_args, get_type_hints

import pytest
from jinja2 import BaseLoader, ChoiceLoader, DictLoader, Environment, nodes
from jinja2.meta import find_referenced_templates, find_undeclared_variables

import app.web
from app.web.shell.render import Page, Surroundings, environment

for module in pkgutil.walk_packages(app.web.__path__, "app.web."):
    importlib.import_module(module.name)


def pages_of(root: type[Page]) -> Iterator[type[Page]]:
    for page in root.__subclasses__():
        # A dataclass with slots is made anew: the class it was made from lingers without a place of its own.
        if getattr(importlib.import_module(page.__module__), page.__name__, None) is page:
            yield page
        yield from pages_of(page)


PAGES = sorted((page for page in pages_of(Page) if page.__module__.startswith("app.")), key=lambda page: page.__name__)


@cache
def parsed(env: Environment, template: str) -> nodes.Template:
    assert env.loader is not None
    return env.parse(env.loader.get_source(env, template)[0])


@cache
def read(env: Environment, template: str) -> list[nodes.Template]:
    """Return a template as it is written, and every one that it names."""
    waiting, seen = [template], dict[str, nodes.Template]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen[name] = parsed(env, name)
            named = list(find_referenced_templates(seen[name]))
            assert None not in named, f"{name} names a template by a value: what it uses cannot be known"
            waiting += [other for other in named if other]
    return list(seen.values())


def names_used(env: Environment, template: str) -> set[str]:
    """Return the names that a template takes from its context."""
    return {name for tree in read(env, template) for name in find_undeclared_variables(tree)} - env.globals.keys()


def names_of_its_own(env: Environment, template: str) -> set[str]:
    """Return the names that a template sets or imports itself, and those of which it asks whether they are there."""
    own = set[str]()
    for tree in read(env, template):
        own |= {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
        own |= {test.node.name for test in tree.find_all(nodes.Test) if test.name == "defined" and is_name(test.node)}
        own |= {macro.name for macro in tree.find_all(nodes.Macro)}
        own |= {imported.target for imported in tree.find_all(nodes.Import)}
        for imported in tree.find_all(nodes.FromImport):
            own |= {name[1] if isinstance(name, tuple) else name for name in imported.names}
    return own


def is_name(node: nodes.Node) -> TypeGuard[nodes.Name]:
    return isinstance(node, nodes.Name)


def attributes_used(env: Environment, template: str) -> set[str]:
    """Return every attribute that a template asks of anything."""
    return {node.attr for tree in read(env, template) for node in tree.find_all(nodes.Getattr)}


def unused_fields(env: Environment, page: type[Page]) -> set[str]:
    """Return the fields of a page that its templates do not use."""
    return {field.name for field in dataclasses.fields(page)} - names_used(env, page.template)


def unused_parts(env: Environment, pages: Collection[type[Page]]) -> set[str]:
    """Return the fields of what is made for pages that no template of a page which has it uses."""
    used: dict[type[Any], set[str]] = {}
    for page in pages:
        for part in made_for_pages(page):
            used.setdefault(part, set()).update(attributes_used(env, page.template))
    return {
        f"{part.__name__}.{field.name}"
        for part, attributes in used.items()
        for field in dataclasses.fields(part)
        if field.name not in attributes
    }


def made_for_pages(page: type[Any]) -> set[type[Any]]:
    """Return the dataclasses of `app.web` that a page holds, at any depth."""
    found, waiting = set[type[Any]](), list[Any](get_type_hints(page).values())
    while waiting:
        hint = waiting.pop()
        waiting += get_args(hint)
        if not isinstance(hint, type) or not hint.__module__.startswith(("app.web.", __name__)):
            continue
        if dataclasses.is_dataclass(hint) and hint not in found:
            found.add(hint)
            waiting += get_type_hints(hint).values()
    return found


def test_there_are_pages_and_each_has_its_own_template() -> None:
    assert len(PAGES) > 25
    templates = [page.template for page in PAGES]
    assert len(set(templates)) == len(templates)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_a_template_uses_everything_that_its_page_has(page: type[Page]) -> None:
    assert unused_fields(environment(), page) == set()


def test_templates_use_everything_that_is_made_for_pages() -> None:
    assert unused_parts(environment(), PAGES) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_a_page_has_everything_that_its_template_uses(page: type[Page]) -> None:
    given = {field.name for field in dataclasses.fields(page)} | set(Surroundings.__annotations__)
    assert names_used(environment(), page.template) - names_of_its_own(environment(), page.template) <= given


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_what_a_page_has_is_given_by_name(page: type[Page]) -> None:
    assert all(field.kw_only for field in dataclasses.fields(page))
    with pytest.raises(TypeError, match="positional"):
        page("a title")  # type: ignore[call-arg]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line of a planted page."""

    name: str
    address: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Planted(Page):
    """A page with one field that its template does not use, and with lines of which one thing is not shown."""

    template = "planted.html"
    lines: tuple[Line, ...]
    forgotten: str


def test_what_nothing_uses_is_found() -> None:
    planted: BaseLoader = DictLoader(
        {
            "planted.html": "{{ title }}{% include '_lines.html' %}",
            "_lines.html": "{% from '_line.html' import line %}{% for each in lines %}{{ line(each) }}{% endfor %}",
            "_line.html": "{% macro line(it) %}{{ it.name }}{% endmacro %}",
        }
    )
    env = Environment(loader=ChoiceLoader([planted]), autoescape=True)
    assert unused_fields(env, Planted) == {"forgotten"}
    assert unused_parts(env, [Planted]) == {"Line.address"}
