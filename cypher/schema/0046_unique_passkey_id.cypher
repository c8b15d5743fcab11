// A passkey is of one account, and a fast way to that.
CREATE CONSTRAINT unique_passkey_id IF NOT EXISTS FOR (p:Passkey) REQUIRE p.id IS UNIQUE
