// What one change moved once, and a fast way to it.
CREATE CONSTRAINT unique_moves_id IF NOT EXISTS FOR (m:Moves) REQUIRE m.id IS UNIQUE
