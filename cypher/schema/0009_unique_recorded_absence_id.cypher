// One RecordedAbsence an id, and a fast way to it.
CREATE CONSTRAINT unique_recorded_absence_id IF NOT EXISTS FOR (n:RecordedAbsence) REQUIRE n.id IS UNIQUE
