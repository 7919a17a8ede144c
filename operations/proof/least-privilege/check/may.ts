import { decide, type Policies } from "../../../../policies/access/decide.ts";
import { type Identity, identitiesIn } from "../../../../policies/access/identities.ts";
import { contextOf, type Thing, thingsIn } from "../../../../policies/access/reach.ts";
import { readStatements, type Statement } from "../../../../policies/access/statement.ts";
import { graphOf } from "../../../../policies/core/run-rule.ts";
import type { Need } from "../needs/need.ts";
import { list, type Program, text } from "../program/program.ts";

/** Tells where a need is refused, or nothing where it is allowed all the way. */
export type Refusal = (need: Need) => string | undefined;

interface Endpoint {
    name: string;
    /** `sagemaker.api` of `com.amazonaws.eu-west-1.sagemaker.api`. */
    service: string;
    statements: readonly Statement[];
}

/** Holds needs against all that has a say: the role's policies, its limit, the endpoint on the way, and the thing's own policy. */
export function refusalsBy(program: Program): Refusal {
    const graph = graphOf([...program.records, ...program.beside]);
    const identities = new Map(identitiesIn(graph).map((one) => [one.role.name, one]));
    const things = thingsIn(graph);
    const endpoints = graph.ofType("aws:ec2/vpcEndpoint:VpcEndpoint").map(
        (one): Endpoint => ({
            name: one.name,
            service: (one.at("serviceName").text() ?? "").split(".").slice(3).join("."),
            statements: readStatements(one.at("policy")),
        }),
    );
    const outside = rolesOutside(program);
    return (need) => {
        const identity = identities.get(need.role);
        if (identity === undefined) return "there is no such role";
        const resource = program.names.real(need.resource);
        const thing = things.find(({ arn }) => resource === arn || resource.startsWith(`${arn}/`));
        // A token stands in for what the caller's own policies would have to say.
        const statements = need.byToken ? ANYTHING : identity.statements;
        const may = (policies: Partial<Policies>) => {
            const context = new Map([...contextOf(identity), ["aws:requestedregion", [program.region]]] as const);
            const { arn: principal, account } = identity;
            const whole = { resource: undefined, resourceDecides: false, ...policies, identity: statements };
            return decide({ principal, account, action: need.action, resource, context }, whole).allowed;
        };
        if (!may({})) return `the policies of the role ${need.role} do not allow it`;
        if (need.byToken && !trustsTokens(identities, program.names.real(need.resource))) {
            return `the role ${need.resource} trusts no token`;
        }
        if (!need.byToken && !may({ boundary: identity.boundary })) return "the limit of all roles does not allow it";
        if (need.called && !outside.has(need.role)) {
            const refused = onTheWay(endpoints, need, (endpoint) => may({ endpoint }));
            if (refused !== undefined) return refused;
        }
        return may(ownPolicy(thing)) ? undefined : `the policy of the ${thing?.label} does not allow it`;
    };
}

const ANYTHING: readonly Statement[] = [
    { effect: "Allow", actions: ["*"], notActions: [], resources: ["*"], notResources: [], principals: [], tests: [] },
];

function trustsTokens(identities: ReadonlyMap<string, Identity>, arn: string): boolean {
    const asked = [...identities.values()].find((one) => one.arn === arn);
    return (asked?.trust ?? []).some(
        ({ actions, principals }) =>
            actions.includes("sts:AssumeRoleWithWebIdentity") && principals.some(({ kind }) => kind === "Federated"),
    );
}

function ownPolicy(thing: Thing | undefined): Partial<Policies> {
    return thing === undefined ? {} : { resource: thing.own, resourceDecides: thing.kind.ownPolicyDecides ?? false };
}

/** Why no endpoint of the network lets the action through. */
function onTheWay(
    endpoints: readonly Endpoint[],
    { action }: Need,
    passes: (statements: readonly Statement[]) => boolean,
): string | undefined {
    const [service = ""] = action.split(":");
    const ways = endpoints.filter((one) => one.service.split(".")[0] === service);
    if (ways.some(({ statements }) => passes(statements))) return undefined;
    const names = ways.map(({ name }) => name).join(" and ");
    return names === ""
        ? `the network has no endpoint for ${service}`
        : `the policy of the endpoint ${names} does not allow it`;
}

/** Roles whose bearers are in no network of ours. */
export function rolesOutside({ ofType, role }: Program): Set<string | undefined> {
    const functions = ofType("aws:lambda/function:Function");
    return new Set(
        functions
            .filter(({ props }) => list(props, "vpcConfig", "subnetIds").length === 0)
            .map(({ props }) => role(text(props, "role"))),
    );
}
