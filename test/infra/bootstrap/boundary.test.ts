import assert from "node:assert/strict";
import { boundary } from "../../../infra/bootstrap/permissions/boundary.ts";
import { BUCKETS, QUEUES, TOPICS } from "../../../infra/bootstrap/permissions/data.ts";
import { TRUSTED_SERVICES } from "../../../infra/bootstrap/permissions/identity.ts";
import type { Statement } from "../../../infra/bootstrap/permissions/statement.ts";
import { SECRETS_ROLE } from "../../../infra/dashboards/quicksight-account.ts";
import { PIPELINE_ROLE } from "../../../infra/security/role-place.ts";
import { stackNames } from "../../../stacks/settings-of.ts";
import { ACCOUNT, thePlatform } from "../../support/infra-parts.ts";
import { everything } from "../../support/mocks.ts";

const state = { bucket: "state-bucket", project: "platform", stack: "prod", key: "arn:k1", secretsKey: "arn:k2" };
const limit = boundary(ACCOUNT, ["eu-west-1", "eu-central-1"], state);
const denied = (action: string) => limit.filter(({ Effect, Action }) => Effect === "Deny" && Action?.includes(action));
const withoutAction = ({ Action: _, ...rest }: Statement) => rest;

describe("the limit of all roles", () => {
    it("fits into one policy", () => {
        assert.ok(JSON.stringify({ Version: "2012-10-17", Statement: limit }).length <= 6144);
    });

    it("keeps to the regions, but for services that have none", () => {
        const [, regions] = limit;
        assert.deepEqual(regions, {
            Effect: "Deny",
            NotAction: ["budgets:*", "iam:*", "route53:*", "sts:*"],
            Resource: "*",
            Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } },
        });
    });

    it("lets no role come into being without it, nor lose it", () => {
        const own = `arn:aws:iam::${ACCOUNT}:policy/compliance-delivery/boundaries/platform`;
        const unlimited = { StringNotEquals: { "iam:PermissionsBoundary": own } };
        for (const action of ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy"]) {
            assert.deepEqual(denied(action).map(withoutAction)[0], {
                Effect: "Deny",
                Resource: "*",
                Condition: unlimited,
            });
        }
        assert.deepEqual(denied("iam:DeleteRolePermissionsBoundary").map(withoutAction), [
            { Effect: "Deny", Resource: "*" },
        ]);
    });

    it("lets nobody touch itself, the roles of the pipelines or whose tokens count", () => {
        const delivery = [`role`, `policy`].map((kind) => `arn:aws:iam::${ACCOUNT}:${kind}/compliance-delivery/*`);
        for (const action of ["iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy"]) {
            assert.deepEqual(denied(action).map(withoutAction), [{ Effect: "Deny", Resource: delivery }]);
        }
        const github = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;
        assert.deepEqual(denied("iam:DeleteOpenIDConnectProvider").map(withoutAction), [
            { Effect: "Deny", Resource: github },
        ]);
    });

    it("refuses users and keys without an end, and what cannot be undone, everywhere", () => {
        const never = [
            "iam:CreateUser",
            "iam:CreateAccessKey",
            "cloudtrail:StopLogging",
            "cloudtrail:DeleteTrail",
            "kms:ScheduleKeyDeletion",
            "kms:DisableKey",
            "s3:BypassGovernanceRetention",
        ];
        for (const action of never) {
            assert.deepEqual(denied(action).map(withoutAction), [{ Effect: "Deny", Resource: "*" }], action);
        }
    });

    it("leaves how the state is kept, and who may open it, to the bootstrap", () => {
        assert.deepEqual(denied("s3:PutBucketPolicy").map(withoutAction), [
            { Effect: "Deny", Resource: "arn:aws:s3:::state-bucket" },
        ]);
        assert.deepEqual(denied("kms:PutKeyPolicy").map(withoutAction), [
            { Effect: "Deny", Resource: ["arn:k1", "arn:k2"] },
        ]);
    });
});

for (const stack of stackNames) {
    describe(`what the pipelines may do, over the program for ${stack}`, () => {
        before(() => thePlatform(stack));
        const inputs = (type: string) => everything().filter((resource) => resource.type === type);
        const namesUnder = (type: string, listed: string[]) =>
            inputs(type).flatMap(({ name }) => (listed.some((own) => `${name}-`.startsWith(`${own}-`)) ? [] : [name]));

        it("covers each bucket, queue and topic by its name", () => {
            assert.deepEqual(namesUnder("aws:s3/bucket:Bucket", BUCKETS), []);
            assert.deepEqual(namesUnder("aws:sqs/queue:Queue", QUEUES), []);
            assert.deepEqual(namesUnder("aws:sns/topic:Topic", TOPICS), []);
        });

        it("finds each role in the path of the environment, or where a service looks for it by name, under the limit", () => {
            const permissionsBoundary = `arn:aws:iam::${ACCOUNT}:policy/compliance-delivery/boundaries/platform`;
            const own = [`/compliance-platform/${stack}/`, permissionsBoundary];
            for (const { name, inputs: role } of inputs("aws:iam/role:Role")) {
                const path = name.startsWith(PIPELINE_ROLE) ? "/" : "/service-role/";
                const byName = role.name === SECRETS_ROLE || name.startsWith(PIPELINE_ROLE);
                const expected = byName ? [path, permissionsBoundary] : own;
                assert.deepEqual([role.path, role.permissionsBoundary], expected, name);
            }
            for (const { name, inputs: policy } of inputs("aws:iam/policy:Policy")) {
                assert.equal(policy.path, own[0], name);
            }
        });

        it("passes each role to the service that it trusts", () => {
            const trusted = inputs("aws:iam/role:Role").flatMap(({ inputs }) => {
                const policy = String(inputs.assumeRolePolicy);
                return [...policy.matchAll(/"([a-z0-9-]+)\.amazonaws\.com"/g)].map(([, service = ""]) => service);
            });
            const unknown = [...new Set(trusted)].filter((service) => !TRUSTED_SERVICES.includes(service));
            assert.deepEqual(unknown, []);
        });

        it("leaves the roles of the program what they need", () => {
            const needed = inputs("aws:iam/rolePolicy:RolePolicy").flatMap(({ inputs }) =>
                JSON.parse(String(inputs.policy)).Statement.flatMap(({ Action }: { Action: string[] }) => Action),
            );
            const services = limit[0]?.Action?.map((action) => action.replace(":*", "")) ?? [];
            for (const action of new Set<string>(needed)) {
                assert.ok(services.includes(action.split(":")[0] ?? ""), `${action} is of a service beyond the limit`);
                assert.deepEqual(
                    denied(action).filter(({ Resource }) => Resource === "*"),
                    [],
                    action,
                );
            }
        });
    });
}
