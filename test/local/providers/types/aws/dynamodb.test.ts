import { adds, refuses } from "../../support/type-tests.ts";

const HERE = "eu-west-1:111122223333";

describe("the table of dynamodb", () => {
    adds([
        {
            type: "aws:dynamodb/table:Table",
            inputs: {
                name: "ledger",
                billingMode: "PAY_PER_REQUEST",
                hashKey: "id",
                attributes: [{ name: "id", type: "S" }],
                pointInTimeRecovery: { enabled: true },
            },
            id: "ledger",
            outputs: {
                arn: `arn:aws:dynamodb:${HERE}:table/ledger`,
                streamArn: "",
                pointInTimeRecovery: { enabled: true },
                tableClass: "STANDARD",
            },
        },
    ]);

    refuses([
        {
            type: "aws:dynamodb/table:Table",
            good: { billingMode: "PAY_PER_REQUEST", hashKey: "id", attributes: [{ name: "id", type: "S" }] },
            bad: [
                [{ attributes: [{ name: "id", type: "string" }] }, "attributes[0].type must be one of S, N, B"],
                [{ rangeKey: "at" }, "attributes must declare the keys at"],
                [
                    { attributes: ["id", "x"].map((name) => ({ name, type: "S" })) },
                    "attributes must declare keys only; no key uses x",
                ],
                [{ billingMode: "PROVISIONED" }, "readCapacity and writeCapacity are required"],
                [{ readCapacity: 1 }, "readCapacity and writeCapacity cannot be set"],
            ],
        },
    ]);
});
