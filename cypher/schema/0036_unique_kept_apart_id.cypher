// Two entries are said to be two once, and a fast way to that.
CREATE CONSTRAINT unique_kept_apart_id IF NOT EXISTS FOR (k:KeptApart) REQUIRE k.id IS UNIQUE
