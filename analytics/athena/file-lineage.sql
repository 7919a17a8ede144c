-- Purpose: What became of one received file: its rows, what was refused, what is recorded, and what is neither.
-- The rows that are neither were delivered before (duplicates), contradict an earlier delivery, or are on their way.
-- Parameters, in this order:
--   from: first day, YYYY-MM-DD, by when the transactions occurred
--   to: last day, included
--   file: the file's key in the landing bucket, such as card-network/clearing-2026-10-11.csv.gz
WITH recorded AS (
    SELECT DISTINCT id, origin
    FROM transactions
    WHERE "date" BETWEEN ? AND ?
),
files AS (
    SELECT *, 's3:' || file || '#' || versionid || '#' AS mark
    FROM manifests
    WHERE file = ?
),
kept AS (
    SELECT files.mark, count(DISTINCT recorded.id) AS transactions
    FROM files
    INNER JOIN recorded ON substr(recorded.origin, 1, length(files.mark)) = files.mark
    GROUP BY files.mark
),
refused AS (
    SELECT files.mark, count(DISTINCT quarantine.origin) AS lines
    FROM files
    INNER JOIN quarantine ON substr(quarantine.origin, 1, length(files.mark)) = files.mark
    GROUP BY files.mark
)
SELECT
    files.file,
    files.versionid AS version,
    files.sha256,
    files.startedat AS started_at,
    files.finishedat AS finished_at,
    files."rows" AS rows_read,
    files.sent,
    files.quarantined,
    files.fault.reason AS fault,
    coalesce(refused.lines, 0) AS refused_lines,
    coalesce(kept.transactions, 0) AS recorded,
    files.sent - coalesce(kept.transactions, 0) AS sent_not_recorded
FROM files
LEFT JOIN kept ON kept.mark = files.mark
LEFT JOIN refused ON refused.mark = files.mark
ORDER BY started_at
