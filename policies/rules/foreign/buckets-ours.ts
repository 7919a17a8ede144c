import { bucketsIn, bucketsOf } from "../../checks/foreign/buckets.ts";
import { type Ours, oursOf } from "../../checks/foreign/ours.ts";
import { askedBy } from "../../checks/statements/narrowing.ts";
import { allowed, IDENTITY_POLICIES, policiesOf, RESOURCE_POLICIES } from "../../checks/statements/policy-document.ts";
import { BUCKET, FUNCTION, MODEL, TABLE, TRAIL } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** Where a bucket stands by its bare name. */
const BARE: Readonly<Record<string, string>> = {
    [FUNCTION]: "s3Bucket",
    [TABLE]: "importTable.s3BucketSource.bucket",
    [TRAIL]: "s3BucketName",
};
/** What belongs to a bucket names it, and a model is read by a role, whose policy is judged. */
const OTHERWISE = [...RESOURCE_POLICIES, BUCKET, MODEL];

export const bucketsOurs: StackRule = {
    name: "buckets-ours",
    scope: "stack",
    why: "The name of a bucket does not say whose it is: by one letter, models, results and logs lie with somebody else.",
    severity: "high",
    controls: ["pci:7.2.1", "nist:AC-4", "iso:A.5.14", "iso:A.5.23"],
    fix: "Name a bucket of this program, or pin the right of a role by StringEquals aws:ResourceAccount to an account of ours",
    types: (type) => type.startsWith("aws:") && !OTHERWISE.includes(type),
    check(resource, judge, graph) {
        const ours = oursOf(resource);
        if (!ours) return;
        const made = bucketsOf(graph);
        const foreign = (names: string[]) => {
            const name = names.find((one) => !made.has(one));
            return name && `is in the bucket ${name}, which this program does not make`;
        };
        if (IDENTITY_POLICIES.includes(resource.type)) {
            for (const policy of policiesOf(resource)) {
                for (const statement of allowed(policy)) {
                    judge(statement.at("Resource"), (named) =>
                        isPinned(statement, ours) ? undefined : foreign(named.texts().flatMap(bucketsIn)),
                    );
                }
            }
            return;
        }
        const bare = BARE[resource.type];
        if (bare !== undefined) judge(resource.at(bare), (name) => foreign(name.texts()));
        for (const leaf of resource.leaves()) {
            const names = bucketsIn(leaf.text() ?? "");
            if (names.length > 0) judge(leaf, () => foreign(names));
        }
    },
};

function isPinned(statement: Value, ours: Ours): boolean {
    return askedBy(statement).some(
        ({ key, values }) =>
            /^(aws|s3):resourceaccount$/.test(key) && values.length > 0 && values.every((id) => ours.accounts.has(id)),
    );
}
