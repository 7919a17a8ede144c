import { emrBounded } from "../../../../policies/rules/emr/emr-bounded.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const maximumCapacity = { cpu: "16 vCPU", memory: "64 GB" };

describeRule(emrBounded, [
    {
        title: "accepts a ceiling and a stop when idle",
        props: { maximumCapacity, autoStopConfiguration: { enabled: true } },
        found: [],
    },
    { title: "accepts the stop that EMR has by default", props: { maximumCapacity }, found: [] },
    {
        title: "rejects no ceiling",
        props: {},
        found: ["maximumCapacity.cpu: is not set", "maximumCapacity.memory: is not set"],
    },
    {
        title: "rejects an application that never stops",
        props: { maximumCapacity, autoStopConfiguration: { enabled: false } },
        found: ["autoStopConfiguration.enabled: is off"],
    },
    {
        title: "cannot decide while the ceiling is unknown",
        props: { maximumCapacity: { ...maximumCapacity, cpu: unknown } },
        found: ["maximumCapacity.cpu is unknown"],
    },
]);
