import { s3Versioned } from "../../../../policies/rules/s3/s3-versioned.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { id: "it", bucket: "it", arn: "arn:it" };
const versioning = (props: object) => ({
    type: "aws:s3/bucketVersioning:BucketVersioning",
    name: "settings",
    props: { bucket: "it", ...props },
});
const REFUSED = ["versioning: is not enabled for this bucket"];

describeRule(s3Versioned, [
    {
        title: "accepts versions",
        props: IT,
        beside: [versioning({ versioningConfiguration: { status: "Enabled" } })],
        found: [],
    },
    {
        title: "rejects suspended versions",
        props: IT,
        beside: [versioning({ versioningConfiguration: { status: "Suspended" } })],
        found: REFUSED,
    },
    { title: "rejects a bucket without versions", props: IT, found: REFUSED },
    {
        title: "rejects an empty configuration",
        props: IT,
        beside: [versioning({ versioningConfiguration: {} })],
        found: REFUSED,
    },
    {
        title: "cannot decide while the status is unknown",
        props: IT,
        beside: [versioning({ versioningConfiguration: { status: unknown } })],
        found: ["versioningConfiguration.status is unknown"],
    },
]);
