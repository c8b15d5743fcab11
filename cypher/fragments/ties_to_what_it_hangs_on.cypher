// The types by which a node hangs on another, which closes it when it is closed.
POST_IN|MEETING_OF|ASSESSES|SUBJECT|FROM|ARISING_FROM
