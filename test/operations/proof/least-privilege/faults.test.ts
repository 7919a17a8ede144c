import assert from "node:assert/strict";
import { deliveryFaults } from "../../../../operations/proof/least-privilege/check/deliveries.ts";
import { idleWays } from "../../../../operations/proof/least-privilege/check/let-through.ts";
import { roleTests, testOf } from "../../../../operations/proof/least-privilege/check/role-tests.ts";
import { sdkFaults } from "../../../../operations/proof/least-privilege/check/sdk-faults.ts";
import { trustFaults } from "../../../../operations/proof/least-privilege/check/trusts.ts";
import type { Need } from "../../../../operations/proof/least-privilege/needs/need.ts";
import { needsOf } from "../../../../operations/proof/least-privilege/needs/needs-of.ts";
import { recorded } from "../../../../operations/proof/least-privilege/needs/recorded.ts";
import { type Permission, withAlso, without } from "../../../../operations/proof/least-privilege/program/changed.ts";
import { type Program, programOf } from "../../../../operations/proof/least-privilege/program/program.ts";
import { programNow } from "../../../../operations/proof/least-privilege/program/programs.ts";
import { REMOVED, removals } from "../../../../operations/proof/least-privilege/removals.ts";
import type { ResourceRecord } from "../../../../policies/core/resource.ts";

/** The same program with another text in every policy of a resource. */
function rewritten(program: Program, type: string, name: string, change: (policy: string) => string): Program {
    let isFound = false;
    const inOne = (record: ResourceRecord): ResourceRecord => {
        if (!record.type.endsWith(`:${type}`) || record.name !== name) return record;
        const props = Object.fromEntries(
            Object.entries(record.props).map(([key, value]) => {
                const after = typeof value === "string" && value.startsWith("{") ? change(value) : value;
                isFound ||= after !== value;
                return [key, after];
            }),
        );
        return { ...record, props, outputs: { ...record.outputs, ...props } };
    };
    const changed = programOf(program.stack, program.records.map(inOne), program.beside.map(inOne));
    assert.ok(isFound, `nothing of ${type} ${name} changed`);
    return changed;
}

const dropping = (action: string) => (policy: string) => {
    const { Statement, ...rest } = JSON.parse(policy);
    const kept = Statement.map((one: { Action?: string | string[] }) =>
        Array.isArray(one.Action) ? { ...one, Action: one.Action.filter((each) => each !== action) } : one,
    );
    return JSON.stringify({ ...rest, Statement: kept });
};

