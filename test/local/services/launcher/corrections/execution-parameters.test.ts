import assert from "node:assert/strict";
import { runQuery } from "../../../../../local/services/run-query.ts";
import { makeTable } from "../../support/athena.ts";
import { itNeeds } from "../../support/correction.ts";
import { sharedServices } from "../../support/shared-services.ts";

const name = "with-parameters";

describe("correction execution-parameters", () => {
    itNeeds("execution-parameters", {
        behaviour: "puts each parameter in place of its question mark, and leaves other question marks alone",
        async observe(running) {
            const objects = { one: '{"id":"it\'s","n":1}\n{"id":"other","n":2}\n' };
            await makeTable(running, { name, columns: { id: "string", n: "int" }, objects });
            const sql = "-- who?\nSELECT n AS \"n?\", '?' AS mark FROM things WHERE id = ? AND n < ?";
            const question = { sql, database: name, workgroup: name, parameters: ["it's", "9"] };
            return runQuery(running.clients, question).catch((error: Error) => error.message);
        },
        expect(seen) {
            const { columns, rows } = seen as Awaited<ReturnType<typeof runQuery>>;
            assert.deepEqual([columns, rows], [["n?", "mark"], [["1", "?"]]]);
        },
    });

    it("refuses another number of parameters than of question marks", async () => {
        const { clients } = await sharedServices();
        const question = { sql: "SELECT 1 WHERE 1 = ?", database: name, workgroup: name, parameters: ["1", "2"] };
        await assert.rejects(runQuery(clients, question), /Incorrect number of parameters: expected 1 but found 2/);
    });
});
