// Where a body is represented: the seats held for it, for groups it reaches, and those its people hold for others.
// The rule is in app/questions/representation/rules.py and the graph model; the database does the walking. Pattern
// comprehensions, since the embedded engine scans everything for a MATCH from a node that it has already.
// Walks at most four steps, which is what is asked unless somebody says otherwise: a step costs planning and a part of a
// plan even where nothing is left to walk from. `find_represented_posts_far` walks six.
// Parameters: $of, an organization's id; $on, a day; $maxSteps, 0 to 4; $includeProposed.
// Columns: {{ columns_of_a_walk }}.
{{ where_a_voice_begins }}
{{ a_step_of_a_voice(2) }}
{{ a_step_of_a_voice(3) }}
{{ a_step_of_a_voice(4) }}
{{ what_a_voice_reaches }}
RETURN [[
    {{ columns_of_a_walk }}
]] AS rows
