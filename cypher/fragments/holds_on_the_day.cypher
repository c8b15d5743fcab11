// There on the day: open to everybody, within its time and that of what it hangs on, and neither a mere proposal nor
// hanging on one unless those are asked for. The same rule for values is `Standing` in app/domain/standing.py.
// Arguments: fact, a node or a relationship.
{{ within_its_time(fact) }} AND (fact.onlyProposed IS NULL OR $includeProposed)
