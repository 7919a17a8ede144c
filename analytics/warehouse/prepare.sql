-- Purpose: What must be there before the first migration: the schema, and the table of migrations that were applied.
CREATE SCHEMA IF NOT EXISTS compliance;

-- Small and read whole, so each node keeps a copy.
CREATE TABLE IF NOT EXISTS compliance.migrations (
    version INTEGER NOT NULL,
    name VARCHAR(128) NOT NULL,
    -- SHA-256 of the file, in hexadecimal.
    checksum CHAR(64) NOT NULL,
    applied_at TIMESTAMP NOT NULL DEFAULT SYSDATE,
    PRIMARY KEY (version)
) DISTSTYLE ALL;
