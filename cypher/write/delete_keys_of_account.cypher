// Remove all sessions, links and tokens that let in as an account.
// Parameters: $account, its id.
// Columns: removed.
MATCH (n:Session|SignInLink|Token {account: $account})
DELETE n
RETURN count(*) AS removed
