import assert from "node:assert/strict";
import { readQueries } from "../../../infra/query/read-queries.ts";
import { RecordsCatalog } from "../../../infra/query/records-catalog.ts";
import { ReportWorkgroup } from "../../../infra/query/report-workgroup.ts";
import { PlatformStorage } from "../../../infra/storage/platform-storage.ts";
import { local } from "../../../stacks/local.ts";
import { ACCOUNT, theKey } from "../../support/infra-parts.ts";
import { allRegistered, created, namesOf, recordResources, value } from "../../support/mocks.ts";

const WORKGROUP = "aws:athena/workgroup:Workgroup";
const QUERY = "aws:athena/namedQuery:NamedQuery";

async function reports(changes: { scanGigabytes?: number; deletable?: boolean } = {}): Promise<ReportWorkgroup> {
    const { records, retention } = local;
    const key = theKey();
    const storage = new PlatformStorage("storage", { key, accountId: ACCOUNT, records, retention });
    const place = { accountId: ACCOUNT, region: "eu-west-1" };
    const catalog = new RecordsCatalog("catalog", { environment: "test", storage, ...place });
    const results = storage.athenaResults;
    const made = new ReportWorkgroup("reports", {
        key,
        results,
        catalog,
        accountId: ACCOUNT,
        scanGigabytes: 2,
        ...changes,
    });
    await allRegistered();
    return made;
}

describe("ReportWorkgroup", () => {
    beforeEach(recordResources);

    it("decides for everybody where results go, under which key, and how much a query may read", async () => {
        await reports();
        assert.deepEqual(created(WORKGROUP, "reports"), {
            description: "Regulatory reports and questions about single transactions",
            state: "ENABLED",
            forceDestroy: false,
            configuration: {
                enforceWorkgroupConfiguration: true,
                publishCloudwatchMetricsEnabled: true,
                requesterPaysEnabled: false,
                bytesScannedCutoffPerQuery: 2 * 1024 ** 3,
                engineVersion: { selectedEngineVersion: "Athena engine version 3" },
                resultConfiguration: {
                    outputLocation: "s3://athena-results/results/",
                    expectedBucketOwner: ACCOUNT,
                    encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: "arn:kms:the-key" },
                },
            },
        });
    });

    it("goes with its history when the stack consents", async () => {
        await reports({ deletable: true });
        assert.equal(created(WORKGROUP, "reports").forceDestroy, true);
    });

    it("saves every query with its purpose", async () => {
        await reports();
        assert.deepEqual(
            namesOf(QUERY),
            readQueries().map(({ name }) => name),
        );
        assert.ok(namesOf(QUERY).length >= 8);
        const { sql } = readQueries().find(({ name }) => name === "structuring") ?? {};
        assert.deepEqual(created(QUERY, "structuring"), {
            name: "structuring",
            description:
                "Accounts with three or more cash or wire amounts just under the reporting limit within 24 hours.",
            database: "compliance_test",
            workgroup: "reports",
            query: sql,
        });
    });

    it("lets who reports run queries here and keep their results, and nothing else", async () => {
        const made = await reports();
        const bucket = "arn:s3:athena-results";
        assert.deepEqual(await value(made.grantRun()), [
            {
                Effect: "Allow",
                Action: [
                    "athena:GetNamedQuery",
                    "athena:GetQueryExecution",
                    "athena:GetQueryResults",
                    "athena:StartQueryExecution",
                    "athena:StopQueryExecution",
                ],
                Resource: "arn:athena:reports",
            },
            { Effect: "Allow", Action: ["s3:GetObject"], Resource: `${bucket}/*` },
            { Effect: "Allow", Action: ["kms:Decrypt"], Resource: "arn:kms:the-key" },
            { Effect: "Allow", Action: ["s3:PutObject"], Resource: `${bucket}/*` },
            { Effect: "Allow", Action: ["kms:GenerateDataKey", "kms:Decrypt"], Resource: "arn:kms:the-key" },
            { Effect: "Allow", Action: ["s3:GetBucketLocation"], Resource: bucket },
        ]);
    });

    it("knows every query by its id", async () => {
        const { queryIds } = await reports();
        const ids = readQueries().map(({ name }) => [name, `${name}-id`]);
        assert.deepEqual(await value(queryIds), Object.fromEntries(ids));
    });

    for (const scanGigabytes of [0, 0.5]) {
        it(`refuses a limit of ${scanGigabytes} gigabytes`, async () => {
            const fault = `scanGigabytes must be a whole number of gigabytes, 1 or more, got ${scanGigabytes}`;
            await assert.rejects(reports({ scanGigabytes }), { message: fault });
        });
    }
});
