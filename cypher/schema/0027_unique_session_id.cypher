// One Session an id, and a fast way to it.
CREATE CONSTRAINT unique_session_id IF NOT EXISTS FOR (s:Session) REQUIRE s.id IS UNIQUE
