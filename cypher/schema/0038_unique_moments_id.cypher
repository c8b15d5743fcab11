// The moments of a place are kept once, and a fast way to them.
CREATE CONSTRAINT unique_moments_id IF NOT EXISTS FOR (m:Moments) REQUIRE m.id IS UNIQUE
