// One Post an id, and a fast way to it.
CREATE CONSTRAINT unique_post_id IF NOT EXISTS FOR (n:Post) REQUIRE n.id IS UNIQUE
