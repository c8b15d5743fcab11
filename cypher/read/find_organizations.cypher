// Organizations by their ids.
// Parameters: $ids.
// Columns: {{ columns_of_an_organization }}.
MATCH (o:Organization)
WHERE o.id IN $ids AND o.open
RETURN collect([
    {{ columns_of_an_organization(o) }}
]) AS rows
