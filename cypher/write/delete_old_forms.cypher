// Throw away forms that nobody went on with, and those of an account beyond the newest.
// Parameters: $before, a moment; $account, its id; $most that it may have.
// Columns: removed.
MATCH (f:KeptForm)
WHERE f.moment < $before OR (f.account = $account AND f.saved IS NULL
  AND COUNT { MATCH (newer:KeptForm {account: $account}) WHERE newer.moment > f.moment AND newer.saved IS NULL } >= $most)
DELETE f
RETURN count(*) AS removed
