import { adds, refuses } from "../../support/type-tests.ts";

const TRAIL = "aws:cloudtrail/trail:Trail";
const ARN = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/audit";

describe("the table of cloudtrail", () => {
    adds([
        {
            type: TRAIL,
            inputs: { name: "audit", s3BucketName: "trail" },
            id: ARN,
            outputs: { arn: ARN, homeRegion: "eu-west-1", enableLogging: true, enableLogFileValidation: false },
        },
    ]);

    const selectors = (field: string) => [{ fieldSelectors: [{ field, equals: ["Management"] }] }];

    refuses([
        {
            type: TRAIL,
            good: {
                name: "audit",
                s3BucketName: "trail",
                kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1",
                isMultiRegionTrail: true,
                advancedEventSelectors: selectors("eventCategory"),
            },
            bad: [
                [{ name: "a" }, "name must have at least 3 characters, has 1"],
                [{ name: "audit trail" }, "name must be made of letters, digits and single . _ -"],
                [{ s3BucketName: null }, "s3BucketName is required"],
                [{ kmsKeyId: "alias/logs" }, "kmsKeyId must be the ARN of a key"],
                [
                    { advancedEventSelectors: selectors("who") },
                    "advancedEventSelectors[0].fieldSelectors[0].field must be",
                ],
                [{ eventSelectors: [] }, "eventSelectors conflicts with advancedEventSelectors"],
                [{ includeGlobalServiceEvents: false }, "includeGlobalServiceEvents must be true for a trail of all"],
            ],
        },
    ]);
});
