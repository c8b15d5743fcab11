"""One place in which everything shows: whatever a page drops, swaps or leaves out, a word is missing or out of its place.

`places` holds the data: every property, day, proposal and right has a word of its own (see the head of
`places/sentinel.yaml`). The tables say what each page, field and command takes and shows:

- `pages`, `fields`, `commands`: which switches (`on`, `proposed`, the area, the kind, ...) each of them takes, and which
  words come (+) and go (-) when it is turned;
- `properties`: where each property of a record stands, under which heading.

What is not in a table fails: a new route, field, argument, command, option or property is written down there first.
"""
