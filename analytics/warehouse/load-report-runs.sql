-- Purpose: Loads what `report` noted of its runs into compliance.report_runs, as one transaction, as often as one likes.
-- Parameters, filled in as quoted text: those of load-transactions.sql.
-- A run is noted when it begins and when it has ended, and S3 may announce the end first: what has ended stays ended.
LOCK TABLE compliance.report_runs;

CREATE TEMP TABLE arrived (
    runid VARCHAR(64),
    name VARCHAR(128),
    periodfrom DATE,
    periodto DATE,
    status VARCHAR(16),
    rowsreported BIGINT,
    manifestsha256 CHAR(64),
    startedat TIMESTAMP,
    finishedat TIMESTAMP
);

-- A row that does not fit stops the load: nothing is left out without a word.
COPY arrived FROM :manifest IAM_ROLE :role MANIFEST FORMAT JSON 'auto ignorecase'
TIMEFORMAT 'auto' MAXERROR 0 COMPUPDATE OFF STATUPDATE OFF;

CREATE TEMP TABLE stage AS
SELECT *
FROM (
    SELECT
        *,
        ROW_NUMBER() OVER (
            PARTITION BY runid ORDER BY CASE WHEN finishedat IS NULL THEN 1 ELSE 0 END, finishedat DESC
        ) AS place
    FROM arrived
) AS ranked
WHERE place = 1;

DELETE FROM stage
USING compliance.report_runs
WHERE compliance.report_runs.run_id = stage.runid
    AND (compliance.report_runs.finished_at IS NOT NULL OR stage.finishedat IS NULL);

MERGE INTO compliance.report_runs USING stage ON compliance.report_runs.run_id = stage.runid
WHEN MATCHED THEN UPDATE SET
    status = stage.status,
    rows_reported = stage.rowsreported,
    manifest_sha256 = stage.manifestsha256,
    finished_at = stage.finishedat
WHEN NOT MATCHED THEN INSERT (
    run_id, name, period_from, period_to, status, rows_reported, manifest_sha256, started_at, finished_at
) VALUES (
    stage.runid, stage.name, stage.periodfrom, stage.periodto, stage.status, stage.rowsreported, stage.manifestsha256,
    stage.startedat, stage.finishedat
);

INSERT INTO compliance.loads (
    load_id, target, manifest, object_keys, objects, rows_read, rows_merged, status, started_at, finished_at
)
SELECT
    :load, 'report_runs', :manifest, json_parse(:objects), :count::INTEGER,
    (SELECT count(*) FROM arrived), (SELECT count(*) FROM stage), 'loaded', :started::TIMESTAMP, SYSDATE;

DROP TABLE stage;

DROP TABLE arrived;
