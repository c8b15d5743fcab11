// What is read of a suggestion.
// Arguments: s, the suggestion.
// Columns: id, moment, place, about, said, source, state, answer, decided, by.
s.id, s.moment, s.place, s.about, s.said, s.source, s.state, s.answer, s.decided, s.by
