"""Neo4j Community from Maven Central, for machines without Docker."""
