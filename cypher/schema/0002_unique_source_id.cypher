// One Source an id, and a fast way to it.
CREATE CONSTRAINT unique_source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE
