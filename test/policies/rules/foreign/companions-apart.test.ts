import { companionsApart } from "../../../../policies/rules/foreign/companions-apart.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const INLINE = "is said inline, where no rule reads it";

describeRule(companionsApart, [
    { title: "accepts a bucket that says nothing inline", props: { bucket: "one", forceDestroy: false }, found: [] },
    { title: "accepts empty lists", props: { grants: [], lifecycleRules: [] }, found: [] },
    ...Object.entries({
        acl: "public-read",
        grants: [{ uri: "http://acs.amazonaws.com/groups/global/AllUsers", permissions: ["READ"] }],
        policy: "{}",
        website: { indexDocument: "index.html" },
        versioning: { enabled: false },
        replicationConfiguration: { role: "arn:role", rules: [] },
        lifecycleRules: [{ enabled: true, expiration: { days: 1 } }],
    }).map(([name, value]) => ({
        title: `rejects ${name}`,
        props: { [name]: value },
        found: [`${name}: ${INLINE}`],
    })),
    {
        title: "judges the older form of the type too",
        type: "aws:s3/bucketV2:BucketV2",
        props: { acl: "private" },
        found: [`acl: ${INLINE}`],
    },
    { title: "cannot decide while it is unknown", props: { policy: unknown }, found: ["policy is unknown"] },
]);
