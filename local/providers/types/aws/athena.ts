import type { Properties } from "../../../store/value.ts";
import { each } from "../../checks/check.ts";
import { longest, oneOf, pattern, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { ARN, arn, regional, tagged } from "./common.ts";

/** The least that Athena takes as a limit: 10 megabytes. */
const LEAST_CUTOFF = 10_485_760;
/** https://docs.aws.amazon.com/athena/latest/ug/engine-versions.html */
const ENGINES = ["AUTO", "Athena engine version 3", "PySpark engine version 3", "Apache Spark version 3.5"];
const RESULT = "configuration.resultConfiguration";

export const athena: TypeTable = {
    "aws:athena/workgroup:Workgroup": regional(
        tagged({
            name: { property: "name", maxLength: 128, pattern: /^[\w.-]+$/, allowed: "letters, digits, _, . and -" },
            id: (workgroup) => workgroup.physicalName,
            outputs: (workgroup) => ({ arn: arn(workgroup, "athena", `workgroup/${workgroup.physicalName}`) }),
            defaults: { forceDestroy: false, state: "ENABLED" },
            replaceOn: ["name"],
            checks: [
                longest("description", 1024),
                oneOf("state", ["ENABLED", "DISABLED"]),
                oneOf("configuration.engineVersion.selectedEngineVersion", ENGINES),
                each("configuration.bytesScannedCutoffPerQuery", (bytes) =>
                    Number(bytes) >= LEAST_CUTOFF ? undefined : `must be at least ${LEAST_CUTOFF} bytes, got ${bytes}`,
                ),
                pattern(`${RESULT}.outputLocation`, /^s3:\/\/[^/]+\/.*$/, "an s3:// address with a folder"),
                pattern(`${RESULT}.expectedBucketOwner`, /^\d{12}$/, "an account of 12 digits"),
                oneOf(`${RESULT}.encryptionConfiguration.encryptionOption`, ["SSE_S3", "SSE_KMS", "CSE_KMS"]),
                pattern(`${RESULT}.encryptionConfiguration.kmsKeyArn`, ARN, "the ARN of a key"),
                each(`${RESULT}.encryptionConfiguration`, (given) => {
                    const { encryptionOption, kmsKeyArn } = given as Properties;
                    return /KMS$/.test(String(encryptionOption)) && (kmsKeyArn ?? "") === ""
                        ? `needs a kmsKeyArn for ${encryptionOption}`
                        : undefined;
                }),
            ],
        }),
    ),
    "aws:athena/namedQuery:NamedQuery": regional({
        name: { property: "name", maxLength: 128, pattern: /^.+$/, allowed: "any characters" },
        id: (query) => query.uuid("query"),
        defaults: { workgroup: "primary" },
        replaceOn: ["name", "database", "workgroup", "query", "description"],
        checks: [
            required("database", "query"),
            longest("database", 255),
            longest("description", 1024),
            longest("query", 262_144),
        ],
    }),
};
