// One Redirect an id that is another by now, and a fast way to it.
CREATE CONSTRAINT unique_redirect_id IF NOT EXISTS FOR (r:Redirect) REQUIRE r.id IS UNIQUE
