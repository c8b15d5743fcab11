// One Turn an id, so that two processes cannot have it at once.
CREATE CONSTRAINT unique_turn_id IF NOT EXISTS FOR (n:Turn) REQUIRE n.id IS UNIQUE
