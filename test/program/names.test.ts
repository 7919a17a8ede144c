import assert from "node:assert/strict";
import { autoName } from "../../local/providers/naming/auto-name.ts";
import { aws } from "../../local/providers/packages/aws.ts";
import { azureNative } from "../../local/providers/packages/azure-native.ts";
import { azuread } from "../../local/providers/packages/azuread.ts";
import type { ResourceRecord } from "../../policies/core/resource.ts";
import { NAME_LIMITS } from "../support/name-limits.ts";
import { owningAll } from "../support/owning-all.ts";
import { programRecords } from "../support/program-records.ts";

const LONGEST_STACK = "an-environment-with-a-name-as-long-as-ok";

/** Properties that hold a name in a cloud. */
const NAME = /(^|[a-z.\]])(name|Name|Username|namePrefix|Prefix|(?<=[a-z])Id|Identifier)$/;
/** Properties whose words are those of the cloud, or of our own data, and name no resource. */
const VOCABULARY =
    /(^|\.)(metricName|serviceName|attributeName|prefixListId|targetPrefix|keyPrefix|filterPrefix|policyName|POWERTOOLS_SERVICE_NAME)$|dimensions\.|\b(inputColumns|columns|dataTransforms)\b|referenceName$|(encodingName|fileName|aadResourceId)$|^(attributes|partitionKeys|storageDescriptor)\b|^sku\.|^environment\.|^(tags|parameters|policy)\b/;
/** Properties that point at something made elsewhere, which has its own limits. */
const REFERENCE =
    /(kmsKeyId|kmsMasterKeyId|targetKeyId|[vV]pcId|[sS]ecurityGroupId|[tT]enantId|resourceId|[wW]orkspaceId|actionGroupId|subscriptionId|clientId|principalId|applicationId|roleDefinitionId|accountId|awsAccountId|apiId|authorizerId)$/;

const definitions = { ...aws.types, ...azureNative.types, ...azuread.types };
const hex = (_: string, length: number) => "0123456789abcdef".repeat(3).slice(0, length);

interface Named {
    type: string;
    property: string;
    value: string;
    resource: string;
}

/** Every name of a resource: what the program says, and what Pulumi makes of the logical name when it says nothing. */
function namesOf({ type, name, props }: ResourceRecord, ids: ReadonlySet<string>): Named[] {
    const resource = `${type} ${name}`;
    const said = texts(props).flatMap(([property, value]) => {
        if (value.startsWith("arn:")) return [];
        const names = NAME.test(property) && !VOCABULARY.test(property) && !REFERENCE.test(property);
        const isName = names || property in (NAME_LIMITS[type] ?? {});
        return isName && !(ids.has(value) && !(property in (NAME_LIMITS[type] ?? {})))
            ? [{ type, property, value, resource }]
            : [];
    });
    const rule = definitions[type]?.name;
    if (!rule || rule.property in props || (rule.prefixProperty && rule.prefixProperty in props)) return said;
    return [...said, { type, property: rule.property, value: autoName(rule, name, props as never, hex), resource }];
}

function texts(value: unknown, path = ""): [string, string][] {
    if (typeof value === "string") return [[path, value]];
    if (Array.isArray(value)) return value.flatMap((item) => texts(item, `${path}[]`));
    if (!(value instanceof Object)) return [];
    return Object.entries(value).flatMap(([key, item]) => texts(item, path === "" ? key : `${path}.${key}`));
}

describe("the names of a stack whose own name has 40 characters", () => {
    let names: Named[];
    before(async () => {
        assert.equal(LONGEST_STACK.length, 40);
        const records = await programRecords(LONGEST_STACK, { settings: owningAll("prod") });
        const cloud = records.filter(({ type }) => /^(aws|azure-native|azuread):/.test(type));
        const ids = new Set(records.flatMap(({ outputs }) => [outputs?.id, outputs?.name].map(String)));
        names = cloud.flatMap((record) => namesOf(record, ids));
    });

    it("all have a limit in test/support/name-limits.ts", () => {
        const without = names.filter(({ type, property }) => !NAME_LIMITS[type]?.[property]);
        assert.deepEqual([...new Set(without.map(({ type, property }) => `${type} ${property}`))].sort(), []);
    });

    it("are no longer than the clouds take, and made of what they take", () => {
        const refused = names.filter(({ type, property, value }) => {
            const limit = NAME_LIMITS[type]?.[property];
            return limit && (value.length > limit.most || !limit.pattern.test(value));
        });
        assert.deepEqual(
            refused.map(({ resource, property, value }) => `${resource} ${property} "${value}" (${value.length})`),
            [],
        );
        assert.ok(names.length > 100, `only ${names.length} names were found`);
    });

    it("make no ARN longer than IAM takes", async () => {
        const records = await programRecords(LONGEST_STACK, { settings: owningAll("prod") });
        const long = records
            .flatMap(({ props }) => texts(props))
            .filter(([, text]) => /^arn:\S*$/.test(text) && text.length > 2048);
        assert.deepEqual(long, []);
    });
});
