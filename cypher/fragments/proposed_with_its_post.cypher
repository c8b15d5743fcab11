// No mere proposal beside the post that is asked about: one that is itself proposed says whom it would be for and who would
// hold it, by which office.
// Arguments: fact, a node or a relationship; post.
(fact.onlyProposed IS NULL OR post.onlyProposed OR $includeProposed)
