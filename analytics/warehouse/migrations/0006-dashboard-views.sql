-- Purpose: What the tiles of the compliance dashboard read: counts, sums and times, nothing of a person or an account.
-- Each view has a channel and a country, because by these it is decided who may see a row; "all" stands for what belongs
-- to none, and is seen only by who may see all; its type is said, or Redshift would call it unknown. Times are UTC. What is
-- copied reaches back 400 days: a year and a month.
CREATE OR REPLACE VIEW dashboard.live_transactions AS
SELECT
    channel,
    country,
    received_at,
    scored_at,
    -- A fraction, because Redshift cuts the average of whole numbers to a whole number.
    CAST(CASE WHEN verdict = 'alert' THEN 1 ELSE 0 END AS DOUBLE PRECISION) AS flagged,
    CAST(DATEDIFF(millisecond, received_at, scored_at) AS DOUBLE PRECISION) / 1000 AS delay_seconds
FROM compliance.transactions
WHERE received_at >= SYSDATE - INTERVAL '24 hours';

-- One alert counts under each rule that it broke; what only a model holds against it stands under its own word.
CREATE OR REPLACE VIEW dashboard.alerts_by_rule AS
SELECT
    DATE_TRUNC('day', alerted.occurred_at) AS day,
    COALESCE(reason.code, 'no rule') AS rule,
    alerted.channel,
    alerted.country,
    COUNT(DISTINCT alerted.id) AS alerts
FROM compliance.transactions AS alerted
LEFT JOIN compliance.transaction_reasons AS reason ON reason.transaction_id = alerted.id
WHERE alerted.verdict = 'alert' AND alerted.occurred_at >= SYSDATE - INTERVAL '400 days'
GROUP BY 1, 2, 3, 4;

-- Amounts in the currency's own units, by the decimals of ISO 4217, and what they are worth in euros.
CREATE OR REPLACE VIEW dashboard.amounts_at_risk AS
SELECT
    DATE_TRUNC('day', occurred_at) AS day,
    currency,
    channel,
    country,
    COUNT(*) AS alerts,
    CAST(SUM(amount_minor) AS DOUBLE PRECISION) / CASE
        WHEN currency IN (
            'BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF',
            'XPF'
        ) THEN 1
        WHEN currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 1000
        WHEN currency IN ('CLF', 'UYW') THEN 10000
        ELSE 100
    END AS amount,
    CAST(SUM(euro_cents) AS DOUBLE PRECISION) / 100 AS euros
FROM compliance.transactions
WHERE verdict = 'alert' AND occurred_at >= SYSDATE - INTERVAL '400 days'
GROUP BY 1, 2, 3, 4;

-- A refused row has no channel or country that could be trusted.
CREATE OR REPLACE VIEW dashboard.refusals AS
SELECT
    DATE_TRUNC('day', refused_at) AS day,
    source,
    reason,
    CAST('all' AS VARCHAR(3)) AS channel,
    CAST('all' AS VARCHAR(3)) AS country,
    COUNT(DISTINCT origin) AS refusals
FROM compliance.quarantine
WHERE refused_at >= SYSDATE - INTERVAL '400 days'
GROUP BY 1, 2, 3;

-- Sums, so that averages stay right over any selection.
CREATE OR REPLACE VIEW dashboard.scores AS
SELECT
    DATE_TRUNC('day', occurred_at) AS day,
    scored_by,
    channel,
    country,
    CASE
        WHEN score < 0.2 THEN '0.0 to 0.2'
        WHEN score < 0.4 THEN '0.2 to 0.4'
        WHEN score < 0.6 THEN '0.4 to 0.6'
        WHEN score < 0.8 THEN '0.6 to 0.8'
        ELSE '0.8 to 1.0'
    END AS band,
    COUNT(*) AS transactions,
    SUM(CASE WHEN verdict = 'alert' THEN 1 ELSE 0 END) AS alerts,
    CAST(SUM(score) AS DOUBLE PRECISION) AS score_sum
FROM compliance.transactions
WHERE occurred_at >= SYSDATE - INTERVAL '400 days'
GROUP BY 1, 2, 3, 4, 5;

-- A failed run that was repeated with success is no longer open: only the last run of a report and period counts.
CREATE OR REPLACE VIEW dashboard.report_status AS
SELECT
    name,
    TO_CHAR(period_from, 'YYYY-MM-DD') || ' to ' || TO_CHAR(period_to, 'YYYY-MM-DD') AS period,
    status,
    started_at,
    rows_reported,
    CAST('all' AS VARCHAR(3)) AS channel,
    CAST('all' AS VARCHAR(3)) AS country,
    CASE
        WHEN status <> 'finished'
            AND ROW_NUMBER() OVER (PARTITION BY name, period_from, period_to ORDER BY started_at DESC) = 1
            THEN 1
        ELSE 0
    END AS not_finished
FROM compliance.report_runs
WHERE started_at >= SYSDATE - INTERVAL '400 days';
