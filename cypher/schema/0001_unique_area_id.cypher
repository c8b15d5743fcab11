// One Area an id, and a fast way to it.
CREATE CONSTRAINT unique_area_id IF NOT EXISTS FOR (n:Area) REQUIRE n.id IS UNIQUE
