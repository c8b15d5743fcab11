// One Organization an id, and a fast way to it.
CREATE CONSTRAINT unique_organization_id IF NOT EXISTS FOR (n:Organization) REQUIRE n.id IS UNIQUE
