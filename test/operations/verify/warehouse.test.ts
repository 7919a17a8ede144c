import assert from "node:assert/strict";
import { DescribeStatementCommand, ExecuteStatementCommand } from "@aws-sdk/client-redshift-data";
import type { Context } from "../../../operations/verify/step.ts";
import { warehouse } from "../../../operations/verify/steps/warehouse.ts";

const STARTED = { Id: "d9b6c0c9-0747-4bf4-b142-e8883122f766", Database: "compliance", WorkgroupName: "group" };

/** The step on a Data API that describes the statement so, one answer a look, and then gives this value. */
async function tried(looks: object[], value = 1) {
    const sent: unknown[] = [];
    const send = async (command: unknown) => {
        if (command instanceof ExecuteStatementCommand) {
            sent.push(command.input);
            return STARTED;
        }
        if (command instanceof DescribeStatementCommand) return looks.shift() ?? { Status: "STARTED" };
        return {
            ColumnMetadata: [{ name: "?column?", typeName: "int4" }],
            Records: [[{ longValue: value }]],
            TotalNumRows: 1,
        };
    };
    const context = {
        cloud: { of: () => ({ send }) },
        outputs: { warehouseWorkgroup: "group" },
        until: async (ask: () => Promise<unknown>) => (await ask()) ?? (await ask()),
    } as unknown as Context;
    return { verdict: await warehouse.run(context), sent };
}

describe("the step that asks the warehouse", () => {
    it("holds when it answers, after waking up", async () => {
        const { verdict, sent } = await tried([{ Status: "STARTED" }, { Status: "FINISHED", Duration: 1_234_567_890 }]);
        assert.deepEqual(verdict, { state: "held", evidence: { workgroup: "group", milliseconds: 1235 } });
        assert.deepEqual(sent, [{ WorkgroupName: "group", Database: "compliance", Sql: "SELECT 1" }]);
    });

    it("fails with what the warehouse says", async () => {
        const { verdict } = await tried([{ Status: "FAILED", Error: "ERROR: Query reached usage limit" }]);
        assert.equal(verdict.state, "failed");
        assert.match(JSON.stringify(verdict), /answers FAILED: ERROR: Query reached usage limit/);
    });

    it("fails when it stays silent, or answers something else", async () => {
        assert.match(JSON.stringify((await tried([])).verdict), /did not answer in time/);
        assert.match(JSON.stringify((await tried([{ Status: "FINISHED" }], 2)).verdict), /answers 2 to SELECT 1/);
    });
});
