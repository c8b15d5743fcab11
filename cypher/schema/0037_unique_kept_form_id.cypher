// One KeptForm an id, and a fast way to it.
CREATE CONSTRAINT unique_kept_form_id IF NOT EXISTS FOR (f:KeptForm) REQUIRE f.id IS UNIQUE
