import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { DescribeStatementCommand, ExecuteStatementCommand, RedshiftDataClient } from "@aws-sdk/client-redshift-data";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type Clients, localClients } from "../../../../local/services/clients.ts";
import { type LocalServices, startLocalServices } from "../../../../local/services/local-services.ts";
import { type RunningWarehouse, startWarehouse } from "../../../../local/services/redshift-data/start.ts";
import { Store } from "../../../../local/store/store.ts";
import { create, resource, roleArn } from "../support/resources.ts";
import { accountId, region } from "../support/running-services.ts";

const stored = (type: string, name: string, inputs: object, outputs: object) => ({
    urn: `urn:pulumi:local::p::${type}::${name}`,
    type,
    name,
    id: name,
    inputs: inputs as Record<string, never>,
    outputs: outputs as Record<string, never>,
    createdAt: "",
    seed: "",
    generation: 0,
});

describe("the local Redshift behind the gateway", () => {
    let folder: string;
    let warehouse: RunningWarehouse;
    let services: LocalServices;
    let clients: Clients;

    before(async () => {
        folder = mkdtempSync(path.join(tmpdir(), "redshift-"));
        const runFile = path.join(folder, "services.json");
        warehouse = await startWarehouse({ store: folder, stack: "local", runFile });
        const { url, token } = warehouse;
        services = await startLocalServices({
            accountId,
            region,
            runFile,
            answering: { "redshift-data": { url, token } },
        });
        clients = localClients(runFile);
        const store = new Store(folder, "local");
        const group = { workgroupName: "w", namespaceName: "n" };
        await store.put(stored("aws:redshiftserverless/workgroup:Workgroup", "w", group, { arn: "arn:w" }));
        const space = { iamRoles: [roleArn("copy")] };
        await store.put(
            stored("aws:redshiftserverless/namespace:Namespace", "n", space, { adminPasswordSecretArn: "arn:s" }),
        );
        const inputs = { name: "copy", assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [] }) };
        await create(resource("aws:iam/role:Role", "copy", inputs), clients);
        const Statement = [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: "arn:aws:s3:::lake/open/*" }];
        const policy = JSON.stringify({ Version: "2012-10-17", Statement });
        await create(
            resource("aws:iam/rolePolicy:RolePolicy", "copy", { name: "copy", role: "copy", policy }),
            clients,
        );
        const s3 = clients.of(S3Client);
        await s3.send(
            new CreateBucketCommand({
                Bucket: "lake",
                CreateBucketConfiguration: { LocationConstraint: region as never },
            }),
        );
        const put = (Key: string, Body: string | Uint8Array) =>
            s3.send(new PutObjectCommand({ Bucket: "lake", Key, Body }));
        await put("open/1", gzipSync('{"ID":"one"}'));
        await put("closed/1", gzipSync('{"ID":"two"}'));
        for (const name of ["open", "closed", "gone"]) {
            const url = name === "gone" ? "s3://lake/open/gone" : `s3://lake/${name}/1`;
            await put(`open/${name}.json`, JSON.stringify({ entries: [{ url, mandatory: true }] }));
        }
    });
    after(async () => {
        clients.close();
        await services.stop();
        await warehouse.stop();
        rmSync(folder, { recursive: true });
    });

    const run = async (Sql: string) => {
        const redshift = clients.of(RedshiftDataClient);
        const { Id } = await redshift.send(new ExecuteStatementCommand({ WorkgroupName: "w", Database: "d", Sql }));
        for (;;) {
            const { Status, Error: reason } = await redshift.send(new DescribeStatementCommand({ Id }));
            if (Status === "FINISHED") return "FINISHED";
            if (Status === "FAILED") return reason;
            await new Promise((resolve) => setTimeout(resolve, 20));
        }
    };
    const copy = (list: string, role = "copy") =>
        run(
            `COPY arrived FROM 's3://lake/open/${list}.json' IAM_ROLE '${roleArn(role)}' MANIFEST GZIP FORMAT JSON 'auto ignorecase' ` +
                "TIMEFORMAT 'auto' MAXERROR 0 COMPUPDATE OFF STATUPDATE OFF",
        );

    it("copies what the role may read, by the policies of the role", async () => {
        assert.equal(await run("CREATE TABLE arrived (id VARCHAR(8))"), "FINISHED");
        assert.equal(await copy("open"), "FINISHED");
        assert.match(String(await copy("closed")), /Access Denied,Status 403/);
        assert.match(String(await copy("gone")), /Status 404,Error NoSuchKey/);
        assert.match(String(await copy("open", "other")), /is not attached to the namespace/);
    });

    it("ends with whoever started it", async () => {
        const one = await startWarehouse({ store: folder, stack: "local", runFile: path.join(folder, "none.json") });
        await one.stop();
        assert.equal(await one.ended, undefined);
        await assert.rejects(fetch(one.url));
    });

    it("says that it ended when nobody asked for it", async () => {
        const one = await startWarehouse({ store: folder, stack: "local", runFile: path.join(folder, "none.json") });
        process.kill(one.pid, "SIGKILL");
        assert.match((await one.ended)?.message ?? "", /^The local Redshift ended \(SIGKILL\)\. Log: /);
        await one.stop();
    });
});
