-- Purpose: Accounts that moved money again after 180 days or more without any transaction.
-- The days asked for must reach back beyond the silence: what lies before the first day is not seen.
-- Parameters, in this order:
--   from: first day, YYYY-MM-DD, by when the transactions occurred
--   to: last day, included
WITH latest AS (
    SELECT *, row_number() OVER (PARTITION BY id ORDER BY revision DESC, scoredat DESC) AS place
    FROM transactions
    WHERE "date" BETWEEN ? AND ?
),
moves AS (
    SELECT
        accountid,
        id,
        channel,
        country,
        features.eurocents AS euro_cents,
        verdict,
        CAST("date" AS date) AS day,
        lag(CAST("date" AS date)) OVER (PARTITION BY accountid ORDER BY occurredat, id) AS day_before
    FROM latest
    WHERE place = 1
)
SELECT
    accountid AS account,
    day_before AS asleep_since,
    day AS awake_on,
    date_diff('day', day_before, day) AS days_asleep,
    id,
    channel,
    country,
    euro_cents,
    verdict
FROM moves
WHERE date_diff('day', day_before, day) >= 180
ORDER BY days_asleep DESC, id
