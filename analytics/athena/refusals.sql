-- Purpose: What was refused, by source and reason. A retry may write a refusal twice, so origins are counted.
-- Parameters, in this order:
--   from: first day of the refusals, YYYY-MM-DD
--   to: last day, included
SELECT source, reason, coalesce(field, '') AS field, count(DISTINCT origin) AS refused, min("at") AS first_at, max("at") AS last_at
FROM quarantine
WHERE substr("at", 1, 10) BETWEEN ? AND ?
GROUP BY 1, 2, 3
ORDER BY refused DESC, source, reason, field
