// One Token an id, and a fast way to it.
CREATE CONSTRAINT unique_token_id IF NOT EXISTS FOR (t:Token) REQUIRE t.id IS UNIQUE
