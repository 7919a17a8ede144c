-- Purpose: What was refused and why: counts for people, never the content, the field or anything else of a person.
CREATE TABLE IF NOT EXISTS compliance.quarantine (
    -- The one delivery; a retry may record it twice in S3, here it is once.
    origin VARCHAR(1400) NOT NULL ENCODE ZSTD,
    source VARCHAR(32) NOT NULL ENCODE ZSTD,
    -- One of the codes of contract/reasons.ts.
    reason VARCHAR(64) NOT NULL ENCODE ZSTD,
    -- The received file and the row in it; both absent for a live message, the row also for a file refused as a whole.
    file VARCHAR(1024) ENCODE ZSTD,
    line BIGINT ENCODE AZ64,
    refused_at TIMESTAMP NOT NULL ENCODE RAW,
    loaded_at TIMESTAMP NOT NULL DEFAULT SYSDATE ENCODE AZ64,
    PRIMARY KEY (origin)
) DISTSTYLE KEY DISTKEY (origin) COMPOUND SORTKEY (refused_at);
