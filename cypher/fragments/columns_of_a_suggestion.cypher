// What is read of a suggestion. Its place has a name by which no fact is found.
// Arguments: s, the suggestion.
// Columns: id, moment, in_place, about, said, source, state, answer, decided, by.
s.id, s.moment, s.in_place, s.about, s.said, s.source, s.state, s.answer, s.decided, s.by
