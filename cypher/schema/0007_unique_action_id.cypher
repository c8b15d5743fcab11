// One Action an id, and a fast way to it.
CREATE CONSTRAINT unique_action_id IF NOT EXISTS FOR (n:Action) REQUIRE n.id IS UNIQUE
