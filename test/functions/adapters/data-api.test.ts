import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
    BatchExecuteStatementCommand,
    DescribeStatementCommand,
    GetStatementResultCommand,
    type RedshiftDataClient,
} from "@aws-sdk/client-redshift-data";
import { DataApiWarehouse } from "../../../functions/adapters/data-api.ts";

type Command = { input: object };
/** One call that is expected: its command, what it must ask when that matters, and the answer recorded for it. */
type Call = [kind: new (input: never) => Command, answer: object | Error, input?: object];

const target = { workgroupName: "compliance", database: "compliance", secretArn: "arn:secret" };
const Started: Call = [BatchExecuteStatementCommand, { Id: "1" }];
const described = (answer: object): Call => [DescribeStatementCommand, { Id: "1", ...answer }, { Id: "1" }];
const refused = (name: string, message = "refused") => Object.assign(new Error(message), { name });

/** The Data API on these calls and no other; `seconds` of time, of which only waiting uses any. */
function warehouseOn(calls: Call[], seconds = 60) {
    const waits: number[] = [];
    const client = {
        async send(command: Command) {
            const [kind, answer, input] = calls.shift() ?? [];
            assert.ok(kind !== undefined && command instanceof kind, command.constructor.name);
            if (input) assert.deepEqual(command.input, input);
            if (answer instanceof Error) throw answer;
            return answer;
        },
    } as unknown as Pick<RedshiftDataClient, "send">;
    const clock = {
        hasTime: (ms: number) => waits.reduce((sum, wait) => sum + wait, 0) + ms <= seconds * 1000,
        async sleep(ms: number) {
            waits.push(ms);
        },
    };
    return { warehouse: new DataApiWarehouse(client, target, clock), waits, calls };
}

describe("the warehouse by the Data API", () => {
    it("runs statements as one transaction, and waits for its end longer each time", async () => {
        const { warehouse, waits, calls } = warehouseOn([
            [
                BatchExecuteStatementCommand,
                { Id: "1" },
                { WorkgroupName: "compliance", Database: "compliance", SecretArn: "arn:secret", Sqls: ["A", "B"] },
            ],
            described({ Status: "SUBMITTED" }),
            described({ Status: "STARTED" }),
            described({ Status: "FINISHED" }),
        ]);
        await warehouse.run("work", ["A", "B"]);
        assert.deepEqual(waits, [200, 400]);
        assert.deepEqual(calls, []);
    });

    it("reads all pages of a result", async () => {
        const { warehouse } = warehouseOn([
            Started,
            described({ Status: "FINISHED", SubStatements: [{ Id: "1:1", Status: "FINISHED" }] }),
            [
                GetStatementResultCommand,
                { Records: [[{ longValue: 1 }, { stringValue: "a" }]], NextToken: "more" },
                { Id: "1:1", NextToken: undefined },
            ],
            [
                GetStatementResultCommand,
                { Records: [[{ longValue: 2 }, { isNull: true }]] },
                { Id: "1:1", NextToken: "more" },
            ],
        ]);
        assert.deepEqual(await warehouse.rows("work", "SELECT"), [
            [1, "a"],
            [2, undefined],
        ]);
    });

    it("tells the statement that failed by its first line and Redshift's error, without what was quoted", async () => {
        const { warehouse } = warehouseOn([
            Started,
            described({
                Status: "FAILED",
                Error: "ERROR: relation does not exist",
                SubStatements: [{ Status: "FINISHED" }, { Status: "FAILED" }, { Status: "ABORTED" }],
            }),
        ]);
        await assert.rejects(
            warehouse.run("migration 0007-x", ["A", "ALTER USER u PASSWORD 'md5a''b'\nMORE 'c'", "C"]),
            {
                name: "StatementError",
                message: "migration 0007-x: ALTER USER u PASSWORD '…': ERROR: relation does not exist",
            },
        );
    });

    it("begins again when another transaction stood in the way", async () => {
        const { warehouse, calls } = warehouseOn([
            Started,
            described({ Status: "FAILED", Error: "ERROR: 1023 DETAIL: Serializable isolation violation on table" }),
            Started,
            described({ Status: "FINISHED" }),
        ]);
        await warehouse.run("work", ["A"]);
        assert.deepEqual(calls, []);
    });

    const begun = (token: string): Call => [
        BatchExecuteStatementCommand,
        { Id: "1" },
        {
            WorkgroupName: "compliance",
            Database: "compliance",
            SecretArn: "arn:secret",
            Sqls: ["A"],
            ClientToken: token,
        },
    ];

    it("asks again, under the same token, for work whose answer was lost", async () => {
        const { warehouse, calls } = warehouseOn([
            begun("token"),
            [DescribeStatementCommand, refused("ThrottlingException")],
            begun("token"),
            described({ Status: "FINISHED" }),
        ]);
        await warehouse.run("work", ["A"], "token");
        assert.deepEqual(calls, []);
    });

    it("begins work anew that another transaction undid, under a token that follows from the last", async () => {
        const collision = described({ Status: "FAILED", Error: "ERROR: 1023" });
        const next = createHash("sha256").update("token").digest("hex");
        const { warehouse, calls } = warehouseOn([
            begun("token"),
            collision,
            begun(next),
            collision,
            begun(createHash("sha256").update(next).digest("hex")),
            described({ Status: "FINISHED" }),
        ]);
        await warehouse.run("work", ["A"], "token");
        assert.deepEqual(calls, []);
    });

    it("waits for a workgroup that wakes up, is changed or is busy", async () => {
        const { warehouse, calls } = warehouseOn([
            [BatchExecuteStatementCommand, refused("ValidationException", "The workgroup is not available")],
            [BatchExecuteStatementCommand, refused("DatabaseConnectionException")],
            [BatchExecuteStatementCommand, refused("ActiveStatementsExceededException")],
            Started,
            described({ Status: "FINISHED" }),
        ]);
        await warehouse.run("work", ["A"]);
        assert.deepEqual(calls, []);
    });

    it("does not repeat what can never succeed", async () => {
        for (const error of [refused("AccessDeniedException"), refused("ValidationException", "Invalid database")]) {
            const { warehouse } = warehouseOn([[BatchExecuteStatementCommand, error]]);
            await assert.rejects(warehouse.run("work", ["A"]), error);
        }
    });

    it("gives up in time to say so", async () => {
        const endless = Array.from({ length: 20 }, () => described({ Status: "STARTED" }));
        const { warehouse } = warehouseOn([Started, ...endless], 2);
        await assert.rejects(warehouse.run("work", ["A"]), {
            message: "work: the warehouse did not answer in time",
        });
        const busy = Array.from(
            { length: 20 },
            (): Call => [BatchExecuteStatementCommand, refused("ThrottlingException")],
        );
        await assert.rejects(warehouseOn(busy, 2).warehouse.run("work", ["A"]), { name: "ThrottlingException" });
    });
});
