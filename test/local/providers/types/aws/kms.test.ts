import { adds, refuses, UUID } from "../../support/type-tests.ts";

const HERE = "eu-west-1:111122223333";

describe("the table of kms", () => {
    adds([
        {
            type: "aws:kms/key:Key",
            inputs: { enableKeyRotation: true },
            id: UUID,
            outputs: {
                keyUsage: "ENCRYPT_DECRYPT",
                customerMasterKeySpec: "SYMMETRIC_DEFAULT",
                rotationPeriodInDays: 365,
            },
        },
        {
            type: "aws:kms/alias:Alias",
            inputs: { name: "alias/data", targetKeyId: "1234" },
            id: "alias/data",
            outputs: { arn: `arn:aws:kms:${HERE}:alias/data`, targetKeyArn: `arn:aws:kms:${HERE}:key/1234` },
        },
    ]);

    refuses([
        {
            type: "aws:kms/key:Key",
            good: { keyUsage: "GENERATE_VERIFY_MAC", customerMasterKeySpec: "HMAC_256" },
            bad: [
                [{ customerMasterKeySpec: "AES" }, "customerMasterKeySpec must be one of"],
                [{ keyUsage: "ENCRYPT_DECRYPT" }, "keyUsage ENCRYPT_DECRYPT does not fit a key of spec HMAC_256"],
                [{ enableKeyRotation: true }, "enableKeyRotation is only for symmetric encryption keys"],
                [{ deletionWindowInDays: 6 }, "deletionWindowInDays must be a whole number from 7 to 30 days"],
            ],
        },
    ]);
});
