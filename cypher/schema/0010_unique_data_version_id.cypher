// One DataVersion an id, and a fast way to it.
CREATE CONSTRAINT unique_data_version_id IF NOT EXISTS FOR (n:DataVersion) REQUIRE n.id IS UNIQUE
