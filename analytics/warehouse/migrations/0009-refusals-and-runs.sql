-- Purpose: Lets loads bring in what was refused and which reports were made, as they bring in transactions.
-- A merge reads, adds and replaces; the lock asks for the right to change or delete.
GRANT SELECT, INSERT, UPDATE, DELETE ON compliance.quarantine TO GROUP loaders;

GRANT SELECT, INSERT, UPDATE, DELETE ON compliance.report_runs TO GROUP loaders;
