import { formatPath } from "../../store/paths.ts";
import { type Attached, policyFaults } from "../permissions/policy-faults.ts";
import { hasUnknown } from "../values/plain.ts";
import type { Check } from "./check.ts";

/**
 * A policy that AWS would refuse, or take and never grant by. The paths lead into the text, as if it were properties:
 * `policy.Statement[0].Action[1]`.
 */
export function policy(property: string, attached: Attached): Check {
    return (inputs) => {
        const given = inputs[property];
        if (given === undefined || given === null || hasUnknown(given)) return [];
        return policyFaults(given, attached).map(({ path, reason }) => ({
            property: formatPath([property, ...path]),
            reason,
        }));
    };
}
