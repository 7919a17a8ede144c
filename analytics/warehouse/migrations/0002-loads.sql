-- Purpose: What was loaded, from which objects, when, and whether it succeeded: the other half of "scored = loaded".
CREATE TABLE IF NOT EXISTS compliance.loads (
    -- SHA-256 of the object keys and the try, in hexadecimal.
    load_id CHAR(64) NOT NULL ENCODE ZSTD,
    -- The table that it was for: transactions or quarantine.
    target VARCHAR(32) NOT NULL ENCODE ZSTD,
    -- Where the list of objects lies in S3.
    manifest VARCHAR(1400) NOT NULL ENCODE ZSTD,
    -- Keys of the objects, an array.
    object_keys SUPER,
    objects INTEGER NOT NULL ENCODE AZ64,
    -- Rows in the objects, and those of them that were new or newer than what the table had.
    rows_read BIGINT NOT NULL ENCODE AZ64,
    rows_merged BIGINT NOT NULL ENCODE AZ64,
    -- loaded or failed.
    status VARCHAR(8) NOT NULL ENCODE ZSTD,
    started_at TIMESTAMP NOT NULL ENCODE AZ64,
    finished_at TIMESTAMP NOT NULL ENCODE RAW,
    PRIMARY KEY (load_id)
) DISTSTYLE EVEN COMPOUND SORTKEY (finished_at);
