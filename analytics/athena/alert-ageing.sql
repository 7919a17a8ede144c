-- Purpose: How old the alerts of a time are, by channel: a pile that only grows is a pile that nobody works off.
-- Age counts from the first alert of a transaction to today, UTC. What an analyst decided is not in the records.
-- Parameters, in this order:
--   from: first day, YYYY-MM-DD, by when the transactions occurred
--   to: last day, included
WITH latest AS (
    SELECT *, row_number() OVER (PARTITION BY id ORDER BY revision DESC, scoredat DESC) AS place
    FROM transactions
    WHERE "date" BETWEEN ? AND ?
),
alerts AS (
    SELECT one.id, one.channel, one.features.eurocents AS cents, min(other.scoredat) AS since
    FROM latest AS one
    INNER JOIN latest AS other ON other.id = one.id AND other.verdict = 'alert'
    WHERE one.place = 1
        AND one.verdict = 'alert'
    GROUP BY one.id, one.channel, one.features.eurocents
),
aged AS (
    SELECT channel, cents, since, date_diff('day', CAST(substr(since, 1, 10) AS date), current_date) AS days
    FROM alerts
)
SELECT
    channel,
    CASE
        WHEN days <= 1 THEN 'a: to 1 day'
        WHEN days <= 7 THEN 'b: to 7 days'
        WHEN days <= 30 THEN 'c: to 30 days'
        ELSE 'd: older'
    END AS age,
    count(*) AS alerts,
    sum(cents) AS euro_cents,
    min(since) AS oldest
FROM aged
GROUP BY 1, 2
ORDER BY 1, 2
