// The last day before the last one on which a source can have been published; it says `2008`, `2008-01` or `2008-01-15`.
// Arguments: published, what it says.
CASE size(published) WHEN 4 THEN date(published + '-12-30') WHEN 7 THEN date(published + '-01') + duration('P1M') - duration('P2D') ELSE date(published) - duration('P1D') END
