// Adds what a step reached to what is known.
WITH u, steps + more AS steps, joints + joining AS joints, seen, [g IN reached WHERE NOT g IN seen] AS edge
WITH u, steps, joints, edge, seen + edge AS seen
