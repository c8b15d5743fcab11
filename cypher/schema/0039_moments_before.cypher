// What was recorded before moments were kept last changed no later than the data did.
MATCH (v:DataVersion {id: 'current'})
WHERE coalesce(v.moment, 0) > 0
MERGE (m:Moments {id: '*'})
SET m.base = coalesce(m.base, v.moment), m.content = coalesce(m.content, '')
