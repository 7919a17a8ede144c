import assert from "node:assert/strict";
import { runQuery } from "../../../../../local/services/run-query.ts";
import { makeTable } from "../../support/athena.ts";
import { itNeeds } from "../../support/correction.ts";

describe("correction unnested-rows", () => {
    itNeeds("unnested-rows", {
        behaviour: "unnests structs into a column for each member, and keeps a row without any on LEFT JOIN",
        async observe(running) {
            const name = "nested-rows";
            const objects = { one: '{"id":"a","list":[{"x":1,"y":"p"},{"x":2,"y":"q"}]}\n{"id":"b","list":[]}\n' };
            const columns = { id: "string", list: "array<struct<x:int,y:string>>" };
            await makeTable(running, { name, columns, objects });
            const from = (join: string, on = "") =>
                runQuery(running.clients, {
                    sql: `SELECT things.id, item.x, item.y FROM things ${join} UNNEST(things.list) AS item (x, y) ${on} ORDER BY 1, 2`,
                    database: name,
                    workgroup: name,
                }).then(({ rows }) => rows);
            return Promise.all([from("CROSS JOIN"), from("LEFT JOIN", "ON TRUE")]).catch(
                (error: Error) => error.message,
            );
        },
        expect(seen) {
            const both = [
                ["a", "1", "p"],
                ["a", "2", "q"],
            ];
            assert.deepEqual(seen, [both, [...both, ["b", null, null]]]);
        },
    });
});
