"""The API beside @neo4j/graphql, over one database: what is asked, by whom, and the table."""
