-- Purpose: Accounts with alerted transactions: how many, worth how much, how grave, why, and judged by whom.
-- One row an account, the gravest first; why are the codes of all reasons of its alerts.
-- Parameters, in this order:
--   from: first day, YYYY-MM-DD, by when the transactions occurred
--   to: last day, included
WITH latest AS (
    SELECT *, row_number() OVER (PARTITION BY id ORDER BY revision DESC, scoredat DESC) AS place
    FROM transactions
    WHERE "date" BETWEEN ? AND ?
),
accounts AS (
    SELECT
        accountid AS account,
        count(*) AS transactions,
        sum(CASE WHEN verdict = 'alert' THEN 1 ELSE 0 END) AS alerts,
        sum(CASE WHEN verdict = 'alert' THEN features.eurocents ELSE 0 END) AS alerted_euro_cents,
        sum(CASE WHEN verdict = 'alert' AND scoredby = 'model' THEN 1 ELSE 0 END) AS by_model,
        max(CAST(score AS decimal(3, 2))) AS highest_score,
        min(CASE WHEN verdict = 'alert' THEN occurredat END) AS first_alert,
        max(CASE WHEN verdict = 'alert' THEN occurredat END) AS last_alert
    FROM latest
    WHERE place = 1
    GROUP BY accountid
),
why AS (
    SELECT latest.accountid AS account, array_agg(DISTINCT reason.code ORDER BY reason.code) AS codes
    FROM latest
    CROSS JOIN UNNEST(latest.reasons) AS reason (code, text, points)
    WHERE latest.place = 1
        AND latest.verdict = 'alert'
    GROUP BY latest.accountid
)
SELECT
    accounts.account,
    accounts.transactions,
    accounts.alerts,
    accounts.by_model,
    accounts.alerts - accounts.by_model AS by_rules,
    accounts.alerted_euro_cents,
    accounts.highest_score,
    accounts.first_alert,
    accounts.last_alert,
    CAST(why.codes AS json) AS reasons
FROM accounts
LEFT JOIN why ON why.account = accounts.account
WHERE accounts.alerts > 0
ORDER BY accounts.highest_score DESC, accounts.alerts DESC, accounts.account
