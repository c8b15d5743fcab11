// What is read of somebody at a meeting, or missing from it: `attendance` in app/store/rows.py makes a record of it.
// Arguments: a, the attendance; who, a person or an organization.
// Columns: kind, label, who, came_for, deputising_for, note.
a.`as`, labels(who)[0], who.id, a.`for`, a.deputisingFor, a.note
