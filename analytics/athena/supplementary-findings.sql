-- Purpose: What the sets from Azure said of transactions that matters: ratings, sanctions, offices, devices; and sets in doubt.
-- Parameters, in this order:
--   from: first day, YYYY-MM-DD, by when the transactions occurred
--   to: last day, included
WITH latest AS (
    SELECT *, row_number() OVER (PARTITION BY id ORDER BY revision DESC, scoredat DESC) AS place
    FROM transactions
    WHERE "date" BETWEEN ? AND ?
),
held AS (
    SELECT * FROM latest WHERE place = 1
),
said AS (
    SELECT 'account rated' AS finding, held.supplementary.rating AS detail, held.id AS of
    FROM held
    WHERE held.supplementary.rating = 'high'
    UNION ALL
    SELECT 'counterparty on list' AS finding, listed.list AS detail, held.id AS of
    FROM held
    CROSS JOIN UNNEST(held.supplementary.lists) AS listed (list)
    UNION ALL
    SELECT 'politically exposed' AS finding, held.supplementary.exposed AS detail, held.id AS of
    FROM held
    WHERE held.supplementary.exposed IS NOT NULL
    UNION ALL
    SELECT 'device' AS finding, held.supplementary.device AS detail, held.id AS of
    FROM held
    WHERE held.supplementary.device IN ('suspicious', 'compromised')
    UNION ALL
    SELECT 'set in doubt' AS finding, doubted."set" || ' was ' || doubted.doubt AS detail, held.id AS of
    FROM held
    CROSS JOIN UNNEST(held.supplementary.doubts) AS doubted ("set", doubt)
)
SELECT
    said.finding,
    said.detail,
    held."date" AS day,
    held.id,
    held.accountid AS account,
    held.counterpartyid AS counterparty,
    held.channel,
    held.features.eurocents AS euro_cents,
    held.score,
    held.verdict
FROM said
INNER JOIN held ON held.id = said.of
ORDER BY said.finding, said.detail, day, held.id
