import { FUNCTION, RECURSION } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

/** Messages live for fourteen days at most. */
const MOST_HOURS = 336;

export const lambdaLoopsBounded: StackRule = {
    name: "lambda-loops-bounded",
    scope: "stack",
    why: "Lambda ends runaway loops by itself; where that is switched off, only the function's own bound stands between a fault and an endless bill.",
    severity: "high",
    controls: ["nist:SC-5", "nist:SI-4", "iso:A.8.16"],
    fix: "Leave recursiveLoop at Terminate, or give the function LOOP_HOURS, after which it ends its loops itself",
    types: [RECURSION],
    check(config, judge, graph) {
        judge(config.at("recursiveLoop"), (loop) => {
            if (loop.text() !== "Allow") return undefined;
            const name = config.at("functionName").text();
            const fn = graph.ofType(FUNCTION).find((one) => one.at("name").text() === name);
            if (fn === undefined) return "is Allow for no function of this stack";
            const hours = Number(fn.at("environment.variables.LOOP_HOURS").text() ?? Number.NaN);
            return hours >= 1 && hours <= MOST_HOURS
                ? undefined
                : `is Allow, and the function has no LOOP_HOURS of 1 to ${MOST_HOURS}`;
        });
    },
};
