-- Purpose: Which regulatory report was made for which period, and the hash by which anybody can check its file.
CREATE TABLE IF NOT EXISTS compliance.report_runs (
    run_id VARCHAR(64) NOT NULL,
    -- The saved query, such as threshold-reports.
    name VARCHAR(128) NOT NULL,
    -- First and last day that it covers, both included.
    period_from DATE NOT NULL,
    period_to DATE NOT NULL,
    -- running, finished or failed.
    status VARCHAR(16) NOT NULL,
    rows_reported BIGINT,
    -- SHA-256 of the report's manifest, in hexadecimal; absent until it is finished.
    manifest_sha256 CHAR(64),
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP,
    PRIMARY KEY (run_id)
) DISTSTYLE ALL SORTKEY (started_at);
