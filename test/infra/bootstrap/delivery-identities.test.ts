import assert from "node:assert/strict";
import { DeliveryIdentities } from "../../../infra/bootstrap/delivery-identities.ts";
import { askingRole } from "../../../infra/exchange/azure-roles.ts";
import { thePlatform } from "../../support/infra-parts.ts";
import { allRegistered, created, everything, found, namesOf, recordResources } from "../../support/mocks.ts";

const CREDENTIAL = "azure-native:managedidentity:FederatedIdentityCredential";
const ASSIGNMENT = "azure-native:authorization:RoleAssignment";
const subscriptionId = "11111111-1111-4111-8111-111111111111";
const tags = { environment: "prod", owner: "team", costCentre: "cc-1", dataClassification: "internal" };

async function identities(resourceGroups: string[]): Promise<void> {
    await recordResources();
    new DeliveryIdentities("delivery-identities", {
        environment: "prod",
        repository: "bank@1/platform@2",
        branch: "main",
        location: "westeurope",
        subscriptionId,
        identityGroup: "delivery",
        resourceGroups,
        tags,
    });
    await allRegistered();
}

describe("the identities of the pipelines on Azure", () => {
    const duties = {
        preview: ["reader", "repo:bank@1/platform@2:pull_request"],
        drift: ["reader", "repo:bank@1/platform@2:ref:refs/heads/main"],
        deploy: ["deployer", "repo:bank@1/platform@2:environment:prod"],
    };
    for (const [duty, [purpose, subject]] of Object.entries(duties)) {
        it(`know ${duty} by GitHub's tokens of ${subject}`, async () => {
            await identities([]);
            assert.deepEqual(created(CREDENTIAL, duty), {
                resourceGroupName: "delivery",
                resourceName: `compliance-platform-prod-${purpose}`,
                federatedIdentityCredentialResourceName: duty,
                issuer: "https://token.actions.githubusercontent.com",
                subject,
                audiences: ["api://AzureADTokenExchange"],
            });
        });
    }

    it("get their credentials one after the other, since Azure refuses two at once", async () => {
        await identities([]);
        assert.ok(found(CREDENTIAL, "drift").dependsOn.some((urn) => urn.endsWith(`${CREDENTIAL} preview`)));
    });

    it("may read, or deploy, in the platform's resource groups only", async () => {
        await identities(["exchange1", "other2"]);
        assert.deepEqual(namesOf(ASSIGNMENT), [
            "deployer-exchange1",
            "deployer-gives-exchange1",
            "deployer-gives-other2",
            "deployer-other2",
            "reader-exchange1",
            "reader-other2",
        ]);
        const roles = {
            reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
            deployer: "b24988ac-6180-42a0-ab88-20f7382dd24c",
        };
        for (const [purpose, role] of Object.entries(roles)) {
            const { roleAssignmentName, ...rest } = created(ASSIGNMENT, `${purpose}-exchange1`);
            assert.match(String(roleAssignmentName), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
            assert.deepEqual(rest, {
                scope: `/subscriptions/${subscriptionId}/resourceGroups/exchange1`,
                roleDefinitionId: `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
                principalId: `principal-of-${purpose}`,
                principalType: "ServicePrincipal",
            });
        }
    });

    it("let the deployer give the roles that the program gives, and no other to anybody", async () => {
        await thePlatform("prod");
        const inProgram = everything().filter(({ type }) => type === ASSIGNMENT);
        const given = inProgram.map(({ inputs }) => String(inputs.roleDefinitionId).split("/").at(-1));
        // Our own role is called by the id of its group, which the mocks shorten.
        const known = given.filter((role) => role !== askingRole("exchange-id"));
        await identities(["exchange1"]);
        const { roleDefinitionId, condition, conditionVersion } = created(ASSIGNMENT, "deployer-gives-exchange1");
        assert.match(String(roleDefinitionId), /\/f58310d9-a9f6-439a-9e8d-f62e7b41a168$/);
        assert.equal(conditionVersion, "2.0");
        const [, written = "", deleted = ""] =
            /write.*?\{([0-9a-f, -]+)\}.*delete.*?\{([0-9a-f, -]+)\}/.exec(String(condition)) ?? [];
        assert.equal(written, deleted);
        const roles = written.split(", ");
        assert.equal(roles.length, 3);
        assert.deepEqual(
            known.filter((role) => !roles.includes(role ?? "")),
            [],
        );
        assert.ok(roles.includes(askingRole(`/subscriptions/${subscriptionId}/resourceGroups/exchange1`)));
        assert.equal(known.length, given.length - 1);
    });

    it("keep the names of their assignments, each its own", async () => {
        await identities(["exchange1", "other2"]);
        const names = () => namesOf(ASSIGNMENT).map((name) => created(ASSIGNMENT, name).roleAssignmentName);
        const first = names();
        assert.equal(new Set(first).size, 6);
        await identities(["exchange1", "other2"]);
        assert.deepEqual(names(), first);
    });

    it("may do nothing before the platform has a resource group", async () => {
        await identities([]);
        assert.deepEqual(namesOf(ASSIGNMENT), []);
    });
});
