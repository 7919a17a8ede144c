-- Purpose: Why each alerted transaction was alerted: one row for each reason, in the words of the rule.
-- Parameters, in this order:
--   from: first day, YYYY-MM-DD, by when the transactions occurred
--   to: last day, included
WITH latest AS (
    SELECT *, row_number() OVER (PARTITION BY id ORDER BY revision DESC, scoredat DESC) AS place
    FROM transactions
    WHERE "date" BETWEEN ? AND ?
)
SELECT
    latest.id,
    latest.accountid AS account,
    latest.occurredat AS occurred_at,
    latest.features.eurocents AS euro_cents,
    latest.score,
    latest.scoredby AS scored_by,
    latest.revision,
    reason.code,
    reason.points,
    reason.text AS explanation
FROM latest
LEFT JOIN UNNEST(latest.reasons) AS reason (code, text, points) ON TRUE
WHERE latest.place = 1
    AND latest.verdict = 'alert'
ORDER BY latest.score DESC, latest.id, reason.points DESC, reason.code
