// One private link a Suggestion, and a fast way from it.
CREATE CONSTRAINT unique_suggestion_key IF NOT EXISTS FOR (s:Suggestion) REQUIRE s.key IS UNIQUE
