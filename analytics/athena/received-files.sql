-- Purpose: Every file received in a time, by its own account: its hash, its rows, what was sent on, what was refused.
-- What became of the rows of one file afterwards is asked with file-lineage.
-- Parameters, in this order:
--   from: first day on which they were read, YYYY-MM-DD
--   to: last day, included
SELECT
    file,
    versionid AS version,
    source,
    format,
    sha256,
    startedat AS started_at,
    finishedat AS finished_at,
    "rows" AS rows_read,
    sent,
    quarantined,
    fault.reason AS fault
FROM manifests
WHERE substr(startedat, 1, 10) BETWEEN ? AND ?
ORDER BY started_at, file, version
