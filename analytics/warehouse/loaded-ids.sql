-- Purpose: Which transactions of a source are loaded, of those that came within some time; for an hour that does not add up.
-- Parameters, filled in as quoted text:
--   source: the source
--   since: first moment that counts, YYYY-MM-DD hh:mm:ss, UTC
--   before: first moment that counts no longer
SELECT id
FROM compliance.transactions
WHERE source = :source AND received_at >= :since::TIMESTAMP AND received_at < :before::TIMESTAMP;
