import { adds, refuses } from "../../support/type-tests.ts";

const HERE = "eu-west-1:111122223333";
const DATABASE = "aws:glue/catalogDatabase:CatalogDatabase";
const TABLE = "aws:glue/catalogTable:CatalogTable";

describe("the table of glue", () => {
    adds([
        {
            type: DATABASE,
            inputs: { name: "records" },
            id: "111122223333:records",
            outputs: { arn: `arn:aws:glue:${HERE}:database/records`, catalogId: "111122223333", locationUri: "" },
        },
        {
            type: TABLE,
            inputs: { name: "things", databaseName: "records" },
            id: "111122223333:records:things",
            outputs: { arn: `arn:aws:glue:${HERE}:table/records/things`, catalogId: "111122223333" },
        },
    ]);

    refuses([
        {
            type: DATABASE,
            good: { name: "records" },
            bad: [[{ name: "Records" }, "name must be made of anything but capital letters"]],
        },
        {
            type: TABLE,
            good: { name: "things", databaseName: "records" },
            bad: [
                [{ databaseName: null }, "databaseName is required"],
                [{ name: "Things" }, "name must be made of anything but capital letters"],
                [{ description: "x".repeat(2049) }, "description must have at most 2048 characters"],
                [
                    { storageDescriptor: { columns: [{ type: "int" }] } },
                    "storageDescriptor.columns[0].name is required",
                ],
                [
                    { storageDescriptor: { columns: [{ name: "accountId" }] } },
                    "storageDescriptor.columns[0].name must be in lower case, got accountId",
                ],
                [{ partitionKeys: [{ name: "Date" }] }, "partitionKeys[0].name must be in lower case, got Date"],
                [
                    { storageDescriptor: { columns: [{ name: "date" }] }, partitionKeys: [{ name: "date" }] },
                    "partitionKeys must not repeat the column date",
                ],
            ],
        },
    ]);
});
