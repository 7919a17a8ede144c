import { type Input, jsonStringify, type Output, output } from "@pulumi/pulumi";
import type { Grant } from "../security/grant.ts";

interface Statement {
    Effect: "Allow";
    Action: string[];
    Resource: string;
    Condition?: Record<string, Record<string, string>>;
}

/** One policy from all grants of a role: one statement for each thing it may touch, without repetition. */
export function rolePolicy(grants: Input<Grant[]>): Output<string> {
    const statements = output(grants).apply(merged);
    return jsonStringify({ Version: "2012-10-17", Statement: statements });
}

function merged(grants: Statement[]): Statement[] {
    const byTarget = new Map<string, Statement>();
    for (const grant of grants) {
        const target = JSON.stringify([grant.Resource, grant.Condition]);
        const actions = [...(byTarget.get(target)?.Action ?? []), ...grant.Action];
        byTarget.set(target, { ...grant, Action: [...new Set(actions)].sort() });
    }
    return [...byTarget.values()];
}
