// What was sent out to be answered is answered once, and a fast way to that.
CREATE CONSTRAINT unique_challenge_id IF NOT EXISTS FOR (c:Challenge) REQUIRE c.id IS UNIQUE
