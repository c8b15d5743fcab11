// The page that follows the last one seen, of things in the order of their names and ids.
// Arguments: found, the things.
[each IN found WHERE each.name > $afterName OR (each.name = $afterName AND each.id > $afterId)][..$limit]
