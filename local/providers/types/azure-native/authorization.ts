import { each, when } from "../../checks/check.ts";
import { oneOf, pattern, required } from "../../checks/common.ts";
import { uuidFrom } from "../../naming/unique.ts";
import type { TypeTable } from "../definition.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `*`, or a provider with a path, of which any part may be a star. */
const OPERATION = /^(\*|[\w*]+(\.[\w*]+)*(\/[\w*.-]+)+)$/;
const OPERATION_SAYS = "an operation such as Microsoft.DataFactory/factories/read";

export const authorization: TypeTable = {
    "azure-native:authorization:RoleDefinition": {
        name: {
            property: "roleDefinitionId",
            minLength: 36,
            maxLength: 36,
            pattern: GUID,
            allowed: "a GUID",
            made: (hex) => uuidFrom(hex("definition", 32)),
        },
        id: (definition) =>
            `${definition.text("scope")}/providers/Microsoft.Authorization/roleDefinitions/${definition.physicalName}`,
        outputs: (definition) => ({
            name: definition.physicalName,
            type: "Microsoft.Authorization/roleDefinitions",
        }),
        replaceOn: ["roleDefinitionId", "scope"],
        checks: [
            required("scope", "roleName", "permissions", "assignableScopes"),
            pattern("roleName", /^.{1,128}$/, "a name of at most 128 characters"),
            pattern("description", /^.{0,2048}$/s, "at most 2048 characters"),
            pattern("permissions[*].actions[*]", OPERATION, OPERATION_SAYS),
            pattern("permissions[*].dataActions[*]", OPERATION, OPERATION_SAYS),
            oneOf("roleType", ["CustomRole"]),
            each("permissions", (permissions) =>
                Array.isArray(permissions) && permissions.length === 0 ? "must have one" : undefined,
            ),
            each("assignableScopes", (scopes) =>
                Array.isArray(scopes) && scopes.length === 0 ? "must name a scope" : undefined,
            ),
            pattern(
                "assignableScopes[*]",
                /^\/(subscriptions|providers\/Microsoft\.Management)\//i,
                "the id of a scope",
            ),
        ],
    },
    "azure-native:authorization:RoleAssignment": {
        name: {
            property: "roleAssignmentName",
            minLength: 36,
            maxLength: 36,
            pattern: GUID,
            allowed: "a GUID",
            made: (hex) => uuidFrom(hex("assignment", 32)),
        },
        id: (assignment) =>
            `${assignment.text("scope")}/providers/Microsoft.Authorization/roleAssignments/${assignment.physicalName}`,
        outputs: (assignment) => ({
            name: assignment.physicalName,
            type: "Microsoft.Authorization/roleAssignments",
        }),
        replaceOn: [
            "delegatedManagedIdentityResourceId",
            "principalId",
            "principalType",
            "roleAssignmentName",
            "roleDefinitionId",
            "scope",
        ],
        checks: [
            required("principalId", "roleDefinitionId", "scope"),
            pattern("principalId", GUID, "a GUID"),
            pattern("scope", /^\/?(subscriptions|providers\/Microsoft\.Management)\/.+/i, "the id of what is opened"),
            oneOf("conditionVersion", ["2.0"]),
            when([], "conditionVersion", ({ condition, conditionVersion }) =>
                condition !== undefined && conditionVersion === undefined ? "is required for a condition" : undefined,
            ),
            pattern(
                "roleDefinitionId",
                /\/providers\/Microsoft\.Authorization\/roleDefinitions\//i,
                "the id of a role definition",
            ),
            oneOf("principalType", ["User", "Group", "ServicePrincipal", "ForeignGroup", "Device"]),
        ],
    },
};
