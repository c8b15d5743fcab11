// Adds what a step reached to what is known.
WITH u, steps + more AS steps, seen, [g IN reached WHERE NOT g IN seen] AS edge
WITH u, steps, edge, seen + edge AS seen
