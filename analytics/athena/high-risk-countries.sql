-- Purpose: Transactions with countries under a call for action of the FATF, alerted or not.
-- Parameters, in this order:
--   from: first day, YYYY-MM-DD, by when the transactions occurred
--   to: last day, included
WITH latest AS (
    SELECT *, row_number() OVER (PARTITION BY id ORDER BY revision DESC, scoredat DESC) AS place
    FROM transactions
    WHERE "date" BETWEEN ? AND ?
)
SELECT
    country,
    "date" AS day,
    id,
    accountid AS account,
    counterpartyid AS counterparty,
    channel,
    features.eurocents AS euro_cents,
    score,
    verdict
FROM latest
WHERE place = 1
    AND country IN ('IR', 'KP', 'MM')
ORDER BY country, euro_cents DESC, id
