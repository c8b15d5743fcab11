// Where a body is represented: the seats held for it, for groups it reaches, and those its people hold for others.
// The rule is in services/representation.py and the graph model; the database does the walking.
// Parameters: $of, an organization's id; $on, a day; $maxSteps, 0 to 6; $includeProposed.
// Columns: steps, seats, offices, absences, cites.
MATCH (u:Organization {id: $of})
WHERE u.open
WITH u, [] AS steps, [u] AS seen, [u] AS next0
// step 1: a constituency first goes to those who speak for it
CALL (next0) {
    UNWIND next0 AS x
    CALL (x) {
        MATCH (x)<-[l:SPEAKS_FOR]-(g:Organization)
        WHERE x.kind = 'constituency' AND l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed)
        RETURN g
      UNION
        MATCH (x)-[l:MEMBER_OF|FEEDS_INTO|SUB_GROUP_OF]->(g:Organization)
        WHERE x.kind <> 'constituency' AND l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed)
        RETURN g
      UNION
        MATCH (x)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE x.kind <> 'constituency' AND i.open AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
            AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
        RETURN g
    }
    WITH x, g
    WHERE $maxSteps >= 1 AND g.open AND coalesce(g.sector, '') <> 'statutory'
        AND NOT g.classification IN ['council', 'department', 'statutory_body', 'constituency']
        AND NOT EXISTS {
            MATCH (g)-[s:SUB_GROUP_OF]->(parent:Organization)
            WHERE g.classification = 'committee' AND s.open AND parent.sector = 'statutory'
        }
    RETURN collect(DISTINCT [x.id, g.id]) AS steps1, collect(DISTINCT g) AS reached1
}
WITH u, steps + steps1 AS steps, seen, [g IN reached1 WHERE NOT g IN seen] AS next1
WITH u, steps, next1, seen + next1 AS seen
// step 2
CALL (next1) {
    UNWIND next1 AS x
    CALL (x) {
        MATCH (x)-[l:MEMBER_OF|FEEDS_INTO|SUB_GROUP_OF]->(g:Organization)
        WHERE l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed)
        RETURN g
      UNION
        MATCH (x)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
            AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
        RETURN g
    }
    WITH x, g
    WHERE $maxSteps >= 2 AND g.open AND coalesce(g.sector, '') <> 'statutory'
        AND NOT g.classification IN ['council', 'department', 'statutory_body', 'constituency']
        AND NOT EXISTS {
            MATCH (g)-[s:SUB_GROUP_OF]->(parent:Organization)
            WHERE g.classification = 'committee' AND s.open AND parent.sector = 'statutory'
        }
    RETURN collect(DISTINCT [x.id, g.id]) AS steps2, collect(DISTINCT g) AS reached2
}
WITH u, steps + steps2 AS steps, seen, [g IN reached2 WHERE NOT g IN seen] AS next2
WITH u, steps, next2, seen + next2 AS seen
// step 3
CALL (next2) {
    UNWIND next2 AS x
    CALL (x) {
        MATCH (x)-[l:MEMBER_OF|FEEDS_INTO|SUB_GROUP_OF]->(g:Organization)
        WHERE l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed)
        RETURN g
      UNION
        MATCH (x)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
            AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
        RETURN g
    }
    WITH x, g
    WHERE $maxSteps >= 3 AND g.open AND coalesce(g.sector, '') <> 'statutory'
        AND NOT g.classification IN ['council', 'department', 'statutory_body', 'constituency']
        AND NOT EXISTS {
            MATCH (g)-[s:SUB_GROUP_OF]->(parent:Organization)
            WHERE g.classification = 'committee' AND s.open AND parent.sector = 'statutory'
        }
    RETURN collect(DISTINCT [x.id, g.id]) AS steps3, collect(DISTINCT g) AS reached3
}
WITH u, steps + steps3 AS steps, seen, [g IN reached3 WHERE NOT g IN seen] AS next3
WITH u, steps, next3, seen + next3 AS seen
// step 4
CALL (next3) {
    UNWIND next3 AS x
    CALL (x) {
        MATCH (x)-[l:MEMBER_OF|FEEDS_INTO|SUB_GROUP_OF]->(g:Organization)
        WHERE l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed)
        RETURN g
      UNION
        MATCH (x)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
            AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
        RETURN g
    }
    WITH x, g
    WHERE $maxSteps >= 4 AND g.open AND coalesce(g.sector, '') <> 'statutory'
        AND NOT g.classification IN ['council', 'department', 'statutory_body', 'constituency']
        AND NOT EXISTS {
            MATCH (g)-[s:SUB_GROUP_OF]->(parent:Organization)
            WHERE g.classification = 'committee' AND s.open AND parent.sector = 'statutory'
        }
    RETURN collect(DISTINCT [x.id, g.id]) AS steps4, collect(DISTINCT g) AS reached4
}
WITH u, steps + steps4 AS steps, seen, [g IN reached4 WHERE NOT g IN seen] AS next4
WITH u, steps, next4, seen + next4 AS seen
// step 5
CALL (next4) {
    UNWIND next4 AS x
    CALL (x) {
        MATCH (x)-[l:MEMBER_OF|FEEDS_INTO|SUB_GROUP_OF]->(g:Organization)
        WHERE l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed)
        RETURN g
      UNION
        MATCH (x)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
            AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
        RETURN g
    }
    WITH x, g
    WHERE $maxSteps >= 5 AND g.open AND coalesce(g.sector, '') <> 'statutory'
        AND NOT g.classification IN ['council', 'department', 'statutory_body', 'constituency']
        AND NOT EXISTS {
            MATCH (g)-[s:SUB_GROUP_OF]->(parent:Organization)
            WHERE g.classification = 'committee' AND s.open AND parent.sector = 'statutory'
        }
    RETURN collect(DISTINCT [x.id, g.id]) AS steps5, collect(DISTINCT g) AS reached5
}
WITH u, steps + steps5 AS steps, seen, [g IN reached5 WHERE NOT g IN seen] AS next5
WITH u, steps, next5, seen + next5 AS seen
// step 6
CALL (next5) {
    UNWIND next5 AS x
    CALL (x) {
        MATCH (x)-[l:MEMBER_OF|FEEDS_INTO|SUB_GROUP_OF]->(g:Organization)
        WHERE l.open AND coalesce(l.earliest, $on) <= $on AND coalesce(l.latest, $on) >= $on AND (l.proposed IS NULL OR $includeProposed)
        RETURN g
      UNION
        MATCH (x)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(g:Organization)
        WHERE i.open AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
            AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
        RETURN g
    }
    WITH x, g
    WHERE $maxSteps >= 6 AND g.open AND coalesce(g.sector, '') <> 'statutory'
        AND NOT g.classification IN ['council', 'department', 'statutory_body', 'constituency']
        AND NOT EXISTS {
            MATCH (g)-[s:SUB_GROUP_OF]->(parent:Organization)
            WHERE g.classification = 'committee' AND s.open AND parent.sector = 'statutory'
        }
    RETURN collect(DISTINCT [x.id, g.id]) AS steps6, collect(DISTINCT g) AS reached6
}
WITH u, steps + steps6 AS steps, seen, [g IN reached6 WHERE NOT g IN seen] AS next6
WITH u, steps, next6, seen + next6 AS seen
WITH u, steps, seen AS groups
// the seats of every group reached: held on its behalf, or by it on behalf of no other body
CALL (groups) {
    UNWIND groups AS x
    MATCH (x)-[v:ON_BEHALF_OF|HOLDS]-(p:Post)-[i:POST_IN]->(b:Organization)
    WHERE i.open AND b.open AND v.open AND coalesce(v.earliest, $on) <= $on AND coalesce(v.latest, $on) >= $on AND (v.proposed IS NULL OR $includeProposed)
        AND p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
    OPTIONAL MATCH (p)-[o:ON_BEHALF_OF]->(other:Organization)
    WHERE o.open AND other.open AND other.kind <> 'constituency' AND other <> x AND coalesce(o.earliest, $on) <= $on AND coalesce(o.latest, $on) >= $on
    RETURN collect(DISTINCT [x.id, p.id, b.id, type(v), other IS NOT NULL, p.cites]) AS seats
}
// the group's own posts, and the offices whose holders fill them
CALL (u) {
    OPTIONAL MATCH up = (u)<-[:POST_IN]-(own:Post)-[:FILLED_BY_HOLDER_OF*0..6]->(office:Post)
    WHERE own.open AND coalesce(own.earliest, $on) <= $on AND coalesce(own.latest, $on) >= $on
        AND all(f IN relationships(up)[1..] WHERE f.open AND coalesce(f.earliest, $on) <= $on AND coalesce(f.latest, $on) >= $on)
    RETURN collect(DISTINCT own) AS owned, collect(DISTINCT office) AS offices
}
CALL (offices) {
    UNWIND offices AS office
    MATCH (office)<-[h:HOLDS]-(named:Person)
    WHERE named.open AND h.open AND coalesce(h.earliest, $on) <= $on AND coalesce(h.latest, $on) >= $on
    RETURN collect(DISTINCT named) AS holders
}
CALL (u) {
    OPTIONAL MATCH (u)<-[w:WORKS_FOR]-(person:Person)
    WHERE person.open AND w.open AND coalesce(w.earliest, $on) <= $on AND coalesce(w.latest, $on) >= $on
    RETURN collect(DISTINCT person) AS staff
}
CALL (u) {
    OPTIONAL MATCH (u)-[h:HOLDS]->(held:Post)
    WHERE h.open AND held.open AND coalesce(h.earliest, $on) <= $on AND coalesce(h.latest, $on) >= $on
    RETURN collect(DISTINCT held) AS ours
}
CALL (staff, holders) {
    UNWIND [s IN staff | [s, 'staff']] + [n IN holders | [n, 'holder']] AS pair
    WITH pair[0] AS person, pair[1] AS how
    MATCH (person)-[h:HOLDS]->(held:Post)
    WHERE h.open AND held.open AND coalesce(h.earliest, $on) <= $on AND coalesce(h.latest, $on) >= $on
    RETURN collect(DISTINCT [how, held]) AS theirs
}
WITH u, steps, seats,
    [o IN owned | ['own', o]] + [o IN offices | ['holder', o]] + [o IN ours | ['itself', o]] + theirs AS roots
