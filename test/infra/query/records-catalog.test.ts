import assert from "node:assert/strict";
import { RecordsCatalog } from "../../../infra/query/records-catalog.ts";
import { PlatformStorage } from "../../../infra/storage/platform-storage.ts";
import { local } from "../../../stacks/local.ts";
import { ACCOUNT, theKey } from "../../support/infra-parts.ts";
import { allRegistered, created, namesOf, recordResources, value } from "../../support/mocks.ts";

const TABLE = "aws:glue/catalogTable:CatalogTable";

describe("RecordsCatalog", () => {
    let catalog: RecordsCatalog;
    beforeEach(async () => {
        await recordResources();
        const { records, retention } = local;
        const storage = new PlatformStorage("storage", { key: theKey(), accountId: ACCOUNT, records, retention });
        const place = { accountId: ACCOUNT, region: "eu-west-1" };
        catalog = new RecordsCatalog("catalog", { environment: "my-stack", storage, ...place });
        await allRegistered();
    });

    it("names the database so that a query needs no quotes", () => {
        assert.equal(created("aws:glue/catalogDatabase:CatalogDatabase", "catalog").name, "compliance_my_stack");
    });

    it("describes what each bucket holds", () => {
        assert.deepEqual(namesOf(TABLE), ["manifests", "parked", "quarantine", "transactions"]);
        const places = namesOf(TABLE).map((name) => {
            const { databaseName, tableType, storageDescriptor } = created(TABLE, name);
            return [databaseName, tableType, (storageDescriptor as { location: string }).location];
        });
        assert.deepEqual(places, [
            ["compliance_my_stack", "EXTERNAL_TABLE", "s3://manifests/"],
            ["compliance_my_stack", "EXTERNAL_TABLE", "s3://parked/"],
            ["compliance_my_stack", "EXTERNAL_TABLE", "s3://quarantine/rows/"],
            ["compliance_my_stack", "EXTERNAL_TABLE", "s3://records/transactions/"],
        ]);
    });

    it("stops a query at a line that is no JSON, in every table", () => {
        for (const name of namesOf(TABLE)) {
            const { serDeInfo } = created(TABLE, name).storageDescriptor as { serDeInfo: unknown };
            assert.deepEqual(serDeInfo, {
                serializationLibrary: "org.openx.data.jsonserde.JsonSerDe",
                parameters: { "case.insensitive": "TRUE", "ignore.malformed.json": "FALSE" },
            });
        }
    });

    it("works out the days of transactions, from the earliest that is accepted to tomorrow", () => {
        assert.deepEqual(created(TABLE, "transactions").partitionKeys, [{ name: "date", type: "string" }]);
        assert.deepEqual(created(TABLE, "transactions").parameters, {
            EXTERNAL: "TRUE",
            classification: "json",
            "projection.enabled": "true",
            "projection.date.type": "date",
            "projection.date.format": "yyyy-MM-dd",
            "projection.date.range": "1970-01-01,NOW+1DAYS",
            "projection.date.interval": "1",
            "projection.date.interval.unit": "DAYS",
            // biome-ignore lint/suspicious/noTemplateCurlyInString: Athena fills in the day.
            "storage.location.template": "s3://records/transactions/date=${date}/",
        });
        assert.deepEqual(created(TABLE, "manifests").parameters, { EXTERNAL: "TRUE", classification: "json" });
    });

    it("lets who queries read the catalog's tables and their data, and nothing else", async () => {
        const glue = `arn:aws:glue:eu-west-1:${ACCOUNT}`;
        const data = (bucket: string) => [
            { Effect: "Allow", Action: ["s3:GetObject"], Resource: `arn:s3:${bucket}/*` },
            { Effect: "Allow", Action: ["s3:ListBucket"], Resource: `arn:s3:${bucket}` },
            { Effect: "Allow", Action: ["kms:Decrypt"], Resource: "arn:kms:the-key" },
            { Effect: "Allow", Action: ["s3:GetBucketLocation"], Resource: `arn:s3:${bucket}` },
        ];
        const table = (name: string) => ({
            Effect: "Allow",
            Action: ["glue:GetTable"],
            Resource: `${glue}:table/compliance_my_stack/${name}`,
        });
        const read = ["glue:GetDatabase", "glue:GetTable"];
        assert.deepEqual(await value(catalog.grantQuery()), [
            { Effect: "Allow", Action: read, Resource: `${glue}:catalog` },
            { Effect: "Allow", Action: read, Resource: `${glue}:database/compliance_my_stack` },
            ...["transactions", "manifests", "quarantine", "parked"].map(table),
            ...["records", "manifests", "quarantine", "parked"].flatMap(data),
        ]);
    });
});
