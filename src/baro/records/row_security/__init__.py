"""Row-level security: PostgreSQL itself keeps rows within the scope that `baro.records.scoped` filters by.

`session` is the one home of what a transaction may see, `policies` of what the database asks, `roles` of who may do what.
SQLite has nothing of the kind: there the filter is the only line, and one authority has one database.
"""
