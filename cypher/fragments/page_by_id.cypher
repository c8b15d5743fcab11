// The page that follows the last one seen, of things in the order of their ids.
// Arguments: found, the things.
[each IN found WHERE each.id > $afterId][..$limit]
