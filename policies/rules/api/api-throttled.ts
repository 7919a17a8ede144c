import { API_STAGE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** Far above what one run of a pipeline sends. */
const MOST = 1000;

export const apiThrottled: ResourceRule = {
    name: "api-throttled",
    scope: "resource",
    why: "Without a limit one caller uses up what the account may run, and every other function stands still.",
    severity: "medium",
    controls: ["nist:SC-5", "iso:A.8.6"],
    fix: `Set throttlingRateLimit and throttlingBurstLimit in defaultRouteSettings, each from 1 to ${MOST}`,
    types: [API_STAGE],
    check(stage, judge) {
        for (const limit of ["throttlingRateLimit", "throttlingBurstLimit"]) {
            judge(stage.at(`defaultRouteSettings.${limit}`), (value) => {
                const number = value.number() ?? 0;
                return number >= 1 && number <= MOST ? undefined : `is not from 1 to ${MOST}`;
            });
        }
    },
};
