import { policiesOf } from "../checks/policy-document.ts";
import { FUNCTION, MANAGED_POLICY, ROLE, ROLE_ATTACHMENT, ROLE_POLICY } from "../checks/types.ts";
import type { Graph, Link } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import { readStatements, type Statement } from "./statement.ts";

const POLICY_OF_ROLE: Link = { type: ROLE_POLICY, property: "role" };
const ATTACHED_TO_ROLE: Link = { type: ROLE_ATTACHMENT, property: "role" };
const FUNCTION_WITH_ROLE: Link = { type: FUNCTION, property: "role" };
const POLICY_ATTACHED: Link = { type: ROLE_ATTACHMENT, property: "policyArn" };

/** A role of AWS, with all that its policies say and with who can be it. */
export interface Identity {
    role: Resource;
    arn: string;
    account: string;
    statements: readonly Statement[];
    trust: readonly Statement[];
    /** The functions that run as it. */
    functions: readonly string[];
}

/** Every role of the program. */
export function identitiesIn(graph: Graph): Identity[] {
    return graph.ofType(ROLE).flatMap((role) => {
        const arn = role.at("arn").text() ?? "";
        const account = arn.split(":")[4] ?? "";
        if (account === "") return [];
        const attached = graph
            .referrers(role, ATTACHED_TO_ROLE)
            .flatMap((one) => graph.targets(one, POLICY_ATTACHED, MANAGED_POLICY));
        const policies = [role, ...graph.referrers(role, POLICY_OF_ROLE), ...attached].flatMap(policiesOf);
        return [
            {
                role,
                arn,
                account,
                statements: policies.flatMap(readStatements),
                trust: readStatements(role.at("assumeRolePolicy")),
                functions: graph.referrers(role, FUNCTION_WITH_ROLE).map(({ name }) => name),
            },
        ];
    });
}

/** Who acts as the role, as people call it. */
export function nameOf({ role, functions, trust }: Identity): string {
    if (functions.length > 0) return `function ${functions.join(", ")}`;
    const services = trust.flatMap(({ principals }) => principals.filter(({ kind }) => kind === "Service"));
    const [service] = services.flatMap(({ names }) => names);
    if (service !== undefined) return `${service.replace(/(\.[\w-]+)?\.amazonaws\.com$/, "")} as ${role.name}`;
    return `role ${role.name}`;
}
