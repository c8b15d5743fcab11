"""No module has a memory: what is kept belongs to an explorer, and what the process must share has a reason here.

A module's own names are constants. What would be state is found in the text of the program: containers that begin
empty, objects made to change or to be waited for, names that functions change, and functions that remember.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parents[2] / "app"

ALLOWED = {
    "api/admitting/introspection.py: lengths": "measures of the schema, which is one and never changes",
    "api/http/console.py: _stored": "files of the program, read once",
    "diagram/columns/levels.py: _named": "a pure function of short texts, asked thousands of times for one drawing",
    "diagram/columns/levels.py: _headed": "the same for headings",
    "diagram/columns/lanes.py: _written": "the same for what runs along a lane",
    "diagram/placed.py: _whole": "a pure function: the picture of all that is recorded, of which views take parts",
    "diagram/panels.py: measured": "a pure function of a row and a width, asked often for one drawing",
    "diagram/panels.py: panel_of": "a pure function of a board and its rows, asked often for one drawing",
    "diagram/ordering.py: _ONE_AT_A_TIME": "Graphviz has one state in a process, whoever asks",
    "domain/dates.py: bounds": "a pure function of a short text, asked several times of each date of thousands of entries",
    "domain/glossary.py: _by_word": "the program's own words, sorted once",
    "exchange/derived_ids.py: _end_of_link": "a pure function of an id, asked again for each link of an entry",
    "exchange/doubts/entries.py: _dates_of": "what the models say of themselves",
    "exchange/entries/certain.py: _fields": "what the models say of themselves",
    "exchange/entries/spelling.py: _spellings": "what the models say of themselves",
    "exchange/sheets/draft.py: _usual": "what the models say of themselves",
    "exchange/tabled/kinds.py: columns_of": "what the models say of themselves",
    "exchange/tabled/kinds.py: table_kinds": "what the models say of themselves",
    "exchange/explaining.py: _words": "the wording of a message of pydantic, taken apart",
    "exchange/validation.py: sections": "what the models say of themselves",
    "questions/exporting.py: exports": "modules of the program, looked for once",
    "store/fixed.py: sets_of_changes": "query files that go as one, read once",
    "store/fragments.py: fragment_named": "files of the program, read once",
    "reading/versions.py: _SEEN": "a context variable: each task has its own value",
    "store/planned_once.py: _of_the_map": "a pure function of a statement of the program",
    "store/queries.py: load_query": "query files of the program, read once",
    "running.py: _c_library": "the library that the process runs on, looked for once",
    "store/rounds.py: _ROUNDS": "of each event loop its own, which goes with it",
    "store/statements.py: _columns": "fragments of the program, taken apart once",
    "store/statements.py: _path": "files of the program, read once",
    "store/statements.py: _text_of": "the same, for queries",
    "store/turns.py: _HAD": "a context variable: each task has its own value",
    "web/shell/bundling.py: offline": "files of the program, put together once",
    "web/shell/bundling.py: relationship_file": "the same, of another file",
    "web/shell/measuring.py: SECONDS": "counts of the process, which is what is measured",
    "web/shell/render.py: environment": "templates of the program, compiled once",
}

STATEFUL = frozenset(
    "dict list set OrderedDict defaultdict Counter deque WeakKeyDictionary WeakValueDictionary WeakSet "
    "Lock RLock Semaphore BoundedSemaphore Condition Event Barrier Queue SimpleQueue local ContextVar "
    "ThreadPoolExecutor ProcessPoolExecutor create_task ensure_future Kept Keeping Aside Explorer Database Catalogue "
    "Histogram Gauge Summary Info count cycle".split()
)
"""What is made to change. `dict(...)`, `list(...)`, `set(...)` and `Counter(...)` of something are constants."""
OF_SOMETHING = frozenset({"dict", "list", "set", "OrderedDict", "Counter", "deque", "defaultdict"})
CHANGING = frozenset(
    "add append appendleft clear discard extend insert move_to_end pop popitem popleft remove setdefault update".split()
)
REMEMBERING = frozenset({"cache", "lru_cache"})


def last_word(node: ast.expr) -> str:
    """Return `cache` for `cache`, `functools.cache` and `lru_cache(maxsize=9)`'s own name."""
    if isinstance(node, ast.Call | ast.Subscript):
        return last_word(node.func if isinstance(node, ast.Call) else node.value)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def begins_as_state(value: ast.expr) -> bool:
    """Tell whether a name's first value is there to be changed later."""
    if isinstance(value, ast.Dict | ast.List | ast.Set):
        return not (value.keys if isinstance(value, ast.Dict) else value.elts)
    if not isinstance(value, ast.Call):
        return False
    word = last_word(value)
    return word in STATEFUL and not (word in OF_SOMETHING and value.args)


