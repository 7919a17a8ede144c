import assert from "node:assert/strict";
import { readQueries, type SavedQuery } from "../../../infra/query/read-queries.ts";
import { parameterValues } from "../../../operations/local/query-parameters.ts";

function queryNamed(name: string): SavedQuery {
    const found = readQueries().find((query) => query.name === name);
    assert.ok(found, name);
    return found;
}

describe("the parameters of a saved query", () => {
    it("are given in the order of the query, however they were written", () => {
        const params = ["to=2026-10-31", "from=2026-10-01"];
        assert.deepEqual(parameterValues(queryNamed("structuring"), params), ["2026-10-01", "2026-10-31"]);
    });

    for (const { query, params, fault } of [
        {
            query: "structuring",
            params: ["from=yesterday", "to=2026-10-31"],
            fault: "  --param from=yesterday: no day; write one as 2026-10-31",
        },
        {
            query: "structuring",
            params: ["from=2026-02-01", "to=2026-02-30"],
            fault: "  --param to=2026-02-30: no day; write one as 2026-10-31",
        },
        {
            query: "structuring",
            params: ["from=2026-10-1", "to=2026-10-31"],
            fault: "  --param from=2026-10-1: no day; write one as 2026-10-31",
        },
        {
            query: "structuring",
            params: ["from=2026-10-31", "to=2026-10-01"],
            fault: "  --param from=2026-10-31 --param to=2026-10-01: the last day is before the first",
        },
        {
            query: "audit-trail",
            params: ["day=2026-10-01", "id=the one of yesterday"],
            fault: "  --param id=the one of yesterday: none of a transaction; copy it from an alert",
        },
        {
            query: "file-lineage",
            params: ["from=2026-10-01", "to=2026-10-31", "file=clearing.csv"],
            fault: "  --param file=clearing.csv: no key of the landing bucket; write it as card-network/clearing-2026-10-11.csv.gz",
        },
    ]) {
        it(`are refused when they can find nothing: ${params.join(" ")}`, () => {
            assert.throws(() => parameterValues(queryNamed(query), params), {
                name: "UserError",
                message: `${query} needs other parameters:\n${fault}`,
            });
        });
    }

    it("are days wherever a query calls one from, to or day, and each other one is known", () => {
        const names = readQueries().flatMap(({ parameters }) => parameters.map(({ name }) => name));
        assert.deepEqual([...new Set(names)].sort(), ["day", "file", "from", "id", "to"]);
    });
});
