// The bodies `b` that a list is asked for by $organization or $area: none where it is asked for everything. Each is found
// from what is named, so that a page costs what is there and not what lies around it.
CALL () {
    UNWIND CASE WHEN $organization <> '' THEN [$organization] ELSE [] END AS id
    MATCH (b:Organization {id: id})
    WHERE b.open AND ($area = '' OR {{ is_in_the_area(b) }})
    RETURN b
  UNION
    UNWIND CASE WHEN $organization = '' AND $area <> '' THEN [$area] ELSE [] END AS id
    {{ bodies_of_the_area(b) }}
    RETURN b
}