def assigned(body: list[ast.stmt]) -> Iterator[tuple[str, ast.expr | None]]:
    """Yield the names that a body binds by assignment, with what to."""
    for node in body:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from ((each.id, node.value) for each in ast.walk(target) if isinstance(each, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node.value
        elif isinstance(node, ast.If | ast.Try | ast.With):
            yield from assigned([each for each in ast.iter_child_nodes(node) if isinstance(each, ast.stmt)])


def changed(scope: ast.AST) -> Iterator[str]:
    """Yield the names whose objects a function changes, or that it binds anew as globals."""
    for node in ast.walk(scope):
        if isinstance(node, ast.Global):
            yield from node.names
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING:
            yield last_word(node.func.value) if isinstance(node.func.value, ast.Name) else ""
        elif isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            yield node.value.id if isinstance(node.value, ast.Name) else ""


def state_in(text: str) -> set[str]:
    """Return the names of a module, and `Class.name` of its classes, that hold state or remember."""
    module = ast.parse(text)
    own = dict(assigned(module.body))
    found = {name for name, value in own.items() if value is not None and begins_as_state(value)}
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            inner = {each.arg for each in ast.walk(node.args) if isinstance(each, ast.arg)}
            inner |= {
                each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
            }
            declared = {name for each in ast.walk(node) if isinstance(each, ast.Global) for name in each.names}
            found |= ((set(changed(node)) & own.keys()) - inner) | declared
            if any(last_word(each) in REMEMBERING for each in node.decorator_list):
                found.add(node.name)
        elif isinstance(node, ast.ClassDef):
            # What is annotated is a field, whose default each object has for itself: pydantic and dataclasses see to it.
            shared = [each for each in node.body if isinstance(each, ast.Assign) or "ClassVar" in ast.unparse(each)]
            held = ((name, value) for name, value in assigned(shared) if value is not None)
            found |= {f"{node.name}.{name}" for name, value in held if begins_as_state(value)}
    return found


def test_no_module_has_a_memory_but_those_with_a_reason() -> None:
    found = {
        f"{path.relative_to(APP).as_posix()}: {name}"
        for path in sorted(APP.rglob("*.py"))
        for name in state_in(path.read_text("utf-8"))
    }
    assert found == ALLOWED.keys()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("_kept = {}", {"_kept"}),
        ("_kept: dict[str, int] = {}\n", {"_kept"}),
        ("_kept = OrderedDict[str, int]()", {"_kept"}),
        ("import weakref\n_kept = weakref.WeakKeyDictionary()", {"_kept"}),
        ("_kept: Kept[str] = Kept(SHELF)", {"_kept"}),
        ("_threads = ThreadPoolExecutor(2)", {"_threads"}),
        ("_one = threading.Lock()", {"_one"}),
        ("try:\n    _tasks = set()\nexcept OSError:\n    pass", {"_tasks"}),
        ("_kept = None\ndef get():\n    global _kept\n    _kept = 1", {"_kept"}),
        ("_kept = {'a': 1}\ndef get():\n    _kept['b'] = 2", {"_kept"}),
        ("_kept = [1]\nasync def get():\n    _kept.append(2)", {"_kept"}),
        ("_kept = _Box()\ndef get():\n    _kept.value = 2", {"_kept"}),
        ("class Box:\n    def get(self):\n        del KEPT['a']\nKEPT = {'a': 1}", {"KEPT"}),
        ("class Box:\n    known = {}", {"Box.known"}),
        ("class Box:\n    known: ClassVar[list[str]] = []", {"Box.known"}),
        ("class Box(BaseModel):\n    known: list[str] = []", set()),
        ("@functools.lru_cache(maxsize=9)\ndef get(name): ...", {"get"}),
        ("class Box:\n    @cache\n    def get(self): ...", {"get"}),
        ("NAMES = {'a': 1}\ndef get():\n    return NAMES['a']", set()),
        ("_ORDER = list(Kind)\nSORTS = frozenset({'a'})", set()),
        ("rows = [1]\ndef get(rows):\n    rows.append(2)", set()),
        ("rows = [1]\ndef get():\n    rows = []\n    rows.append(2)", set()),
    ],
)
def test_state_is_recognized(text: str, names: set[str]) -> None:
    assert state_in(text) == names
