// One Meeting an id, and a fast way to it.
CREATE CONSTRAINT unique_meeting_id IF NOT EXISTS FOR (n:Meeting) REQUIRE n.id IS UNIQUE
