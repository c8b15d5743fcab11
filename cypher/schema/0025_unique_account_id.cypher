// One Account an id, and a fast way to it.
CREATE CONSTRAINT unique_account_id IF NOT EXISTS FOR (a:Account) REQUIRE a.id IS UNIQUE
