"""Who can sign in, by what, and what they may: accounts, passwords, links, sessions, tokens and the log of them.

Nothing here is part of the record: no question, file or field of the API reads it, and the version of the data does not
count it.
"""
