import { stackKnown } from "../../../../policies/rules/program/stack-known.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const refused = (stack: string) => [`stack: is ${stack}, which has no settings; the limits of production hold for it`];

describeRule(stackKnown, [
    ...["dev", "local", "prod"].map((stack) => ({ title: `accepts ${stack}`, stack, found: [] })),
    { title: "rejects a stack that has no settings", stack: "staging", found: refused("staging") },
    { title: "rejects the name of something that every object has", stack: "toString", found: refused("toString") },
    { title: "rejects a name in other letters", stack: "Prod", found: refused("Prod") },
    { title: "needs to know nothing but the name", stack: "prod", props: { any: unknown }, found: [] },
]);
