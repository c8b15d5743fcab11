// A fast way to the change that a program asked for with a key: each request with a key looks for it.
CREATE INDEX change_set_key IF NOT EXISTS FOR (c:ChangeSet) ON (c.key)
