import assert from "node:assert/strict";
import type { PassedCall } from "../../../../local/services/answering.ts";
import { CopyError } from "../../../../local/services/redshift-data/copy.ts";
import { dataApi } from "../../../../local/services/redshift-data/data-api.ts";
import { Database } from "../../../../local/services/redshift-data/database.ts";
import { openDatabase } from "../../../../local/services/redshift-data/open-database.ts";
import { Statements } from "../../../../local/services/redshift-data/statements.ts";

const PLACE = { WorkgroupName: "compliance", Database: "compliance" };
type Answer = Record<string, unknown>;

describe("the local Redshift Data API", () => {
    let api: (call: PassedCall) => Promise<{ status?: number; body: string | object }>;
    let close: () => Promise<void>;
    const denied = new Set<string>();

    before(async () => {
        const postgres = await openDatabase();
        close = () => postgres.close();
        const database = new Database(Promise.resolve(postgres), () => Promise.reject(new CopyError("no S3")));
        api = dataApi({
            statements: new Statements(database),
            workgroup: async (name) =>
                name === "compliance" ? { arn: "arn:workgroup", adminSecretArn: "arn:admin" } : undefined,
            mayRole: async (role, action, resource) => !denied.has(`${role} ${action} ${resource}`),
        });
    });
    afterEach(() => denied.clear());
    after(() => close());

    const call = async (operation: string, input: object, role = "someone"): Promise<Answer> => {
        const caller =
            role === "root"
                ? { arn: "arn:aws:iam::1:root", id: "1" }
                : { arn: `arn:aws:sts::1:assumed-role/${role}/x`, id: role };
        const body = Buffer.from(JSON.stringify(input));
        return (await api({ operation, body, caller, method: "POST", path: "/", headers: {} })).body as Answer;
    };
    const ended = async (id: unknown, role?: string): Promise<Answer> => {
        for (;;) {
            const described = await call("DescribeStatement", { Id: id }, role);
            if (!["SUBMITTED", "STARTED"].includes(String(described.Status))) return described;
            await new Promise((resolve) => setTimeout(resolve, 5));
        }
    };
    const run = async (sqls: string[], more: object = {}, role?: string) => {
        const { Id } = await call("BatchExecuteStatement", { Sqls: sqls, ...PLACE, ...more }, role);
        return ended(Id, role);
    };
    const administrate = (...sqls: string[]) => run(sqls, { SecretArn: "arn:admin" });

    it("runs a batch as one transaction, each statement with a state and a result of its own", async () => {
        const { Status, Id, SubStatements } = await administrate(
            "CREATE TABLE public.a (b INTEGER)",
            "SELECT 7 AS seven",
        );
        assert.equal(Status, "FINISHED");
        assert.deepEqual(
            (SubStatements as Answer[]).map(({ Id: part, Status: state, HasResultSet }) => [part, state, HasResultSet]),
            [
                [`${Id}:1`, "FINISHED", false],
                [`${Id}:2`, "FINISHED", true],
            ],
        );
        const { Records, ColumnMetadata } = await call("GetStatementResult", { Id: `${Id}:2` });
        assert.deepEqual([Records, ColumnMetadata], [[[{ longValue: 7 }]], [{ name: "seven", label: "seven" }]]);
    });

    it("undoes a transaction that fails, says where and why, and does not begin what came after", async () => {
        const sqls = ["CREATE TABLE public.undone (b INTEGER)", "SELECT nothing", "SELECT 1"];
        const { Status, Error: reason, SubStatements } = await administrate(...sqls);
        assert.deepEqual([Status, reason], ["FAILED", 'ERROR: column "nothing" does not exist']);
        assert.deepEqual(
            (SubStatements as Answer[]).map((part) => part.Status),
            ["FINISHED", "FAILED", "ABORTED"],
        );
        assert.equal((await administrate("SELECT * FROM public.undone")).Status, "FAILED");
    });

    it("runs the same token of the same caller once, and says again how it ended", async () => {
        const token = { ClientToken: "one", SecretArn: "arn:admin" };
        await administrate("CREATE TABLE public.counted (b INTEGER)");
        const insert = ["INSERT INTO public.counted VALUES (1)"];
        const first = await run(insert, token);
        assert.equal((await run(insert, token)).Id, first.Id);
        assert.notEqual((await run(insert, token, "other")).Id, first.Id);
        const { Id } = await administrate("SELECT count(*) FROM public.counted");
        assert.deepEqual((await call("GetStatementResult", { Id })).Records, [[{ longValue: 2 }]]);
    });

    it("lets a role in as the user of its name, who may do nothing but what he was given", async () => {
        await administrate("CREATE TABLE public.own (b INTEGER)", "REVOKE ALL ON SCHEMA public FROM PUBLIC");
        const { Id } = await run(["SELECT current_user"], {}, "reader");
        assert.deepEqual((await call("GetStatementResult", { Id }, "reader")).Records, [
            [{ stringValue: "IAMR:reader" }],
        ]);
        assert.match(String((await run(["SELECT * FROM public.own"], {}, "reader")).Error), /permission denied/);
        await administrate("GRANT ALL ON SCHEMA public TO PUBLIC");
    });

    it("lets nobody in who may not fetch a password for it, or may not read the administrator's", async () => {
        denied.add("someone redshift-serverless:GetCredentials arn:workgroup");
        await assert.rejects(run(["SELECT 1"]), { name: "AccessDeniedException" });
        denied.add("someone secretsmanager:GetSecretValue arn:admin");
        await assert.rejects(administrate("SELECT 1"), { name: "AccessDeniedException" });
        await assert.rejects(run(["SELECT 1"], { SecretArn: "arn:other" }), { name: "ValidationException" });
    });

    it("lets the services' own administrator ask for one statement", async () => {
        const { Id } = await call(
            "ExecuteStatement",
            { Sql: "SELECT 1.5::FLOAT8 AS a, NULL AS b, TRUE AS c", ...PLACE },
            "root",
        );
        assert.equal((await ended(Id, "root")).QueryString, "SELECT 1.5::FLOAT8 AS a, NULL AS b, TRUE AS c");
        assert.deepEqual((await call("GetStatementResult", { Id }, "root")).Records, [
            [{ doubleValue: 1.5 }, { isNull: true }, { booleanValue: true }],
        ]);
        assert.equal(((await call("ListStatements", {}, "root")).Statements as Answer[]).length, 1);
    });

    it("gives times without a zone as texts, and many rows by pages", async () => {
        const { Id } = await administrate(
            "SELECT TIMESTAMP '2026-10-08 10:00:00', n FROM generate_series(1, 1500) AS n",
        );
        const first = await call("GetStatementResult", { Id });
        assert.deepEqual((first.Records as Answer[][])[0], [{ stringValue: "2026-10-08 10:00:00" }, { longValue: 1 }]);
        const rest = await call("GetStatementResult", { Id, NextToken: first.NextToken });
        assert.deepEqual(
            [(first.Records as []).length, (rest.Records as []).length, rest.NextToken],
            [1000, 500, undefined],
        );
    });

    it("tells a statement to whoever began it only", async () => {
        const { Id } = await administrate("SELECT 1");
        for (const operation of ["DescribeStatement", "GetStatementResult"]) {
            await assert.rejects(call(operation, { Id }, "other"), { name: "ResourceNotFoundException" });
        }
    });

    it("refuses what the Data API refuses", async () => {
        for (const [operation, input] of Object.entries({
            BatchExecuteStatement: { ...PLACE, Sqls: Array.from({ length: 41 }, () => "SELECT 1") },
            ExecuteStatement: { ...PLACE, Sql: "SELECT 1", ClientToken: "x".repeat(65) },
        })) {
            await assert.rejects(call(operation, input), { name: "ValidationException" });
        }
        await assert.rejects(run(["SELECT 1"], { WorkgroupName: "other" }), { name: "ValidationException" });
        const { Id } = await administrate("SELECT 1 WHERE FALSE", "CREATE TABLE public.last (b INTEGER)");
        await assert.rejects(call("GetStatementResult", { Id: `${Id}:2` }), { name: "ResourceNotFoundException" });
        await assert.rejects(call("CancelStatement", { Id }), { name: "UnknownOperationException" });
    });

    it("says to the gateway which workgroup a name means", async () => {
        const ask = (name: string) =>
            api({
                operation: "",
                body: Buffer.from(""),
                caller: { arn: "", id: "" },
                method: "GET",
                path: `/workgroups/${name}`,
                headers: {},
            });
        assert.deepEqual(
            [await ask("compliance"), await ask("other")],
            [{ body: "arn:workgroup" }, { status: 404, body: "" }],
        );
    });
});
