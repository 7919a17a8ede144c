-- Purpose: Cash transactions worth 10,000 EUR or more, which must be reported one by one.
-- Parameters, in this order:
--   from: first day, YYYY-MM-DD, by when the transactions occurred
--   to: last day, included
WITH latest AS (
    SELECT *, row_number() OVER (PARTITION BY id ORDER BY revision DESC, scoredat DESC) AS place
    FROM transactions
    WHERE "date" BETWEEN ? AND ?
)
SELECT
    "date" AS day,
    id,
    accountid AS account,
    counterpartyid AS counterparty,
    country,
    currency,
    amountminor AS amount_minor,
    features.eurocents AS euro_cents,
    verdict
FROM latest
WHERE place = 1
    AND channel = 'cash'
    AND features.eurocents >= 1000000
ORDER BY euro_cents DESC, id
