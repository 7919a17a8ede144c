import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { runQuery } from "../../../../../local/services/run-query.ts";
import { makeTable } from "../../support/athena.ts";
import { itNeeds } from "../../support/correction.ts";
import { sharedServices } from "../../support/shared-services.ts";

const columns = { id: "string", at: "string", absent: "struct<inner:int>", tags: "map<string,struct<level:int>>" };
const line = '{"Id":7,"at":"2026-03-02T12:00:00.000Z","unnamed":1,"tags":{"Big":{"Level":3}}}\n';

describe("correction json-tables", () => {
    itNeeds("json-tables", {
        behaviour: "reads what a table names, in its types, whatever the case of the members",
        async observe(running) {
            const name = "typed-things";
            const objects = { "date=2026-03-02/one.ndjson.gz": gzipSync(line) };
            await makeTable(running, { name, columns, objects, partitionKeys: ["date"] });
            const sql = "SELECT * FROM things WHERE \"date\" = '2026-03-02'";
            const all = { sql, database: name, workgroup: name };
            const inner = { ...all, sql: "SELECT absent.inner AS inside FROM things" };
            return Promise.all([all, inner].map((one) => runQuery(running.clients, one))).catch(
                (error: Error) => error.message,
            );
        },
        expect(seen) {
            const [all, inner] = seen as Awaited<ReturnType<typeof runQuery>>[];
            assert.deepEqual(all?.columns, ["id", "at", "absent", "tags", "date"]);
            const tags = "{'Big': {'level': 3}}";
            assert.deepEqual(all?.rows, [["7", "2026-03-02T12:00:00.000Z", null, tags, "2026-03-02"]]);
            assert.deepEqual(inner?.rows, [[null]]);
        },
    });

    it("knows the columns of a table without any object", async () => {
        const running = await sharedServices();
        const name = "no-things";
        await makeTable(running, { name, columns, objects: {}, partitionKeys: ["date"] });
        const sql = 'SELECT id, absent.inner, "date" FROM things';
        assert.deepEqual((await runQuery(running.clients, { sql, database: name, workgroup: name })).rows, []);
    });

    it("stops at a line that is no JSON", async () => {
        const running = await sharedServices();
        const name = "broken-things";
        await makeTable(running, { name, columns, objects: { one: `${line}no JSON\n` } });
        const question = { sql: "SELECT id FROM things", database: name, workgroup: name };
        await assert.rejects(runQuery(running.clients, question), /The query FAILED/);
    });

    it("says which type it does not know", async () => {
        const running = await sharedServices();
        const name = "strange-things";
        await makeTable(running, { name, columns: { id: "uniontype<int>" }, objects: { one: line } });
        const question = { sql: "SELECT id FROM things", database: name, workgroup: name };
        await assert.rejects(runQuery(running.clients, question), /uniontype is no type that the local Athena knows/);
    });
});
