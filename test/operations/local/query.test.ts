import assert from "node:assert/strict";
import { join } from "node:path";
import { query } from "../../../operations/local/query.ts";
import { table } from "../../../operations/local/table.ts";
import { makeTable } from "../../local/services/support/athena.ts";
import { create, resource } from "../../local/services/support/resources.ts";
import { sharedServices } from "../../local/services/support/shared-services.ts";

const SQL = "-- Purpose: To count.\n--   id: whose\nSELECT id, n FROM things WHERE id = ?";

describe("npm run local -- query", () => {
    let runFile: string;
    before(async () => {
        const running = await sharedServices();
        runFile = join(running.folder, "services.json");
        const name = "asked-tables";
        const objects = { one: '{"id":"a","n":10}\n{"id":"b","n":2}\n' };
        await makeTable(running, { name, columns: { id: "string", n: "int" }, objects });
        const inputs = { name: "count-things", workgroup: name, database: name, query: SQL };
        await create(resource("aws:athena/namedQuery:NamedQuery", "count-things", inputs), running.clients);
    });

    it("prints what a saved query finds", async () => {
        assert.equal(await query(runFile, "count-things", ["id=a"]), "id   n\n──  ──\na   10\n\n1 row\n");
    });

    it("tells all faults of the parameters together", async () => {
        await assert.rejects(query(runFile, "count-things", ["who=a"]), {
            message:
                "count-things needs other parameters:\n  --param who=a: not one of id, each as KEY=VALUE\n  --param id=…: whose",
        });
    });

    it("says which queries there are", async () => {
        assert.match(
            await query(runFile, undefined, []),
            /^structuring\n {2}Accounts with three.*\n {2}--param from=…/m,
        );
        await assert.rejects(query(runFile, "nothing", []), /No query is called "nothing". There are alert-ageing, /);
    });

    it("says what to do when nothing runs, or no platform is up", async () => {
        await assert.rejects(
            query("/nowhere/services.json", "structuring", []),
            /No local services are running.*npm start/,
        );
        await assert.rejects(query(runFile, "structuring", []), /is not in the local cloud.*npm start/);
    });
});

describe("table", () => {
    it("lines columns up, numbers to the right, and shows nothing for NULL", () => {
        const text = table(
            ["name", "euro_cents"],
            [
                ["smurf", "2550003"],
                [null, "1"],
            ],
        );
        assert.equal(text, "name   euro_cents\n─────  ──────────\nsmurf     2550003\n                1\n");
    });
});
