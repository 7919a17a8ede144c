import { ROLE_ASSIGNMENT, ROLE_DEFINITION } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

/** Azure's own roles that only read one kind of thing; their ids are the same everywhere. */
const NARROW: Readonly<Record<string, string>> = {
    "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1": "Storage Blob Data Reader",
    "43d0d8ad-25c7-4714-9337-8ba259a9fe05": "Monitoring Reader",
    "73c42c96-874c-492b-b04d-ab87d138a893": "Log Analytics Reader",
};

/** Writes blobs: for those who bring data, into the one container for it. */
const WRITES_BLOBS = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
const ONE_CONTAINER = /\/blobServices\/default\/containers\/[^/*?]+$/i;

export const azureRoleKnown: StackRule = {
    name: "azure-role-known",
    scope: "stack",
    why: "Most of Azure's roles may write, read keys or give identities away; one by one nobody can keep them in mind.",
    severity: "critical",
    controls: ["pci:7.2.5", "nist:AC-6", "sox:404-access-1", "iso:A.8.2"],
    fix: `Assign a role that this program defines, one of ${Object.values(NARROW).join(", ")}, or within one container Storage Blob Data Contributor`,
    types: [ROLE_ASSIGNMENT],
    check(assignment, judge, graph) {
        judge(assignment.at("roleDefinitionId"), (definition) => {
            const id = last(definition.text());
            if (id === undefined) return "is not set";
            if (Object.hasOwn(NARROW, id)) return undefined;
            if (id === WRITES_BLOBS) {
                return ONE_CONTAINER.test(assignment.at("scope").text() ?? "")
                    ? undefined
                    : "writes blobs of more than one container";
            }
            const defined = graph
                .ofType(ROLE_DEFINITION)
                .flatMap((role) => [role.at("id"), role.at("roleDefinitionId")])
                .some((value) => value.isKnown() && last(value.text()) === id);
            return defined ? undefined : `is ${id}, neither a role of this program nor one that only reads`;
        });
    },
};

function last(id: string | undefined): string | undefined {
    return id?.split("/").at(-1)?.toLowerCase();
}
