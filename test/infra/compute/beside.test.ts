import assert from "node:assert/strict";
import { KINDS, sqlFile } from "../../../functions/load/kinds.ts";
import { filesBeside } from "../../../infra/compute/beside.ts";
import { paths } from "../../../tools/paths.mjs";

describe("the files beside a function", () => {
    it("are for migrate the SQL of the warehouse, under the names it reads", () => {
        const files = filesBeside("migrate", paths.root);
        const found = files.filter(({ name }) =>
            /^warehouse\/(prepare|migrations\/0001-transactions)\.sql$/.test(name),
        );
        assert.deepEqual(found, [
            {
                name: "warehouse/migrations/0001-transactions.sql",
                path: "analytics/warehouse/migrations/0001-transactions.sql",
            },
            { name: "warehouse/prepare.sql", path: "analytics/warehouse/prepare.sql" },
        ]);
        assert.ok(files.every(({ name }) => name.endsWith(".sql")));
    });

    it("are for load those that it runs, one for each kind", () => {
        const files = KINDS.map((kind) => `warehouse/${sqlFile(kind)}`).sort();
        assert.deepEqual(
            filesBeside("load", paths.root),
            files.map((name) => ({ name, path: `analytics/${name}` })),
        );
    });

    it("are for reconcile those that it asks, among others", () => {
        const names = filesBeside("reconcile", paths.root).map(({ name }) => name);
        for (const one of ["loaded-by-hour", "loaded-ids"]) assert.ok(names.includes(`warehouse/${one}.sql`), one);
    });

    it("are none for the others", () => {
        for (const verb of ["score", "toString"]) assert.deepEqual(filesBeside(verb, paths.root), []);
    });
});
