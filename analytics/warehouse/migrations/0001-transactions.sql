-- Purpose: Each transaction once, with its verdict of the greatest revision, and why.
-- Redshift enforces no key: loads keep ids unique by a merge under a lock. Times are UTC.
-- Spread by id, because that is what merges and reasons join on; sorted by time, because that is what people ask for.
CREATE TABLE IF NOT EXISTS compliance.transactions (
    id VARCHAR(128) NOT NULL ENCODE ZSTD,
    source VARCHAR(32) NOT NULL ENCODE ZSTD,
    account_id VARCHAR(128) NOT NULL ENCODE ZSTD,
    counterparty_id VARCHAR(128) NOT NULL ENCODE ZSTD,
    -- In the currency's minor unit.
    amount_minor BIGINT NOT NULL ENCODE AZ64,
    currency CHAR(3) NOT NULL ENCODE ZSTD,
    -- What the amount is worth, in euro cents: the only amount that may be added up.
    euro_cents BIGINT NOT NULL ENCODE AZ64,
    -- The sort key stays raw, so that a range of days touches few blocks.
    occurred_at TIMESTAMP NOT NULL ENCODE RAW,
    channel VARCHAR(16) NOT NULL ENCODE ZSTD,
    country CHAR(2) NOT NULL ENCODE ZSTD,
    merchant_category CHAR(4) ENCODE ZSTD,
    card_token VARCHAR(96) ENCODE ZSTD,
    device_id VARCHAR(128) ENCODE ZSTD,
    -- 0 to 1, in hundredths.
    score DECIMAL(3, 2) NOT NULL ENCODE AZ64,
    -- alert or pass.
    verdict VARCHAR(8) NOT NULL ENCODE ZSTD,
    scored_by VARCHAR(64) NOT NULL ENCODE ZSTD,
    revision INTEGER NOT NULL ENCODE AZ64,
    -- What the rules and the model knew, as it was recorded.
    features SUPER,
    -- What was usual for the account when it was judged, and by which generation of profiles; absent without one.
    profile SUPER,
    -- When the delivery arrived that carried it; absent for what was recorded before that was noted.
    received_at TIMESTAMP ENCODE AZ64,
    scored_at TIMESTAMP NOT NULL ENCODE AZ64,
    -- The delivery that carried it: "s3:" for a row of a file, "sqs:" for a live message.
    origin VARCHAR(1400) NOT NULL ENCODE ZSTD,
    loaded_at TIMESTAMP NOT NULL DEFAULT SYSDATE ENCODE AZ64,
    PRIMARY KEY (id)
) DISTSTYLE KEY DISTKEY (id) COMPOUND SORTKEY (occurred_at);

-- Each reason of the verdict that holds. Times and channel are found by the transaction, which lies on the same node.
CREATE TABLE IF NOT EXISTS compliance.transaction_reasons (
    transaction_id VARCHAR(128) NOT NULL ENCODE ZSTD,
    -- Name of the rule.
    code VARCHAR(64) NOT NULL ENCODE ZSTD,
    text VARCHAR(1024) NOT NULL ENCODE ZSTD,
    -- Hundredths of the score that the rule added.
    points INTEGER NOT NULL ENCODE AZ64,
    PRIMARY KEY (transaction_id, code),
    FOREIGN KEY (transaction_id) REFERENCES compliance.transactions (id)
) DISTSTYLE KEY DISTKEY (transaction_id) COMPOUND SORTKEY (transaction_id);
