-- Purpose: Messages that no function could handle, by queue and cause, and whether a replay is possible.
-- Parameters, in this order:
--   from: first day on which they were parked, YYYY-MM-DD
--   to: last day, included
SELECT
    queue,
    cause,
    CASE WHEN notreplayable IS NULL THEN 'yes' ELSE 'no' END AS replayable,
    count(DISTINCT messageid) AS messages,
    min(firstsentat) AS first_sent_at,
    max(parkedat) AS last_parked_at
FROM parked
WHERE substr(parkedat, 1, 10) BETWEEN ? AND ?
GROUP BY 1, 2, 3
ORDER BY messages DESC, queue, cause, replayable
