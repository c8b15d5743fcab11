// Whoever keeps what readers with clearance see reads it anew, since what they need was worked out anew.
MATCH (v:DataVersion {id: 'current'})
SET v.number = v.number + 1
