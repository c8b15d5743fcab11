// The same as `find_represented_posts` in up to six steps.
// Parameters: $of, an organization's id; $on, a day; $maxSteps, 0 to 6; $includeProposed.
// Columns: {{ columns_of_a_walk }}.
{{ where_a_voice_begins }}
{{ a_step_of_a_voice(2) }}
{{ a_step_of_a_voice(3) }}
{{ a_step_of_a_voice(4) }}
{{ a_step_of_a_voice(5) }}
{{ a_step_of_a_voice(6) }}
{{ what_a_voice_reaches }}
RETURN [[
    {{ columns_of_a_walk }}
]] AS rows
