// One part of a change set an id, and a fast way to it.
CREATE CONSTRAINT unique_change_part_id IF NOT EXISTS FOR (p:ChangePart) REQUIRE p.id IS UNIQUE