// every post that follows from those
CALL (roots) {
    UNWIND roots AS root
    WITH root[1] AS post, root[0] AS how
    MATCH down = (p:Post)-[:FILLED_BY_HOLDER_OF*0..6]->(post)
    WHERE p.open AND coalesce(p.earliest, $on) <= $on AND coalesce(p.latest, $on) >= $on AND (p.proposed IS NULL OR $includeProposed)
        AND all(f IN relationships(down) WHERE f.open AND coalesce(f.earliest, $on) <= $on AND coalesce(f.latest, $on) >= $on)
    MATCH (p)-[i:POST_IN]->(b:Organization)
    WHERE i.open AND b.open
    WITH DISTINCT how, p, b
    RETURN collect([
        how, p.id, b.id,
        [(p)-[o:ON_BEHALF_OF]->(g:Organization)
            WHERE o.open AND g.open AND coalesce(o.earliest, $on) <= $on AND coalesce(o.latest, $on) >= $on | g.id],
        p.cites
    ]) AS offices
}
// where the group is recorded as missing
CALL (u) {
    OPTIONAL MATCH (a:RecordedAbsence)-[s:SUBJECT]->(u)
    WHERE s.open AND a.open AND coalesce(a.earliest, $on) <= $on AND coalesce(a.latest, $on) >= $on
    RETURN collect([a.id, a.cites]) AS absences
}
RETURN [steps, seats, offices, absences, u.cites] AS rows
