import type { Graph } from "../core/graph.ts";
import type { Access } from "./access-to.ts";
import { assignmentsIn, becomes, principalsIn } from "./azure.ts";
import { type Identity, nameOf } from "./identities.ts";
import { AZURE_KINDS } from "./things.ts";

/** What role assignments say, for the identities of Azure and the roles of AWS that become one. */
export function onAzure(graph: Graph, identities: readonly Identity[]): Access[] {
    const principals = principalsIn(graph);
    const things = Object.entries(AZURE_KINDS).flatMap(([type, name]) =>
        graph
            .ofType(type)
            .map((one) => ({ label: `${name} ${one.name}`, id: (one.at("id").text() ?? "").toLowerCase() })),
    );
    return assignmentsIn(graph).flatMap(({ principalId, scope, role, may }) => {
        const name = principals.get(principalId) ?? `principal ${principalId} of Azure`;
        const through = identities
            .filter(({ arn }) => becomes(arn, graph).includes(principalId))
            .map((identity) => ({
                who: nameOf(identity),
                path: [`role ${identity.role.name}`, "token of the account", name, role],
            }));
        const acting = [{ who: name, path: [role] }, ...through];
        const reached = things.filter(({ id }) => id !== "" && (id.startsWith(scope) || scope.startsWith(id)));
        return reached.flatMap(({ label }) =>
            acting.flatMap(({ who, path }) =>
                may.map((one): Access => ({ what: label, who, may: one, path, onlyIf: [] })),
            ),
        );
    });
}
