// One change set a number, and a fast way to it.
CREATE CONSTRAINT unique_change_set_id IF NOT EXISTS FOR (c:ChangeSet) REQUIRE c.id IS UNIQUE
