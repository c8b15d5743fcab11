// One Assessment an id, and a fast way to it.
CREATE CONSTRAINT unique_assessment_id IF NOT EXISTS FOR (n:Assessment) REQUIRE n.id IS UNIQUE
