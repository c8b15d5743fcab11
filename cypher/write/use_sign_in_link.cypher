// Use a link up, and say whose it was: nothing where it has been used, has expired, or never was.
// Parameters: $link, the digest of its secret; $now, in milliseconds since 1970.
// Columns: account.
MATCH (l:SignInLink {id: $link})
WHERE l.expires > $now
WITH l, l.account AS account
DELETE l
RETURN account
