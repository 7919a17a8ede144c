-- Purpose: How many transactions of each source are loaded, by the hour in which they came: the other side of the ledger's
-- count of those scored, by the `source` and `receivedAt` of their rows.
-- Parameters, filled in as quoted text:
--   since: first moment that counts, YYYY-MM-DD hh:mm:ss, UTC
--   before: first moment that counts no longer
SELECT
    source,
    TO_CHAR(DATE_TRUNC('hour', received_at), 'YYYY-MM-DD HH24') AS hour,
    COUNT(*) AS transactions,
    -- Differs where one is missing and another too many: the first 32 bits of the hash of each id, added up.
    MOD(SUM(STRTOL(LEFT(MD5(id), 8), 16)), 4294967296)::BIGINT AS mark
FROM compliance.transactions
WHERE received_at >= :since::TIMESTAMP AND received_at < :before::TIMESTAMP
GROUP BY 1, 2
ORDER BY 1, 2;
