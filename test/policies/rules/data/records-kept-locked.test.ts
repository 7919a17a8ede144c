import { recordsKeptLocked } from "../../../../policies/rules/data/records-kept-locked.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const bucket = (props: object) => ({
    type: "aws:s3/bucket:Bucket",
    name: "verdicts",
    props: { bucket: "verdicts-1", ...props },
});
const writes = (RECORDS_BUCKET: unknown) => ({ environment: { variables: { RECORDS_BUCKET } } });

describeRule(recordsKeptLocked, [
    {
        title: "accepts a bucket with a lock, whatever it is called",
        props: writes("verdicts-1"),
        beside: [bucket({ objectLockEnabled: true })],
        found: [],
    },
    { title: "accepts a function that keeps nothing", props: { environment: { variables: {} } }, found: [] },
    {
        title: "rejects a bucket that was renamed and lost its lock",
        props: writes("verdicts-1"),
        beside: [bucket({})],
        found: ["environment.variables.RECORDS_BUCKET: is verdicts, which has no lock"],
    },
    {
        title: "rejects a bucket that is not of this stack",
        props: { environment: { variables: { REPORTS_BUCKET: "elsewhere" } } },
        beside: [bucket({ objectLockEnabled: true })],
        found: ["environment.variables.REPORTS_BUCKET: is no bucket of this stack"],
    },
    {
        title: "cannot decide while the bucket is unknown",
        props: writes(unknown),
        found: ["environment.variables.RECORDS_BUCKET is unknown"],
    },
]);
