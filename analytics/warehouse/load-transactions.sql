-- Purpose: Loads the objects of one manifest into compliance.transactions, as one transaction, as often as one likes.
-- Parameters, filled in as quoted text:
--   manifest: s3:// address of the list of objects
--   role: ARN of the role that may read them
--   load: id of the load
--   objects: keys of the objects, a JSON array
--   count: how many they are
--   started: when the load began, YYYY-MM-DD hh:mm:ss
-- The lock comes first, so that the merge sees what the load before it committed instead of failing with error 1023.
LOCK TABLE compliance.transactions;

-- Column names are those of the records, whatever the case of their letters.
CREATE TEMP TABLE arrived (
    id VARCHAR(128),
    source VARCHAR(32),
    accountid VARCHAR(128),
    counterpartyid VARCHAR(128),
    amountminor BIGINT,
    currency CHAR(3),
    occurredat TIMESTAMP,
    channel VARCHAR(16),
    country CHAR(2),
    merchantcategory CHAR(4),
    cardtoken VARCHAR(96),
    deviceid VARCHAR(128),
    score DECIMAL(3, 2),
    verdict VARCHAR(8),
    scoredby VARCHAR(64),
    reasons SUPER,
    revision INTEGER,
    features SUPER,
    profile SUPER,
    supplementary SUPER,
    receivedat TIMESTAMP,
    scoredat TIMESTAMP,
    origin VARCHAR(1400)
) DISTKEY (id);

-- A row that does not fit stops the load: nothing is left out without a word.
COPY arrived FROM :manifest IAM_ROLE :role MANIFEST GZIP FORMAT JSON 'auto ignorecase'
TIMEFORMAT 'auto' MAXERROR 0 COMPUPDATE OFF STATUPDATE OFF;

CREATE TEMP TABLE stage DISTKEY (id) AS
SELECT *
FROM (
    SELECT *, row_number() OVER (PARTITION BY id ORDER BY revision DESC, scoredat DESC) AS place
    FROM arrived
) AS ranked
WHERE place = 1;

-- What the table already has in this or a newer revision stays: order of arrival and repeats make no difference.
DELETE FROM stage
USING compliance.transactions
WHERE compliance.transactions.id = stage.id
    AND compliance.transactions.revision >= stage.revision;

MERGE INTO compliance.transactions USING stage ON compliance.transactions.id = stage.id
WHEN MATCHED THEN UPDATE SET
    score = stage.score,
    verdict = stage.verdict,
    scored_by = stage.scoredby,
    revision = stage.revision,
    features = stage.features,
    profile = stage.profile,
    supplementary = stage.supplementary,
    scored_at = stage.scoredat,
    loaded_at = SYSDATE
WHEN NOT MATCHED THEN INSERT (
    id, source, account_id, counterparty_id, amount_minor, currency, euro_cents, occurred_at, channel, country,
    merchant_category, card_token, device_id, score, verdict, scored_by, revision, features, profile, supplementary,
    received_at, scored_at, origin, loaded_at
) VALUES (
    stage.id, stage.source, stage.accountid, stage.counterpartyid, stage.amountminor, stage.currency,
    json_extract_path_text(json_serialize(stage.features), 'euroCents')::BIGINT,
    stage.occurredat, stage.channel, stage.country, stage.merchantcategory, stage.cardtoken, stage.deviceid, stage.score,
    stage.verdict, stage.scoredby, stage.revision, stage.features, stage.profile, stage.supplementary, stage.receivedat,
    stage.scoredat, stage.origin, SYSDATE
);

DELETE FROM compliance.transaction_reasons
USING stage
WHERE compliance.transaction_reasons.transaction_id = stage.id;

INSERT INTO compliance.transaction_reasons (transaction_id, code, text, points)
SELECT stage.id, reason.code::VARCHAR(64), reason.text::VARCHAR(1024), reason.points::INTEGER
FROM stage, stage.reasons AS reason;

INSERT INTO compliance.loads (
    load_id, target, manifest, object_keys, objects, rows_read, rows_merged, status, started_at, finished_at
)
SELECT
    :load, 'transactions', :manifest, json_parse(:objects), :count::INTEGER,
    (SELECT count(*) FROM arrived), (SELECT count(*) FROM stage), 'loaded', :started::TIMESTAMP, SYSDATE;

DROP TABLE stage;

DROP TABLE arrived;
