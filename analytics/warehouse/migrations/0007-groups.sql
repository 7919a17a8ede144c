-- Purpose: What functions may do that log in as themselves, by a password of minutes that AWS makes for their role.
-- `migrate` makes the groups before this, since Redshift cannot make one only if it is missing; then a user for each role,
-- and puts him into his group. Who is in none can do nothing here.
GRANT USAGE ON SCHEMA compliance TO GROUP loaders;

-- A merge reads, adds and replaces. The lock asks for the right to change or delete.
GRANT SELECT, INSERT, UPDATE, DELETE ON compliance.transactions TO GROUP loaders;

GRANT SELECT, INSERT, DELETE ON compliance.transaction_reasons TO GROUP loaders;

-- What is there stays: no load can be written out of the list.
GRANT INSERT ON compliance.loads TO GROUP loaders;

-- Enough to count by source and hour, and to name the ids that are missing; nothing of an account or an amount.
GRANT USAGE ON SCHEMA compliance TO GROUP reconcilers;

GRANT SELECT (id, source, received_at, scored_at) ON compliance.transactions TO GROUP reconcilers;
