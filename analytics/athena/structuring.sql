-- Purpose: Accounts with three or more cash or wire amounts just under the reporting limit within 24 hours.
-- Counted anew from the amounts, so it also checks the rule of the same name. Each row is the end of a series.
-- A series that begins before the first day is seen from that day on: ask from one day earlier.
-- Parameters, in this order:
--   from: first day, YYYY-MM-DD, by when the transactions occurred
--   to: last day, included
WITH latest AS (
    SELECT *, row_number() OVER (PARTITION BY id ORDER BY revision DESC, scoredat DESC) AS place
    FROM transactions
    WHERE "date" BETWEEN ? AND ?
),
near AS (
    SELECT
        id,
        accountid,
        occurredat,
        features.eurocents AS cents,
        CAST(replace(substr(occurredat, 1, 19), 'T', ' ') AS timestamp) AS moment
    FROM latest
    WHERE place = 1
        AND channel IN ('cash', 'wire')
        AND features.eurocents >= 800000
        AND features.eurocents < 1000000
),
series AS (
    SELECT
        id,
        accountid,
        occurredat,
        count(*) OVER day_before AS transactions,
        sum(cents) OVER day_before AS euro_cents,
        min(occurredat) OVER day_before AS since
    FROM near
    WINDOW day_before AS (
        PARTITION BY accountid ORDER BY moment RANGE BETWEEN INTERVAL '1' DAY PRECEDING AND CURRENT ROW
    )
)
SELECT accountid AS account, since, occurredat AS until, transactions, euro_cents, id AS last_id
FROM series
WHERE transactions >= 3
ORDER BY euro_cents DESC, last_id
