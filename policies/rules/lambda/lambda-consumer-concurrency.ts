import { MAPPING } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

const LEAST = 2;
const MOST = 1000;

export const lambdaConsumerConcurrency: ResourceRule = {
    name: "lambda-consumer-concurrency",
    scope: "resource",
    why: "A queue without a limit of its own takes all the concurrency of the account in a burst.",
    severity: "medium",
    controls: ["nist:SC-5", "iso:A.8.6"],
    fix: `Set scalingConfig.maximumConcurrency to a number from ${LEAST} to ${MOST}`,
    types: [MAPPING],
    check(mapping, judge) {
        judge(mapping.at("scalingConfig.maximumConcurrency"), (value) => {
            const copies = value.number();
            if (copies === undefined) return "is not set";
            return copies >= LEAST && copies <= MOST ? undefined : `is ${copies}, outside of ${LEAST} to ${MOST}`;
        });
    },
};
