import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runSimulation } from "@cloud-copilot/iam-simulate";
import { judgeOnce } from "../../../operations/guard/judge-once.ts";
import { decide } from "../../../policies/access/decide.ts";
import { gateFor } from "../../../policies/access/endpoints.ts";
import { type Identity, identitiesIn } from "../../../policies/access/identities.ts";
import { contextOf, partsOf, policiesFor, type Thing, thingsIn } from "../../../policies/access/reach.ts";
import type { Statement } from "../../../policies/access/statement.ts";
import { ABILITIES } from "../../../policies/access/things.ts";
import { graphOf } from "../../../policies/core/run-rule.ts";
import { paths } from "../../../tools/paths.mjs";

/** Of the many that are denied, every so many are asked about too. */
const EVERY = 23;

/** A statement as AWS writes it. */
function written(statement: Statement, withPrincipal: boolean): object {
    const Condition: Record<string, Record<string, readonly string[]>> = {};
    for (const { set, operator, ifExists, key, values } of statement.tests) {
        const prefix = set === undefined ? "" : set === "all" ? "ForAllValues:" : "ForAnyValue:";
        const name = `${prefix}${OPERATORS.find((one) => one.toLowerCase() === operator)}${ifExists ? "IfExists" : ""}`;
        Condition[name] = { ...Condition[name], [key]: values };
    }
    const Principal: Record<string, readonly string[]> = {};
    for (const { kind, names } of statement.principals) Principal[kind] = names;
    return {
        Effect: statement.effect,
        ...(statement.actions.length > 0 ? { Action: statement.actions } : { NotAction: statement.notActions }),
        ...(statement.resources.length > 0
            ? { Resource: statement.resources }
            : { NotResource: statement.notResources }),
        ...(withPrincipal && { Principal: Principal.AWS?.includes("*") ? "*" : Principal }),
        ...(statement.tests.length > 0 && { Condition }),
    };
}
const OPERATORS = [
    "StringEquals",
    "StringNotEquals",
    "StringLike",
    "StringNotLike",
    "ArnLike",
    "ArnEquals",
    "Bool",
    "Null",
    "NumericLessThanEquals",
];

const document = (statements: readonly Statement[], withPrincipal = false) => ({
    Version: "2012-10-17",
    Statement: statements.map((one) => written(one, withPrincipal)),
});

describe("what the guardrails compute of access", () => {
    const cache = mkdtempSync(join(tmpdir(), "access-"));
    after(() => rmSync(cache, { recursive: true, force: true }));

    it("is what a simulator of IAM says, allowed and denied, over every identity of prod", async () => {
        const question = { root: paths.root, cache, stack: "prod", program: "platform", withDetails: true } as const;
        const { judgement } = await judgeOnce(question);
        const graph = graphOf(judgement?.details?.records ?? []);
        const asked = { Allowed: 0, Denied: 0 };
        const disagreements: string[] = [];
        let nth = 0;
        const ask = async (identity: Identity, thing: Thing, action: string, resource: string) => {
            const policies = { ...policiesFor(identity, thing), endpoint: gateFor(identity.endpoints, action) };
            // What nobody knows before the request is absent from it: both sides are asked the same.
            const { identity: own, resource: ofThing = [], boundary = [], endpoint = [] } = policies;
            const tests = [...own, ...ofThing, ...boundary, ...endpoint].flatMap((one) => one.tests);
            const context = new Map([...tests.map(({ key }): [string, string[]] => [key, []]), ...contextOf(identity)]);
            const request = { principal: identity.arn, account: identity.account, action, resource, context };
            const ours = decide(request, policies).allowed ? "Allowed" : "Denied";
            if (ours === "Denied" && nth++ % EVERY > 0) return;
            const contextVariables = Object.fromEntries(
                [...context].filter(([, values]) => values.length > 0).map(([key, [value = ""]]) => [key, value]),
            );
            const theirs = await runSimulation(
                {
                    request: {
                        principal: identity.arn,
                        action,
                        resource: { resource, accountId: identity.account },
                        contextVariables,
                    },
                    identityPolicies: [{ name: "all", policy: document(policies.identity) }],
                    ...(policies.boundary && {
                        permissionBoundaryPolicies: [{ name: "limit", policy: document(policies.boundary) }],
                    }),
                    ...(policies.endpoint && {
                        vpcEndpointPolicies: [{ name: "way", policy: document(policies.endpoint, true) }],
                    }),
                    ...(policies.resource && { resourcePolicy: document(policies.resource, true) }),
                    serviceControlPolicies: [],
                    resourceControlPolicies: [],
                },
                {},
            );
            const told = "overallResult" in theirs ? theirs.overallResult : JSON.stringify(theirs);
            const expected = told === "ImplicitlyDenied" || told === "ExplicitlyDenied" ? "Denied" : told;
            if (ours !== expected)
                disagreements.push(`${identity.role.name} ${action} ${resource}: ${ours}, not ${expected}`);
            asked[ours] += 1;
        };
        for (const identity of identitiesIn(graph)) {
            for (const thing of thingsIn(graph)) {
                for (const action of ABILITIES.flatMap((may) => thing.kind.actions[may])) {
                    const resource = resourceFor(action, partsOf(thing, identity));
                    if (resource !== undefined) await ask(identity, thing, action, resource);
                }
            }
        }
        assert.deepEqual(disagreements, []);
        assert.ok(asked.Allowed >= 100 && asked.Denied >= 100, JSON.stringify(asked));
        assert.ok(asked.Allowed + asked.Denied >= 200, JSON.stringify(asked));
    });
});

/** Objects for what is done to objects, the bucket for what is done to buckets: the simulator takes no other. */
function resourceFor(action: string, parts: readonly string[]): string | undefined {
    if (/^s3:.*Object|^s3:Bypass/.test(action)) return parts.find((part) => part.includes("/"));
    if (/^logs:.*(Event|Stream)/.test(action) && !/Filter/.test(action))
        return parts.find((part) => part.includes(":log-stream:"));
    if (/ModelPackage$/.test(action)) return parts.find((part) => part.includes(":model-package/"));
    // It knows no resource for these.
    if (/^redshift-(data|serverless):|:ListModelPackages$/.test(action)) return undefined;
    return parts[0];
}
