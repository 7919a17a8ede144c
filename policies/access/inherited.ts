import type { Graph } from "../core/graph.ts";
import type { Access } from "./access-to.ts";
import { factoriesWith, principalsIn } from "./azure.ts";
import { decide } from "./decide.ts";
import { type Identity, nameOf } from "./identities.ts";
import { contextOf } from "./reach.ts";

/** What somebody can do as another whom he can become: by assuming a role, or by a token of Azure. */
export function inherited(found: readonly Access[], identities: readonly Identity[], graph: Graph): Access[] {
    const principals = principalsIn(graph);
    const more: Access[] = [];
    for (const target of identities) {
        const targetName = nameOf(target);
        const becoming = new Map<string, string[]>();
        for (const source of identities) {
            if (source !== target && mayAssume(source, target))
                becoming.set(nameOf(source), [`role ${source.role.name}`]);
        }
        for (const { tests, principals: trusted } of target.trust) {
            if (!trusted.some(({ kind }) => kind === "Federated")) continue;
            const subject = tests.find(({ key }) => key.endsWith(":sub"))?.values[0] ?? "";
            const name = principals.get(subject) ?? `subject ${subject} of another issuer`;
            for (const who of [name, ...factoriesWith(name, graph)]) becoming.set(who, who === name ? [] : [name]);
        }
        for (const [who, steps] of becoming) {
            const gained = found.filter((one) => one.who === targetName && one.path[0] === `role ${target.role.name}`);
            for (const one of gained) more.push({ ...one, who, path: [...steps, ...one.path] });
        }
    }
    return more;
}

function mayAssume(source: Identity, target: Identity): boolean {
    const request = {
        principal: source.arn,
        account: source.account,
        action: "sts:AssumeRole",
        resource: target.arn,
        context: contextOf(source),
    };
    const trust = target.trust.map((statement) => ({ ...statement, resources: ["*"] }));
    return decide(request, { identity: source.statements, resource: trust, resourceDecides: true }).allowed;
}
