// One AuditEntry an id, and a fast way to it.
CREATE CONSTRAINT unique_audit_entry_id IF NOT EXISTS FOR (e:AuditEntry) REQUIRE e.id IS UNIQUE
