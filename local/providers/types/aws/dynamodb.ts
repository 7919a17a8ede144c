import { isObject, type Properties, type Value } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { oneOf, range, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { arn, regional, tagged } from "./common.ts";

/** A stream's label is the time of its creation; a fixed one keeps previews equal. */
const STREAM_LABEL = "2024-01-01T00:00:00.000";

export const dynamodb: TypeTable = {
    "aws:dynamodb/table:Table": regional(
        tagged({
            name: {
                property: "name",
                minLength: 3,
                maxLength: 255,
                pattern: /^[\w.-]+$/,
                allowed: "letters, digits, _, . and -",
            },
            id: (table) => table.physicalName,
            outputs: (table) => {
                const own = arn(table, "dynamodb", `table/${table.physicalName}`);
                const streaming = table.inputs.streamEnabled === true;
                return {
                    arn: own,
                    streamArn: streaming ? `${own}/stream/${STREAM_LABEL}` : "",
                    streamLabel: streaming ? STREAM_LABEL : "",
                    ...(table.inputs.billingMode === "PAY_PER_REQUEST" && { readCapacity: 0, writeCapacity: 0 }),
                    deletionProtectionEnabled: false,
                    pointInTimeRecovery: { enabled: false },
                    serverSideEncryption: { enabled: false, kmsKeyArn: "" },
                    tableClass: "STANDARD",
                    ttl: { attributeName: "", enabled: false },
                };
            },
            defaults: { billingMode: "PROVISIONED" },
            replaceOn: ["name", "hashKey", "rangeKey", "localSecondaryIndexes", "importTable"],
            checks: [
                required("hashKey", "attributes", "attributes[*].name", "attributes[*].type"),
                oneOf("billingMode", ["PROVISIONED", "PAY_PER_REQUEST"]),
                oneOf("tableClass", ["STANDARD", "STANDARD_INFREQUENT_ACCESS"]),
                oneOf("attributes[*].type", ["S", "N", "B"]),
                oneOf("streamViewType", ["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"]),
                range("pointInTimeRecovery.recoveryPeriodInDays", 1, 35, "days"),
                each("globalSecondaryIndexes[*].projectionType", (type) =>
                    ["ALL", "KEYS_ONLY", "INCLUDE"].includes(String(type)) ? undefined : `cannot be ${type}`,
                ),
                when(["attributes", "hashKey", "rangeKey"], "attributes", attributesFault),
                when(["billingMode"], "readCapacity", capacityFault),
                each("globalSecondaryIndexes[*]", (index) => projectionFault(index as Properties)),
                when(["globalSecondaryIndexes"], "globalSecondaryIndexes", ({ globalSecondaryIndexes }) => {
                    const names = items(globalSecondaryIndexes).map(({ name }) => String(name));
                    const twice = names.find((name, index) => names.indexOf(name) !== index);
                    return twice === undefined ? undefined : `must have different names, and two are called ${twice}`;
                }),
                when(["hashKey", "rangeKey"], "rangeKey", ({ hashKey, rangeKey }) =>
                    rangeKey !== undefined && rangeKey === hashKey
                        ? "must be another attribute than hashKey"
                        : undefined,
                ),
                when(["serverSideEncryption"], "serverSideEncryption.kmsKeyArn", ({ serverSideEncryption: own }) =>
                    isObject(own) && own.enabled === false && (own.kmsKeyArn ?? "") !== ""
                        ? "conflicts with enabled, which is false"
                        : undefined,
                ),
                when(["ttl"], "ttl.attributeName", ({ ttl }) =>
                    isObject(ttl) && ttl.enabled === true && !ttl.attributeName
                        ? "is required where rows expire"
                        : undefined,
                ),
                when(["streamEnabled"], "streamViewType", ({ streamEnabled, streamViewType }) =>
                    streamEnabled === true && streamViewType === undefined
                        ? "is required where streamEnabled is true"
                        : undefined,
                ),
            ],
        }),
    ),
};

/** DynamoDB wants exactly the attributes that a key uses. */
function attributesFault(inputs: Properties): string | undefined {
    const indexes = [...items(inputs.globalSecondaryIndexes), ...items(inputs.localSecondaryIndexes)];
    const keys = [inputs, ...indexes].flatMap(({ hashKey, rangeKey, keySchemas }) => [
        hashKey,
        rangeKey,
        ...items(keySchemas).map(({ attributeName }) => attributeName),
    ]);
    const used = new Set(keys.filter((key) => typeof key === "string"));
    const declared = new Set(items(inputs.attributes).map(({ name }) => String(name)));
    const missing = [...used].filter((key) => !declared.has(key));
    if (missing.length > 0) return `must declare the keys ${missing.join(", ")}`;
    const idle = [...declared].filter((name) => !used.has(name));
    return idle.length > 0 ? `must declare keys only; no key uses ${idle.join(", ")}` : undefined;
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html */
function projectionFault({ projectionType, nonKeyAttributes = [] }: Properties): string | undefined {
    if (!Array.isArray(nonKeyAttributes)) return undefined;
    if (nonKeyAttributes.length > 100) return `must have at most 100 nonKeyAttributes, has ${nonKeyAttributes.length}`;
    if (projectionType === "INCLUDE" && nonKeyAttributes.length === 0) return "needs nonKeyAttributes for INCLUDE";
    return projectionType !== "INCLUDE" && nonKeyAttributes.length > 0
        ? `takes no nonKeyAttributes for ${projectionType}`
        : undefined;
}

function capacityFault({ billingMode, readCapacity, writeCapacity }: Properties): string | undefined {
    if (billingMode === "PROVISIONED") {
        return readCapacity === undefined || writeCapacity === undefined
            ? "and writeCapacity are required when billingMode is PROVISIONED"
            : undefined;
    }
    return (readCapacity ?? writeCapacity) === undefined
        ? undefined
        : "and writeCapacity cannot be set when billingMode is PAY_PER_REQUEST";
}

function items(value: Value | undefined): Properties[] {
    return Array.isArray(value) ? value.filter(isObject) : [];
}
