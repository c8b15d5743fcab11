// One Migration an id, and a fast way to it.
CREATE CONSTRAINT unique_migration_id IF NOT EXISTS FOR (n:Migration) REQUIRE n.id IS UNIQUE
