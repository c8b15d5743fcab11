// What says something of a person: seats, meetings and actions, with what readers need of it and of what it says of them.
// Internal: facts of any access.
// Parameters: $id of the person.
// Columns: id, needs, tie_needs.
MATCH (p:Person {id: $id})
RETURN [(p)-[r]-(n) WHERE n:Post OR n:Meeting OR n:Action | [n.id, n.needs, r.needs]] AS rows
