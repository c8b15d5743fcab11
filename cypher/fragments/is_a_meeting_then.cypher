// Whether a meeting was or will be within the days, and changed since the moment.
// Arguments: m, the meeting.
m.open AND m.latest >= $since AND m.earliest <= $until AND {{ touched_since(m) }}
