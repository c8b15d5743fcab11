// One SignInLink an id, and a fast way to it.
CREATE CONSTRAINT unique_sign_in_link_id IF NOT EXISTS FOR (l:SignInLink) REQUIRE l.id IS UNIQUE
