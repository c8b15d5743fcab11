"""GraphQL over HTTP: requests, responses and their errors."""
