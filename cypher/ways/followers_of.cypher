// The bodies that followed one which has ended, as far as they had by the day; what is only proposed never counts.
// Arguments: o, the body; b, a follower; l, the line to it.
// Parameters: $on.
[(o)-[l:SUCCEEDED_BY]->(b:Organization) WHERE b.open AND {{ within_its_time(l) }} AND l.onlyProposed IS NULL |
    [{{ columns_of_an_organization(b) }}]]
