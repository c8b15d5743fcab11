"""HTTP caching (RFC 9110, RFC 9111): tags of answers, answers that are kept, what is sent compressed.

One mechanism for everything that is read: pages, files, pictures and GraphQL. It stands around the whole application;
each room says in a table of its own how its addresses differ from the rest.
"""