describe("a fault in the permissions of a program", () => {
    let prod: Program;
    let needed: Need[];
    before(async () => {
        prod = await programNow("prod");
        needed = needsOf(prod, recorded());
    });
    const faults = (program: Program) =>
        roleTests(program, needed).flatMap((test) => test.faults.map((text) => [test.name, text]));

    const taken: readonly (readonly [string, Permission])[] = [
        ["that it calls", { role: "score", action: "s3:PutObject", resource: "{Bucket records}/*" }],
        ["on one of two things", { role: "unpack", action: "s3:PutObject", resource: "{Bucket quarantine}/*" }],
        ["of the key", { role: "screen", action: "kms:GenerateDataKey", resource: "{Key data}" }],
        [
            "of who starts a workflow",
            { role: "work-start", action: "lambda:InvokeFunction", resource: "{Function work}" },
        ],
        ["of machines", { role: "fraud-training", action: "ecr:GetAuthorizationToken", resource: "*" }],
    ];
    for (const [what, permission] of taken) {
        it(`is found: a permission is missing ${what}`, () => {
            const { role, action, resource } = permission;
            const [[name = "", text = ""] = [], ...others] = faults(without(prod, permission));
            assert.equal(name, testOf(role, "prod"));
            assert.ok(text.startsWith(`${role} needs ${action} on ${resource} (`), text);
            assert.match(text, /the policies of the role .* do not allow it\.$/);
            assert.deepEqual(others, []);
        });
    }

    it("is found: a permission that nobody needs, and one that is wider than anybody needs", () => {
        for (const permission of [
            { role: "park", action: "s3:GetObject", resource: "{Bucket parked}/*" },
            { role: "load", action: "s3:PutObject", resource: "{Bucket manifests}/*" },
        ]) {
            const { role, action, resource } = permission;
            assert.deepEqual(faults(withAlso(prod, permission)), [
                [
                    testOf(role, "prod"),
                    `${role} may ${action} on ${resource} by RolePolicy ${role}, and nothing needs it. Take it away, or say who needs it, in operations/proof/least-privilege.`,
                ],
            ]);
        }
    });

    it("is found: an endpoint that lets a call no longer through, with everybody whom it stops", () => {
        const found = faults(rewritten(prod, "VpcEndpoint", "network-sqs", dropping("sqs:SendMessage")));
        const roles = new Set(found.map(([, text = ""]) => text.split(" ")[0]));
        assert.deepEqual([...roles].sort(), ["score", "screen", "unpack"]);
        for (const [, text = ""] of found) {
            assert.match(
                text,
                /needs sqs:SendMessage on .*, but the policy of the endpoint network-sqs does not allow it\.$/,
            );
        }
    });

    it("is found: an endpoint that lets through what nobody calls", () => {
        const wide = rewritten(prod, "VpcEndpoint", "network-sqs", (policy) =>
            policy.replace('"sqs:SendMessage"', '"sqs:PurgeQueue","sqs:SendMessage"'),
        );
        assert.deepEqual(idleWays(wide, needed), [
            "the endpoint network-sqs lets sqs:PurgeQueue through, and nothing in the network calls it",
        ]);
    });

    it("is found: a limit of all roles that no longer allows a service", () => {
        const found = faults(
            rewritten(prod, "Policy", "boundary", (policy) => policy.replaceAll('"sqs:*"', '"sqs:List*"')),
        );
        assert.ok(
            found.some(([, text = ""]) =>
                /^park needs sqs:ReceiveMessage on .* the limit of all roles does not/.test(text),
            ),
        );
    });

    it("is found: a key that its account may no longer pass on", () => {
        const found = faults(rewritten(prod, "Key", "data", dropping("kms:Decrypt")));
        assert.ok(found.length > 10);
        for (const [, text = ""] of found)
            assert.match(text, /needs kms:Decrypt .* the policy of the key data does not/);
    });

    it("is found: who is to take a role on is not who it trusts, or nobody takes it on", () => {
        const distrusting = rewritten(prod, "Role", "fraud", (text) =>
            text.replace("sagemaker.amazonaws.com", "ec2.amazonaws.com"),
        );
        assert.deepEqual(trustFaults(distrusting), [
            "Model fraud has sagemaker.amazonaws.com take on the role fraud, which trusts ec2.amazonaws.com",
            "the grant iam:PassRole of RolePolicy promote has sagemaker.amazonaws.com take on the role fraud, which trusts ec2.amazonaws.com",
        ]);
        const schedules = prod.records.filter(({ type }) => type !== "aws:scheduler/schedule:Schedule");
        assert.deepEqual(trustFaults(programOf("prod", schedules)), ["nobody takes on the role work-start"]);
    });

    it("is found: a role of ours that may be taken on, and does not trust who may", () => {
        const assuming = withAlso(prod, { role: "park", action: "sts:AssumeRole", resource: "{Role landing}" });
        assert.deepEqual(trustFaults(assuming), [
            "RolePolicy park may take on the role landing, which does not trust it",
        ]);
    });

    it("is found: a token that the role no longer trusts", () => {
        const closed = rewritten(prod, "Role", "landing", (text) =>
            text.replace("AssumeRoleWithWebIdentity", "AssumeRole"),
        );
        assert.deepEqual(
            faults(closed).map(([name, text = ""]) => [name, /the role \{Role landing\} trusts no token/.test(text)]),
            [[testOf("receive", "prod"), true]],
        );
    });

    it("is found: a queue, and a key, that no longer let in who announces files", () => {
        const shut = rewritten(prod, "QueuePolicy", "landing", (text) =>
            text.replaceAll("s3.amazonaws.com", "ec2.amazonaws.com"),
        );
        assert.deepEqual(deliveryFaults(shut), [
            "BucketNotification landing hands to {Queue landing} as s3.amazonaws.com, whose policy does not allow sqs:SendMessage",
        ]);
        const locked = rewritten(prod, "Key", "data", (text) =>
            text.replaceAll("cloudwatch.amazonaws.com", "ec2.amazonaws.com"),
        );
        const found = deliveryFaults(locked);
        assert.ok(found.length > 100);
        assert.match(
            found[0] ?? "",
            /^MetricAlarm .* hands to \{Topic operations\} as cloudwatch\.amazonaws\.com, whose key data does not allow it kms:/,
        );
    });

    it("is found: a bucket that no longer takes logs, and a function that the door may not call", () => {
        const shut = (type: string, name: string, service: string) =>
            deliveryFaults(rewritten(prod, type, name, (text) => text.replaceAll(service, "ec2.amazonaws.com")));
        assert.deepEqual(shut("BucketPolicy", "audit-trail", "cloudtrail.amazonaws.com"), [
            "Trail audit-trail hands to {Bucket audit-trail} as cloudtrail.amazonaws.com, whose policy does not allow s3:GetBucketAcl",
            "Trail audit-trail hands to {Bucket audit-trail} as cloudtrail.amazonaws.com, whose policy does not allow s3:PutObject",
        ]);
        const permissions = prod.records.filter(({ type }) => type !== "aws:lambda/permission:Permission");
        assert.deepEqual(deliveryFaults(programOf("prod", permissions)), [
            "Integration landing hands to {Function receive} as apigateway.amazonaws.com, whose policy does not allow lambda:InvokeFunction",
        ]);
    });

    it("is found: a call in the code of which nobody knows on what, and one that the code cannot make", () => {
        assert.deepEqual(
            sdkFaults(
                "park",
                [
                    { client: "client-s3", operation: "PutObject" },
                    { client: "client-s3", operation: "DeleteObject" },
                ],
                needed,
            ),
            [
                "park can call s3:DeleteObject, and nobody knows on what: record a day, or say so in not-in-the-day.ts",
                "park is said to call sns:Publish, which its code cannot: record a day, or mend not-in-the-day.ts",
            ],
        );
    });

    it("is found by the test of a role for each of forty permissions, of every function", () => {
        const all = removals(prod, needed);
        assert.equal(all.length, REMOVED);
        assert.ok(new Set(all.map(({ role }) => role)).size >= 16);
        assert.deepEqual(
            all.filter(({ role, failed }) => failed?.name !== testOf(role, "prod")),
            [],
        );
    });
});
