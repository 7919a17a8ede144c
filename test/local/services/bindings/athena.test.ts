import assert from "node:assert/strict";
import { ATHENA, GLUE, signedCall } from "../../../../local/services/signed-call.ts";
import { makeTable } from "../support/athena.ts";
import { create, remove, resource, update } from "../support/resources.ts";
import { sharedServices } from "../support/shared-services.ts";

const name = "bound-tables";

describe("bindings of Athena and Glue", () => {
    it("make, change and remove a table", async () => {
        const running = await sharedServices();
        const { clients } = running;
        const { table } = await makeTable(running, { name, columns: { id: "string" }, objects: {} });
        const read = () => signedCall(clients, GLUE, "GetTable", { DatabaseName: name, Name: "things" });
        const columnsOf = (answer: Record<string, unknown>) =>
            (answer.Table as { StorageDescriptor: { Columns: unknown[] } }).StorageDescriptor.Columns;
        assert.deepEqual(columnsOf(await read()), [{ Name: "id", Type: "string" }]);
        const columns = [{ name: "other", type: "int" }];
        const changed = await update(table, { storageDescriptor: { columns } }, clients);
        assert.deepEqual(columnsOf(await read()), [{ Name: "other", Type: "int" }]);
        await remove(changed, clients);
        await assert.rejects(read(), { name: "EntityNotFoundException" });
        await remove(changed, clients);
    });

    it("make a workgroup as it is described, also again", async () => {
        const { clients } = await sharedServices();
        const configuration = {
            enforceWorkgroupConfiguration: false,
            bytesScannedCutoffPerQuery: 10_485_760,
            resultConfiguration: {
                outputLocation: "s3://somewhere/",
                encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: "arn:key" },
            },
        };
        const made = await create(
            resource("aws:athena/workgroup:Workgroup", "bound", { configuration, name: "bound" }),
            clients,
        );
        const read = async () => (await signedCall(clients, ATHENA, "GetWorkGroup", { WorkGroup: "bound" })).WorkGroup;
        const { Configuration } = (await read()) as { Configuration: object };
        assert.deepEqual(Configuration, {
            EnforceWorkGroupConfiguration: false,
            PublishCloudWatchMetricsEnabled: true,
            BytesScannedCutoffPerQuery: 10_485_760,
            ResultConfiguration: {
                OutputLocation: "s3://somewhere/",
                EncryptionConfiguration: { EncryptionOption: "SSE_KMS", KmsKey: "arn:key" },
            },
        });
        await update(made, { configuration: { ...configuration, enforceWorkgroupConfiguration: true } }, clients);
        const changed = (await read()) as { Configuration: { EnforceWorkGroupConfiguration: boolean } };
        assert.equal(changed.Configuration.EnforceWorkGroupConfiguration, true);
        await remove(made, clients);
        await assert.rejects(read(), /not found/);
    });

    it("keep one query of each name, in its newest words", async () => {
        const { clients } = await sharedServices();
        const inputs = { name: "who", workgroup: "primary", database: name, query: "SELECT 1" };
        const made = await create(resource("aws:athena/namedQuery:NamedQuery", "who", inputs), clients);
        const changed = await update(made, { query: "SELECT 2" }, clients);
        const list = () => signedCall(clients, ATHENA, "ListNamedQueries", { WorkGroup: "primary" });
        const { NamedQueryIds } = (await list()) as { NamedQueryIds: string[] };
        assert.equal(NamedQueryIds.length, 1);
        const [NamedQueryId] = NamedQueryIds;
        const { NamedQuery } = await signedCall(clients, ATHENA, "GetNamedQuery", { NamedQueryId });
        assert.equal((NamedQuery as { QueryString: string }).QueryString, "SELECT 2");
        await remove(changed, clients);
        assert.deepEqual((await list()).NamedQueryIds, []);
    });

    it("calls only with a signature that holds", async () => {
        const { clients } = await sharedServices();
        const forged = { ...clients, credentials: { ...clients.credentials, secretAccessKey: "another" } };
        await assert.rejects(signedCall(forged, ATHENA, "ListWorkGroups", {}), /signature|Signature|denied/);
    });
});
