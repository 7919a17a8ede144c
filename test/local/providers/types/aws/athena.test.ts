import { adds, refuses } from "../../support/type-tests.ts";

const WORKGROUP = "aws:athena/workgroup:Workgroup";
const QUERY = "aws:athena/namedQuery:NamedQuery";

describe("the table of athena", () => {
    adds([
        {
            type: WORKGROUP,
            inputs: { name: "reports" },
            id: "reports",
            outputs: { arn: "arn:aws:athena:eu-west-1:111122223333:workgroup/reports", state: "ENABLED" },
        },
    ]);

    refuses([
        {
            type: WORKGROUP,
            good: { name: "reports", configuration: { bytesScannedCutoffPerQuery: 10_485_760 } },
            bad: [
                [{ name: "my reports" }, "name must be made of letters, digits, _, . and -"],
                [{ state: "ON" }, "state must be one of ENABLED, DISABLED"],
                [{ description: "x".repeat(1025) }, "description must have at most 1024 characters"],
                [
                    { configuration: { bytesScannedCutoffPerQuery: 1 } },
                    "configuration.bytesScannedCutoffPerQuery must be at least 10485760 bytes, got 1",
                ],
                [
                    { configuration: { resultConfiguration: { outputLocation: "bucket" } } },
                    "configuration.resultConfiguration.outputLocation must be an s3:// address with a folder",
                ],
                [
                    { configuration: { resultConfiguration: { expectedBucketOwner: "1" } } },
                    "configuration.resultConfiguration.expectedBucketOwner must be an account of 12 digits",
                ],
                [
                    {
                        configuration: {
                            resultConfiguration: { encryptionConfiguration: { encryptionOption: "KMS" } },
                        },
                    },
                    "configuration.resultConfiguration.encryptionConfiguration.encryptionOption must be one of SSE_S3, SSE_KMS, CSE_KMS",
                ],
                [
                    { configuration: { resultConfiguration: { encryptionConfiguration: { kmsKeyArn: "key" } } } },
                    "configuration.resultConfiguration.encryptionConfiguration.kmsKeyArn must be the ARN of a key",
                ],
            ],
        },
        {
            type: QUERY,
            good: { name: "who", database: "records", query: "SELECT 1" },
            bad: [
                [{ query: null }, "query is required"],
                [{ database: null }, "database is required"],
                [{ database: "d".repeat(256) }, "database must have at most 255 characters"],
                [{ description: "x".repeat(1025) }, "description must have at most 1024 characters"],
                [{ query: "x".repeat(262_145) }, "query must have at most 262144 characters"],
            ],
        },
    ]);
});
