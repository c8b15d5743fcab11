// Seats and recorded absences hold while their bodies are there: as refresh_times_of_what_hangs has it since.
MATCH (n:Post|RecordedAbsence)
{{ times_of_what_hangs(n) }}
