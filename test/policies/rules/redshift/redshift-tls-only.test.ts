import { redshiftTlsOnly } from "../../../../policies/rules/redshift/redshift-tls-only.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const set = (parameterKey: string, parameterValue: unknown) => ({
    configParameters: [{ parameterKey, parameterValue }],
});
const MISSING = "configParameters: does not set require_ssl to true";

describeRule(redshiftTlsOnly, [
    { title: "accepts the parameter", props: set("require_ssl", "true"), found: [] },
    { title: "rejects a workgroup without parameters", props: {}, found: [MISSING] },
    { title: "rejects an empty list", props: { configParameters: [] }, found: [MISSING] },
    { title: "rejects the parameter switched off", props: set("require_ssl", "false"), found: [MISSING] },
    { title: "rejects another parameter", props: set("auto_mv", "true"), found: [MISSING] },
    {
        title: "cannot decide while the value is unknown",
        props: set("require_ssl", unknown),
        found: ["configParameters[0].parameterValue is unknown"],
    },
]);
