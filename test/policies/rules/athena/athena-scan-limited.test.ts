import { athenaScanLimited } from "../../../../policies/rules/athena/athena-scan-limited.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const CUTOFF = "configuration.bytesScannedCutoffPerQuery";
const REFUSED = [`${CUTOFF}: is not set, so a query may read everything`];

describeRule(athenaScanLimited, [
    { title: "accepts a limit", props: { configuration: { bytesScannedCutoffPerQuery: 1_073_741_824 } }, found: [] },
    { title: "rejects a workgroup without settings", props: {}, found: REFUSED },
    { title: "rejects settings without a limit", props: { configuration: {} }, found: REFUSED },
    {
        title: "cannot judge an unknown one",
        props: { configuration: { bytesScannedCutoffPerQuery: unknown } },
        found: [`${CUTOFF} is unknown`],
    },
]);
