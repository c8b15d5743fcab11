// Whether anything recorded of a seat, or of the posts whose holders fill it, may leave it empty. Of most seats nothing
// does, and who sits there need not be read to know that a voice passes. It may be said of one too many, never of one too
// few: `may_be_empty` in app/store/seat_rows.py, on which `found` in app/domain/seat_state.py decides.
// Arguments: p, the post.
p.vacant IS NOT NULL OR p.vacantSince IS NOT NULL OR p.termYears IS NOT NULL OR p.takenUp = 'no'
    OR EXISTS {
        MATCH (p)-[:FILLED_BY_HOLDER_OF*1..8]->(filling:Post)
        WHERE filling.vacant IS NOT NULL OR filling.vacantSince IS NOT NULL OR filling.termYears IS NOT NULL
    }
    OR EXISTS { MATCH (p)-[:FILLED_BY_HOLDER_OF*0..8]->(:Post)<-[tenure:HOLDS]-() WHERE tenure.termEnds IS NOT NULL }
