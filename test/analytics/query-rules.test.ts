import assert from "node:assert/strict";
import { readQueries } from "../../infra/query/read-queries.ts";
import { AMOUNT, HIGH_RISK_COUNTRIES, STRUCTURING } from "../../model/limits.ts";

const LATEST = `WITH latest AS (
    SELECT *, row_number() OVER (PARTITION BY id ORDER BY revision DESC, scoredat DESC) AS place
    FROM transactions
    WHERE "date" BETWEEN ? AND ?
)`;

/** Queries that count ids or show every revision, so that older ones do no harm. */
const ALL_REVISIONS = ["audit-trail", "file-lineage"];

const queries = readQueries();
const sqlOf = (name: string) => queries.find((query) => query.name === name)?.sql ?? "";

describe("the saved queries", () => {
    it("keep one row of each transaction, that of its greatest revision", () => {
        for (const { name, sql } of queries.filter(({ sql }) => /\bFROM transactions\b/.test(sql))) {
            if (ALL_REVISIONS.includes(name)) continue;
            assert.ok(sql.includes(LATEST), name);
            assert.match(sql, /\bplace = 1\b/, name);
        }
    });

    it("name the days they read, or every day since 1970 is looked for", () => {
        for (const { name, sql } of queries) {
            const reads = sql.split(/\bFROM transactions\b/).length - 1;
            assert.equal(sql.split(/WHERE "date" (?:BETWEEN \? AND \?|= \?)/).length - 1, reads, name);
        }
    });

    it("use parameters in conditions only, where Athena takes them", () => {
        for (const { name, sql } of queries) {
            const marks = sql.replaceAll(/--.*/g, "").split("?").length - 1;
            assert.equal(
                sql
                    .match(/(= \?|BETWEEN \? AND \?)/g)
                    ?.join()
                    .split("?").length,
                marks + 1,
                name,
            );
        }
    });

    it("have the limits and countries of the rules", () => {
        assert.match(sqlOf("threshold-reports"), new RegExp(`>= ${AMOUNT.largeFrom}\\b`));
        assert.match(sqlOf("structuring"), new RegExp(`>= ${STRUCTURING.from}\\b`));
        assert.match(sqlOf("structuring"), new RegExp(`< ${STRUCTURING.below}\\b`));
        assert.match(sqlOf("structuring"), new RegExp(`transactions >= ${STRUCTURING.series}\\b`));
        const listed = /country IN \((.*)\)/.exec(sqlOf("high-risk-countries"))?.[1];
        assert.deepEqual(listed?.match(/\w+/g), [...HIGH_RISK_COUNTRIES]);
    });
});
