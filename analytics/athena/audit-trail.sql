-- Purpose: The life of one transaction: when it occurred, what brought it, and every decision with its reasons.
-- Shows every revision on purpose; the last one holds.
-- Parameters, in this order:
--   day: the day it occurred, YYYY-MM-DD
--   id: the transaction's id
WITH life AS (
    SELECT *
    FROM transactions
    WHERE "date" = ?
        AND id = ?
)
SELECT DISTINCT
    '1 occurred' AS step,
    occurredat AS moment,
    0 AS revision,
    channel || ' of account ' || accountid || ' in ' || country AS detail
FROM life
UNION ALL
SELECT DISTINCT
    '2 received' AS step,
    coalesce(manifests.startedat, '') AS moment,
    0 AS revision,
    life.origin || coalesce(', file of SHA-256 ' || manifests.sha256, '') AS detail
FROM life
LEFT JOIN manifests
    ON substr(life.origin, 1, length(manifests.file || manifests.versionid) + 5)
        = 's3:' || manifests.file || '#' || manifests.versionid || '#'
UNION ALL
SELECT '3 decided' AS step, scoredat AS moment, revision, verdict || ' at ' || CAST(CAST(score AS decimal(3, 2)) AS varchar) || ' by ' || scoredby AS detail
FROM life
UNION ALL
SELECT
    '4 because' AS step,
    life.scoredat AS moment,
    life.revision,
    reason.code || ', ' || CAST(reason.points AS varchar) || ' points: ' || reason.text AS detail
FROM life
CROSS JOIN UNNEST(life.reasons) AS reason (code, text, points)
UNION ALL
SELECT
    '5 in doubt' AS step,
    life.scoredat AS moment,
    life.revision,
    'the set ' || doubted."set" || ' was ' || doubted.doubt AS detail
FROM life
CROSS JOIN UNNEST(life.supplementary.doubts) AS doubted ("set", doubt)
ORDER BY revision, step, moment, detail
