// Whether a link to sign in is still good. Internal: it tells nobody whose it is.
// Parameters: $link, the digest of its secret; $now, in milliseconds since 1970.
// Columns: id.
MATCH (l:SignInLink {id: $link})
WHERE l.expires > $now
RETURN collect([l.id]) AS rows
