-- Purpose: Loads the refusals of one manifest's objects into compliance.quarantine, as one transaction, as often as one
-- likes. Parameters, filled in as quoted text: those of load-transactions.sql.
-- Only why, where and when: COPY passes over members that have no column, so what arrived, the wrong field and what is said
-- of it never reach the warehouse, not even for the time of a load.
LOCK TABLE compliance.quarantine;

CREATE TEMP TABLE arrived (
    origin VARCHAR(1400),
    source VARCHAR(32),
    reason VARCHAR(64),
    "at" TIMESTAMP
) DISTKEY (origin);

-- A row that does not fit stops the load: nothing is left out without a word.
COPY arrived FROM :manifest IAM_ROLE :role MANIFEST FORMAT JSON 'auto ignorecase'
TIMEFORMAT 'auto' MAXERROR 0 COMPUPDATE OFF STATUPDATE OFF;

-- An origin of a file is "s3:", its name, "#", its version, "#", and the row or "file". The name may hold "#" itself, so the
-- parts are found from the end. Another producer's origin may look alike; it names a file only if it has all of that.
CREATE TEMP TABLE stage DISTKEY (origin) AS
SELECT
    origin, source, reason, "at",
    CASE
        WHEN place ~ '^([0-9]{1,10}|file)$' AND LENGTH(version) > 0 AND LENGTH(name) > 0 AND OCTET_LENGTH(name) <= 1024
            THEN name
    END AS file,
    CASE
        WHEN place ~ '^[0-9]{1,10}$' AND LENGTH(version) > 0 AND LENGTH(name) > 0 AND OCTET_LENGTH(name) <= 1024
            THEN place::BIGINT
    END AS line
FROM (
    SELECT
        origin, source, reason, "at", place, version,
        CASE
            WHEN origin LIKE 's3:%' AND LENGTH(origin) > LENGTH(version) + LENGTH(place) + 5
                THEN SUBSTRING(origin, 4, LENGTH(origin) - LENGTH(version) - LENGTH(place) - 5)
        END AS name
    FROM (
        SELECT
            origin, source, reason, "at",
            REVERSE(SPLIT_PART(REVERSE(origin), '#', 1)) AS place,
            REVERSE(SPLIT_PART(REVERSE(origin), '#', 2)) AS version,
            ROW_NUMBER() OVER (PARTITION BY origin ORDER BY "at" DESC, reason) AS newest
        FROM arrived
    ) AS ranked
    WHERE newest = 1
) AS parted;

-- What the table already has of this or a later time stays: order of arrival and repeats make no difference.
DELETE FROM stage
USING compliance.quarantine
WHERE compliance.quarantine.origin = stage.origin
    AND compliance.quarantine.refused_at >= stage."at";

MERGE INTO compliance.quarantine USING stage ON compliance.quarantine.origin = stage.origin
WHEN MATCHED THEN UPDATE SET
    source = stage.source,
    reason = stage.reason,
    file = stage.file,
    line = stage.line,
    refused_at = stage."at",
    loaded_at = SYSDATE
WHEN NOT MATCHED THEN INSERT (origin, source, reason, file, line, refused_at, loaded_at)
VALUES (stage.origin, stage.source, stage.reason, stage.file, stage.line, stage."at", SYSDATE);

INSERT INTO compliance.loads (
    load_id, target, manifest, object_keys, objects, rows_read, rows_merged, status, started_at, finished_at
)
SELECT
    :load, 'quarantine', :manifest, json_parse(:objects), :count::INTEGER,
    (SELECT count(*) FROM arrived), (SELECT count(*) FROM stage), 'loaded', :started::TIMESTAMP, SYSDATE;

DROP TABLE stage;

DROP TABLE arrived;
