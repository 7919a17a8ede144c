import { snsDeliversByTls } from "../../../../policies/rules/sns/sns-delivers-by-tls.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(snsDeliversByTls, [
    { title: "accepts https", props: { protocol: "https" }, found: [] },
    { title: "accepts e-mail", props: { protocol: "email" }, found: [] },
    { title: "rejects http", props: { protocol: "http" }, found: ["protocol: delivers without TLS"] },
    { title: "rejects a subscription without a protocol", props: {}, found: ["protocol: is not set"] },
    { title: "rejects an empty protocol", props: { protocol: "" }, found: ["protocol: is not set"] },
    {
        title: "cannot decide while the protocol is unknown",
        props: { protocol: unknown },
        found: ["protocol is unknown"],
    },
]);
