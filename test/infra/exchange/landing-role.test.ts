import assert from "node:assert/strict";
import { sessionName } from "../../../contract/files/supplementary.ts";
import { LandingRole, type LandingRoleArgs, SESSION_NAMES } from "../../../infra/exchange/landing-role.ts";
import { ACCOUNT, theBucket } from "../../support/infra-parts.ts";
import {
    allRegistered,
    created,
    namesOf,
    protectedResources,
    recordResources,
    statements,
} from "../../support/mocks.ts";

const TENANT = "12345678-1234-4123-8123-123456789012";
const PROVIDER = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
const HOST = `sts.windows.net/${TENANT}/`;

async function create(changes: Partial<LandingRoleArgs> = {}): Promise<void> {
    const who = { accountId: ACCOUNT, tenantId: TENANT, appUri: "api://it", subject: "the-principal" };
    new LandingRole("x", { ...who, ownsProvider: true, bucket: theBucket(), prefix: "received/", ...changes });
    await allRegistered();
}

describe("LandingRole", () => {
    beforeEach(recordResources);

    it("trusts one identity of one tenant with a token made out for this, and nobody else", async () => {
        await create();
        assert.deepEqual(statements("aws:iam/role:Role", "x", "assumeRolePolicy"), [
            {
                Effect: "Allow",
                Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${HOST}` },
                Action: "sts:AssumeRoleWithWebIdentity",
                Condition: {
                    StringEquals: { [`${HOST}:aud`]: "api://it", [`${HOST}:sub`]: "the-principal" },
                    StringLike: { "sts:RoleSessionName": SESSION_NAMES },
                },
            },
        ]);
    });

    it("demands the name of a run for each session, as the function gives it", () => {
        const run = "0f8fad5b-d9cb-469f-a165-70867728950e";
        const like = new RegExp(`^${SESSION_NAMES.replaceAll("?", ".")}$`);
        assert.match(sessionName({ set: "sanctions-list", run }), like);
        assert.doesNotMatch("adf-me", like);
    });

    it("may add objects below one prefix with one key, and neither read, list nor delete", async () => {
        await create();
        assert.deepEqual(statements("aws:iam/rolePolicy:RolePolicy", "x"), [
            { Effect: "Allow", Action: ["s3:PutObject"], Resource: "arn:s3:the-bucket/received/*" },
            { Effect: "Allow", Action: ["kms:GenerateDataKey"], Resource: "arn:kms:the-key" },
        ]);
    });

    it("makes the account trust the tenant where its stack owns that, and a destroy leaves it", async () => {
        await create();
        assert.deepEqual(created(PROVIDER, "x-tenant"), { url: `https://${HOST}`, clientIdLists: ["api://it"] });
        assert.ok(protectedResources().includes(`${PROVIDER} x-tenant`));
    });

    it("expects the trust of another stack where it does not", async () => {
        await create({ ownsProvider: false });
        assert.deepEqual(namesOf(PROVIDER), []);
    });
});
