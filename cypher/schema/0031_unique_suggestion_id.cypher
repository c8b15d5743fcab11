// One Suggestion an id, and a fast way to it.
CREATE CONSTRAINT unique_suggestion_id IF NOT EXISTS FOR (s:Suggestion) REQUIRE s.id IS UNIQUE
