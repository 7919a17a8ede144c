import { when } from "../../checks/check.ts";
import { oneOf, pattern, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { arn, regional, tagged } from "./common.ts";

const FIELDS = [
    "eventCategory",
    "eventName",
    "eventSource",
    "eventType",
    "readOnly",
    "resources.ARN",
    "resources.type",
    "sessionCredentialFromConsole",
    "userIdentity.arn",
];

export const cloudtrail: TypeTable = {
    "aws:cloudtrail/trail:Trail": regional(
        tagged({
            name: {
                property: "name",
                minLength: 3,
                maxLength: 128,
                pattern: /^[A-Za-z0-9]([._-]?[A-Za-z0-9])*$/,
                allowed: "letters, digits and single . _ - between them",
            },
            id: (trail) => arn(trail, "cloudtrail", `trail/${trail.physicalName}`),
            outputs: (trail) => ({
                arn: arn(trail, "cloudtrail", `trail/${trail.physicalName}`),
                homeRegion: trail.region,
            }),
            defaults: {
                enableLogFileValidation: false,
                enableLogging: true,
                includeGlobalServiceEvents: true,
                isMultiRegionTrail: false,
                isOrganizationTrail: false,
            },
            replaceOn: ["name"],
            checks: [
                required("s3BucketName", "advancedEventSelectors[*].fieldSelectors"),
                pattern("kmsKeyId", /^arn:[\w-]+:kms:/, "the ARN of a key"),
                oneOf("advancedEventSelectors[*].fieldSelectors[*].field", FIELDS),
                when([], "cloudWatchLogsRoleArn", ({ cloudWatchLogsGroupArn, cloudWatchLogsRoleArn }) =>
                    (cloudWatchLogsGroupArn === undefined) === (cloudWatchLogsRoleArn === undefined)
                        ? undefined
                        : "and cloudWatchLogsGroupArn belong together",
                ),
                when([], "eventSelectors", ({ eventSelectors, advancedEventSelectors }) =>
                    eventSelectors !== undefined && advancedEventSelectors !== undefined
                        ? "conflicts with advancedEventSelectors"
                        : undefined,
                ),
                when(
                    ["isMultiRegionTrail", "includeGlobalServiceEvents"],
                    "includeGlobalServiceEvents",
                    ({ isMultiRegionTrail, includeGlobalServiceEvents }) =>
                        isMultiRegionTrail === true && includeGlobalServiceEvents === false
                            ? "must be true for a trail of all regions"
                            : undefined,
                ),
            ],
        }),
    ),
};
