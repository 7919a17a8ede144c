import { AZURE_IDENTITY, FACTORY, FEDERATED_CREDENTIAL, ROLE_ASSIGNMENT, ROLE_DEFINITION } from "../checks/types.ts";
import type { Graph } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import type { Ability } from "./things.ts";

/** Azure's own roles that the guardrails let through, by its published list of built-in roles. */
const BUILT_IN: Readonly<Record<string, { name: string; actions: readonly string[] }>> = {
    "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1": {
        name: "Storage Blob Data Reader",
        actions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"],
    },
    "ba92f5b4-2d11-453d-a403-e96b0029c9fe": {
        name: "Storage Blob Data Contributor",
        actions: ["read", "write", "delete"].map(
            (action) => `Microsoft.Storage/storageAccounts/blobServices/containers/blobs/${action}`,
        ),
    },
    "43d0d8ad-25c7-4714-9337-8ba259a9fe05": { name: "Monitoring Reader", actions: ["Microsoft.Insights/metrics/read"] },
    "73c42c96-874c-492b-b04d-ab87d138a893": {
        name: "Log Analytics Reader",
        actions: ["Microsoft.OperationalInsights/workspaces/search/action"],
    },
};

/** What one principal of Azure may do within a scope. */
export interface Assignment {
    principalId: string;
    scope: string;
    role: string;
    may: readonly Ability[];
}

export function assignmentsIn(graph: Graph): Assignment[] {
    return graph.ofType(ROLE_ASSIGNMENT).map((assignment) => {
        const id = last(assignment.at("roleDefinitionId").text());
        const defined = graph
            .ofType(ROLE_DEFINITION)
            .find((role) => [last(role.at("id").text()), role.at("roleDefinitionId").text()].includes(id));
        const role = BUILT_IN[id] ?? definition(defined, id);
        return {
            principalId: assignment.at("principalId").text() ?? "",
            scope: (assignment.at("scope").text() ?? "").toLowerCase(),
            role: role.name,
            may: abilities(role.actions),
        };
    });
}

function definition(role: Resource | undefined, id: string): { name: string; actions: readonly string[] } {
    // What is not known may do everything, so that nobody overlooks it.
    if (role === undefined) return { name: `role ${id}`, actions: ["*"] };
    const permissions = role.at("permissions").items();
    const actions = permissions.flatMap((one) => [...one.at("actions").texts(), ...one.at("dataActions").texts()]);
    return { name: `role ${role.name}`, actions };
}

function abilities(actions: readonly string[]): Ability[] {
    const ends = (end: string) => actions.some((action) => action.includes("*") || action.toLowerCase().endsWith(end));
    const found: Ability[] = [];
    if (ends("/read")) found.push("read");
    if (ends("/write") || ends("/action")) found.push("change");
    if (ends("/delete")) found.push("delete");
    return found;
}

/** Identities of Azure by their principal: those of their own, and those of factories. */
export function principalsIn(graph: Graph): Map<string, string> {
    const named = new Map<string, string>();
    for (const identity of graph.ofType(AZURE_IDENTITY)) {
        const id = identity.at("principalId").text();
        if (id !== undefined) named.set(id, `identity ${identity.name}`);
    }
    for (const factory of graph.ofType(FACTORY)) {
        const id = factory.at("identity.principalId").text();
        if (id !== undefined) named.set(id, `data factory ${factory.name}`);
    }
    return named;
}

/** The identities of Azure that a role of AWS can be, by a token of its account. */
export function becomes(roleArn: string, graph: Graph): string[] {
    return graph
        .ofType(FEDERATED_CREDENTIAL)
        .filter((credential) => credential.at("subject").text() === roleArn)
        .flatMap((credential) => {
            const name = credential.at("resourceName").text();
            const identity = graph
                .ofType(AZURE_IDENTITY)
                .find((one) => [one.at("resourceName").text(), one.at("name").text()].includes(name));
            return identity?.at("principalId").text() ?? [];
        });
}

/** The factories that may act as an identity. */
export function factoriesWith(identityName: string, graph: Graph): string[] {
    const ids = graph
        .ofType(AZURE_IDENTITY)
        .filter(({ name }) => `identity ${name}` === identityName)
        .flatMap((one) => one.at("id").text() ?? []);
    return graph
        .ofType(FACTORY)
        .filter((factory) => {
            const given = factory.at("identity.userAssignedIdentities");
            return [...given.texts(), ...given.keys()].some((id) => ids.includes(id));
        })
        .map(({ name }) => `data factory ${name}`);
}

function last(id: string | undefined): string {
    return id?.split("/").at(-1)?.toLowerCase() ?? "";
}
