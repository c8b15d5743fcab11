// There on the day: open to everybody, within its time, and no mere proposal unless those are asked for. The same rule
// for values is `AsAt.holds` in app/domain/as_at.py.
// Arguments: fact, a node or a relationship.
{{ within_its_time(fact) }} AND (fact.proposed IS NULL OR $includeProposed)
