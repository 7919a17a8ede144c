import { policiesOf } from "../checks/statements/policy-document.ts";
import { FUNCTION, MANAGED_POLICY, ROLE, ROLE_ATTACHMENT, ROLE_POLICY } from "../checks/types.ts";
import type { Graph, Link } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import { type Endpoints, endpointsIn } from "./endpoints.ts";
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
    /** What it may do at most, where the program makes that policy. */
    boundary: readonly Statement[] | undefined;
    /** By which endpoint it speaks to a service, when it runs in the private network and nowhere else. */
    endpoints: Endpoints | undefined;
}

/** Every role of the program. */
export function identitiesIn(graph: Graph): Identity[] {
    const endpoints = endpointsIn(graph);
    return graph.ofType(ROLE).flatMap((role) => {
        const arn = role.at("arn").text() ?? "";
        const account = arn.split(":")[4] ?? "";
        if (account === "") return [];
        const attached = graph
            .referrers(role, ATTACHED_TO_ROLE)
            .flatMap((one) => graph.targets(one, POLICY_ATTACHED, MANAGED_POLICY));
        const running = graph.referrers(role, FUNCTION_WITH_ROLE);
        const policies = [role, ...graph.referrers(role, POLICY_OF_ROLE), ...attached].flatMap(policiesOf);
        return [
            {
                role,
                arn,
                account,
                statements: policies.flatMap(readStatements),
                trust: readStatements(role.at("assumeRolePolicy")),
                functions: running.map(({ name }) => name),
                boundary: boundaryOf(role, graph),
                endpoints: running.length > 0 && running.every(isInNetwork) ? endpoints : undefined,
            },
        ];
    });
}

/** Its limit, where it stands in the same program. */
function boundaryOf(role: Resource, graph: Graph): Statement[] | undefined {
    const arn = role.at("permissionsBoundary").text();
    const policy = graph.ofType(MANAGED_POLICY).find((one) => arn !== undefined && one.at("arn").text() === arn);
    return policy && readStatements(policy.at("policy"));
}

function isInNetwork(fn: Resource): boolean {
    return fn.at("vpcConfig.subnetIds").items().length > 0;
}

/** Who acts as the role, as people call it. */
export function nameOf({ role, functions, trust }: Identity): string {
    if (functions.length > 0) return `function ${functions.join(", ")}`;
    const services = trust.flatMap(({ principals }) => principals.filter(({ kind }) => kind === "Service"));
    const [service] = services.flatMap(({ names }) => names);
    if (service !== undefined) return `${service.replace(/(\.[\w-]+)?\.amazonaws\.com$/, "")} as ${role.name}`;
    return `role ${role.name}`;
}
