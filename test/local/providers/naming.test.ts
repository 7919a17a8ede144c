import assert from "node:assert/strict";
import { predicted, refusals } from "./support/table-checks.ts";

describe("names that the provider makes up", () => {
    const made: {
        type: string;
        name?: string;
        inputs?: Record<string, string | boolean>;
        property: string;
        is: RegExp;
    }[] = [
        { type: "aws:sqs/queue:Queue", property: "name", is: /^bulk-[0-9a-f]{7}$/ },
        { type: "aws:sqs/queue:Queue", inputs: { fifoQueue: true }, property: "name", is: /^bulk-[0-9a-f]{7}\.fifo$/ },
        { type: "aws:s3/bucket:Bucket", name: "Landing", property: "bucket", is: /^landing-[0-9a-f]{7}$/ },
        { type: "aws:kms/alias:Alias", property: "name", is: /^alias\/bulk-[0-9a-f]{7}$/ },
        { type: "aws:lambda/permission:Permission", property: "statementId", is: /^bulk-[0-9a-f]{7}$/ },
        { type: "azure-native:storage:StorageAccount", property: "accountName", is: /^bulk[0-9a-f]{8}$/ },
        { type: "azure-native:resources:ResourceGroup", property: "resourceGroupName", is: /^bulk[0-9a-f]{8}$/ },
        {
            type: "azure-native:authorization:RoleAssignment",
            property: "roleAssignmentName",
            is: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
        },
    ];
    for (const { type, name, inputs = {}, property, is } of made) {
        it(`are ${is.source} for ${type}`, () => {
            assert.match(String(predicted(type, inputs, name).inputs[property]), is);
        });
    }

    it("begin with the prefix that the program asks for, and are no input then", () => {
        const { inputs, outputs, id } = predicted("aws:s3/bucket:Bucket", { bucketPrefix: "landing-" });
        assert.equal(inputs.bucket, undefined);
        assert.match(id, /^landing-[0-9a-f]{26}$/);
        assert.equal(outputs.bucket, id);
    });

    it("are refused when the logical name makes them too long, with the way out", () => {
        const [only, ...others] = refusals(
            "azure-native:storage:StorageAccount",
            {
                resourceGroupName: "g",
                kind: "StorageV2",
                sku: { name: "Standard_LRS" },
            },
            "supplementarydata",
        );
        assert.deepEqual(others, []);
        assert.match(
            only ?? "",
            /^accountName must have at most 24 characters, has 25, .*shorten that, or set this property/,
        );
    });
});

describe("names that the program gives", () => {
    const refused: { type: string; property: string; names: string[] }[] = [
        {
            type: "aws:s3/bucket:Bucket",
            property: "bucket",
            names: ["ab", "a".repeat(64), "Landing", "a_b", "-a-", "a..b", "10.0.0.1", "xn--a", "a-s3alias", "a--x-s3"],
        },
        { type: "aws:sqs/queue:Queue", property: "name", names: ["", "a.b", "a b", "a".repeat(81)] },
        { type: "aws:kms/alias:Alias", property: "name", names: ["data", "alias/aws/sqs", "alias/a b"] },
        { type: "aws:lambda/function:Function", property: "name", names: ["a.b", "a".repeat(65)] },
        { type: "aws:iam/role:Role", property: "name", names: ["a/b", "a".repeat(65)] },
        { type: "aws:dynamodb/table:Table", property: "name", names: ["ab", "a/b"] },
        {
            type: "azure-native:storage:StorageAccount",
            property: "accountName",
            names: ["ab", "a".repeat(25), "Account", "a-b"],
        },
        { type: "azure-native:storage:BlobContainer", property: "containerName", names: ["ab", "a--b", "a-", "A00"] },
        { type: "azure-native:datafactory:Factory", property: "factoryName", names: ["ab", "a_b", "-ab"] },
    ];
    for (const { type, property, names } of refused) {
        for (const name of names) {
            it(`cannot be ${JSON.stringify(name)} for ${type}`, () => {
                const found = refusals(type, { [property]: name }).filter((text) =>
                    text.startsWith(`${property} must`),
                );
                assert.equal(found.length, 1);
            });
        }
    }

    it("must end in .fifo for a FIFO queue", () => {
        assert.deepEqual(refusals("aws:sqs/queue:Queue", { name: "bulk", fifoQueue: true }), [
            'name must end with .fifo, got "bulk"',
        ]);
        assert.deepEqual(refusals("aws:sqs/queue:Queue", { name: "bulk.fifo", fifoQueue: true }), []);
    });

    it("may be the special containers of Azure", () => {
        const inputs = { accountName: "a", resourceGroupName: "g", containerName: "$root" };
        assert.deepEqual(refusals("azure-native:storage:BlobContainer", inputs), []);
    });
});
