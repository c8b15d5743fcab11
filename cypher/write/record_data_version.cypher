// Count up the version of the data, which also makes two loads at once wait for each other; its number, and when that was:
// always later than the change before, whatever the clock says.
// Parameters: $changed, by how much: 0 to take the lock only.
// Columns: version.
MERGE (v:DataVersion {id: 'current'})
SET v.number = coalesce(v.number, 0) + $changed, v.touched = coalesce(v.touched, 0) + 1,
    v.moment = CASE WHEN $changed = 0 THEN coalesce(v.moment, 0)
        WHEN timestamp() > coalesce(v.moment, 0) THEN timestamp() ELSE v.moment + 1 END
RETURN [v.number, v.moment] AS version
