import assert from "node:assert/strict";
import { AzureExchange } from "../../../infra/exchange/azure-exchange.ts";
import { ExchangePipelines } from "../../../infra/exchange/exchange-pipelines.ts";
import { allRegistered, created, namesOf, recordResources } from "../../support/mocks.ts";

const APP = "api://it";
const LINKED = "azure-native:datafactory:LinkedService";
const DATASET = "azure-native:datafactory:Dataset";
const SETS = ["customer-risk-ratings", "device-reputation", "politically-exposed-persons", "sanctions-list"];

interface Activity {
    name: string;
    type: string;
    dependsOn?: unknown[];
    [property: string]: unknown;
}

describe("ExchangePipelines", () => {
    before(async () => {
        await recordResources();
        const { resourceGroup, factory, store } = new AzureExchange("x", {
            ...{ location: "westeurope", tenantId: "12345678-1234-4123-8123-123456789012", logDays: 30 },
            ...{
                replication: "Standard_LRS",
                alertEmails: ["a@b.example"],
                budget: { monthly: 1 },
                writers: [],
            },
        });
        new ExchangePipelines("x", { resourceGroup, factory, store, url: "https://door", appUri: APP });
        await allRegistered();
    });
    const activities = (set: string) =>
        Object.fromEntries(
            (created("azure-native:datafactory:Pipeline", `x-${set}`).activities as Activity[]).map((one) => [
                one.name,
                one,
            ]),
        );

    it("reads blobs as the factory itself, which may read this one container", () => {
        assert.deepEqual(created(LINKED, "x-blobs").properties, {
            type: "AzureBlobStorage",
            serviceEndpoint: "https://x.blob.core.windows.net/",
            accountKind: "StorageV2",
            authenticationType: "Msi",
        });
        const { roleDefinitionId, ...rest } = created("azure-native:authorization:RoleAssignment", "x-reader");
        assert.deepEqual(rest, { scope: "x-id", principalId: "principal-of-x", principalType: "ServicePrincipal" });
        assert.match(String(roleDefinitionId), /roleDefinitions\/2a2b9908-6ea1-4ae2-8e65-a410df84e7d1$/);
    });

    it("comes to the door as the factory itself, with a token made out for it", () => {
        assert.deepEqual(created(LINKED, "x-door").properties, {
            type: "RestService",
            url: "https://door",
            enableServerCertificateValidation: true,
            authenticationType: "ManagedServiceIdentity",
            aadResourceId: APP,
        });
    });

    it("has a pipeline, a source and a way to the door for each set", () => {
        assert.deepEqual(
            namesOf("azure-native:datafactory:Pipeline"),
            SETS.map((set) => `x-${set}`),
        );
        assert.deepEqual(
            namesOf(DATASET).map((name) => created(DATASET, name).datasetName),
            [
                "customer_risk_ratings_batches",
                "customer_risk_ratings_source",
                "device_reputation_batches",
                "device_reputation_source",
                "politically_exposed_persons_batches",
                "politically_exposed_persons_source",
                "sanctions_list_batches",
                "sanctions_list_source",
            ],
        );
    });

    for (const set of SETS) {
        it(`copies ${set} once, batch by batch, and leaves no row out`, () => {
            const { copy } = activities(set);
            assert.equal((copy?.policy as { retry: number } | undefined)?.retry, 0);
            assert.deepEqual(copy?.sink, {
                type: "RestSink",
                requestMethod: "POST",
                writeBatchSize: 1000,
                httpRequestTimeout: "00:01:00",
                httpCompressionType: "none",
                sinkRetryCount: 0,
            });
            assert.deepEqual([copy?.parallelCopies, copy?.enableSkipIncompatibleRow], [1, false]);
        });

        it(`says how many rows of ${set} it copied, or that it failed, and then counts as failed`, () => {
            const { complete, tell, stop } = activities(set);
            assert.deepEqual(complete?.dependsOn, [{ activity: "copy", dependencyConditions: ["Succeeded"] }]);
            assert.deepEqual(tell?.dependsOn, [{ activity: "complete", dependencyConditions: ["Failed", "Skipped"] }]);
            assert.deepEqual(stop?.dependsOn, [{ activity: "tell", dependencyConditions: ["Completed"] }]);
            assert.equal(stop?.type, "Fail");
            for (const [activity, verb] of [
                [complete, "complete"],
                [tell, "fail"],
            ] as const) {
                assert.deepEqual(activity?.url, {
                    value: `@concat('https://door/supplementary/${set}/', pipeline().RunId, '/${verb}')`,
                    type: "Expression",
                });
                assert.deepEqual(activity?.authentication, { type: "MSI", resource: APP });
            }
        });
    }
});
