"""On which side of its column a trunk runs, and how it gets to another: as is usual, or where fewer lines cross."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from app.diagram.columns.drawing import Sheet
from app.diagram.columns.plan import UNDER
from app.diagram.columns.scene import Scene
from app.diagram.quality import crossing_pairs

MOST_TRIES = 60
_ENOUGH_LINES = 5000


def sided(scene: Scene, tried: Callable[[Scene], Sheet], widest: float) -> Scene:
    """Turn one trunk after the other, those with most crossings first, as long as crossings go away.

    Those that join bodies below the channel may also run under the columns.
    `tried` lays a scene out; it is asked at most 60 times. None may become wider than `widest`.
    """
    sheet = tried(scene)
    width, routes = sheet.width, sheet.routes
    pairs = crossing_pairs(routes)
    done = set[str]()
    for _ in range(min(MOST_TRIES, _ENOUGH_LINES // max(1, len(routes)))):
        crossed = Counter(routes[place].trunk for pair in pairs for place in pair)
        free = [(crossed[trunk], trunk) for trunk in crossed if trunk.startswith(("from ", "into "))]
        free += [(crossed[trunk], f"{UNDER}{trunk}") for trunk in crossed if trunk in sheet.plan.low]
        trunk = min(((-number, what) for number, what in free if what not in done), default=(0, ""))[1]
        if not trunk:
            break
        done.add(trunk)
        turned = replace(scene, turned=scene.turned ^ {trunk})
        sheet = tried(turned)
        now = crossing_pairs(sheet.routes)
        if len(now) < len(pairs) and sheet.width <= max(width, widest):
            scene, width, routes, pairs, done = turned, sheet.width, sheet.routes, now, {trunk}
    return scene
