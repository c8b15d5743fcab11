// One note a place of where the lines are that it records of other places' bodies.
CREATE CONSTRAINT unique_lines_elsewhere_id IF NOT EXISTS FOR (x:LinesElsewhere) REQUIRE x.id IS UNIQUE
