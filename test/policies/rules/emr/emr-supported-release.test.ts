import { emrSupportedRelease } from "../../../../policies/rules/emr/emr-supported-release.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(emrSupportedRelease, [
    { title: "accepts a release of the line", props: { releaseLabel: "emr-7.9.0" }, found: [] },
    { title: "accepts a later one", props: { releaseLabel: "emr-10.0.0" }, found: [] },
    {
        title: "rejects an old one",
        props: { releaseLabel: "emr-6.15.0" },
        found: ["releaseLabel: is emr-6.15.0, older than emr-7"],
    },
    { title: "rejects none", props: {}, found: ["releaseLabel: is not set, older than emr-7"] },
    {
        title: "cannot decide while it is unknown",
        props: { releaseLabel: unknown },
        found: ["releaseLabel is unknown"],
    },
]);
