import { gluePartitionsProjected } from "../../../../policies/rules/athena/glue-partitions-projected.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const partitionKeys = [{ name: "date" }, { name: "queue" }];
const parameters = { "projection.enabled": "true", "projection.date.type": "date", "projection.queue.type": "enum" };

describeRule(gluePartitionsProjected, [
    { title: "accepts projected partitions", props: { partitionKeys, parameters }, found: [] },
    { title: "accepts a table without partitions", props: {}, found: [] },
    { title: "accepts an empty list of them", props: { partitionKeys: [] }, found: [] },
    {
        title: "rejects partitions to be registered",
        props: { partitionKeys },
        found: ["partitionKeys: are not projected"],
    },
    {
        title: "rejects a projection that is off",
        props: { partitionKeys, parameters: { ...parameters, "projection.enabled": "false" } },
        found: ["partitionKeys: are not projected"],
    },
    {
        title: "rejects a partition left out of it",
        props: { partitionKeys, parameters: { ...parameters, "projection.queue.type": "" } },
        found: ["partitionKeys: has queue, whose projection has no type"],
    },
    { title: "cannot judge unknown keys", props: { partitionKeys: unknown }, found: ["partitionKeys is unknown"] },
]);
