import { labelOf } from "../../baselines/planned.ts";
import { fails, faultsOr, type Outcome } from "../outcome.ts";
import type { Check } from "../situation.ts";

const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** What begins in a period has begun: a budget counts from the first of the month. */
const OF_A_PERIOD = /^(timePeriod|timePeriodStart)\b/;

/** Times that a resource is made with, and that a cloud takes only before they are over. */
export const times: Check = {
    name: "times",
    async look({ now, platform }) {
        const { resources } = await platform();
        let looked = 0;
        const faults: Outcome[] = [];
        for (const resource of resources) {
            for (const [path, text] of timesIn(resource.inputs)) {
                looked += 1;
                const earliest = OF_A_PERIOD.test(path) ? monthOf(now) : now.getTime();
                if (Date.parse(text) >= earliest) continue;
                faults.push(
                    fails(
                        `${labelOf(resource)}: ${path}`,
                        `is ${text}, which is over`,
                        "Write a time to come, or leave it out.",
                    ),
                );
            }
        }
        return faultsOr(faults, `${looked} times, none of them over`);
    },
};

function monthOf(now: Date): number {
    return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
}

/** Those that say when something begins or ends; a date in a text or a policy says neither. */
function timesIn(value: unknown, path = ""): [string, string][] {
    if (Array.isArray(value)) return value.flatMap((item, index) => timesIn(item, `${path}[${index}]`));
    if (value instanceof Object) {
        return Object.entries(value).flatMap(([key, item]) => timesIn(item, path === "" ? key : `${path}.${key}`));
    }
    const isTime = typeof value === "string" && TIME.test(value) && /(start|begin|from|end|until|expir)/i.test(path);
    return isTime ? [[path, value]] : [];
}
