import { ENDPOINT } from "../checks/types.ts";
import type { Graph } from "../core/graph.ts";
import { readStatements, type Statement } from "./statement.ts";

/** What the endpoints of each service let through, by the beginning of its actions. */
export type Endpoints = ReadonlyMap<string, readonly Statement[]>;

/**
 * Services that what runs in the network asks itself. Lambda takes messages from queues and writes logs in the function's place,
 * and S3 asks for keys: none of that goes by an endpoint.
 */
const ASKED = ["dynamodb", "redshift-data", "s3", "sagemaker", "secretsmanager", "sns"];

/** An endpoint without a policy lets everything through, and so does one whose policy nobody knows yet. */
export function endpointsIn(graph: Graph): Endpoints {
    const found = new Map<string, Statement[]>();
    const open = new Set<string>();
    for (const endpoint of graph.ofType(ENDPOINT)) {
        const service = serviceOf(endpoint.at("serviceName").text() ?? "");
        if (service === undefined) continue;
        const policy = endpoint.at("policy");
        if (!policy.isKnown() || policy.isAbsent()) open.add(service);
        else found.set(service, [...(found.get(service) ?? []), ...readStatements(policy)]);
    }
    return new Map([...found].filter(([service]) => !open.has(service)));
}

/** `com.amazonaws.eu-west-1.sagemaker.runtime` is asked by actions that begin with sagemaker. */
function serviceOf(name: string): string | undefined {
    const parts = name.split(".");
    return ASKED.find((service) => parts.includes(service));
}

/** The statements through which an action has to go, or nothing where no endpoint is in its way. */
export function gateFor(endpoints: Endpoints | undefined, action: string): readonly Statement[] | undefined {
    return endpoints?.get(action.split(":")[0]?.toLowerCase() ?? "");
}
