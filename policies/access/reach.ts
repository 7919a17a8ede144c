import { policiesOf } from "../checks/statements/policy-document.ts";
import type { Graph } from "../core/graph.ts";
import type { Resource } from "../core/resource.ts";
import type { Context } from "./condition.ts";
import { actsOn, decide, type Policies } from "./decide.ts";
import { gateFor } from "./endpoints.ts";
import type { Identity } from "./identities.ts";
import { readStatements, type Statement, type Test } from "./statement.ts";
import { KINDS, type Kind } from "./things.ts";

/** Something that holds data, as policies speak of it. */
export interface Thing {
    resource: Resource;
    kind: Kind;
    label: string;
    arn: string;
    own: readonly Statement[] | undefined;
    key: string | undefined;
}

/** Everything of the program that holds data, on AWS. */
export function thingsIn(graph: Graph): Thing[] {
    return Object.entries(KINDS).flatMap(([type, kind]) =>
        graph.ofType(type).flatMap((resource) => {
            const arn = resource.at("arn").text();
            if (arn === undefined) return [];
            const beside = kind.policies ? graph.referrers(resource, kind.policies) : [];
            // A policy of its own replaces the one that the cloud gives by default.
            const carrying = beside.length > 0 || !kind.policies ? beside : [resource];
            const documents = carrying.flatMap(policiesOf);
            const own = documents.flatMap(readStatements);
            const key = kind.key?.(resource, graph);
            return [
                {
                    resource,
                    kind,
                    label: `${kind.name} ${resource.name}`,
                    arn,
                    own: own.length > 0 ? own : undefined,
                    key,
                },
            ];
        }),
    );
}

/** An action that is allowed, with what it depends on. */
export interface Granted {
    action: string;
    under: readonly Test[];
}

/** Whether an identity may do something to a thing or to a part of it. */
export function grant(identity: Identity, thing: Thing, action: string): Granted[] {
    const statements = speakingOf(identity, action);
    const own = (thing.own ?? []).some((one) => one.effect === "Allow");
    // Most identities say nothing of most things, and nobody else lets them in.
    if (!own && !statements.some(({ effect }) => effect === "Allow")) return [];
    const policies = {
        ...policiesFor(identity, thing),
        identity: statements,
        endpoint: gateFor(identity.endpoints, action),
    };
    const context = contextOf(identity);
    for (const resource of partsOf(thing, { statements })) {
        const request = { principal: identity.arn, account: identity.account, action, resource, context };
        const { allowed, under } = decide(request, policies);
        if (allowed) return [{ action, under }];
    }
    return [];
}

const byAction = new WeakMap<Identity, Map<string, readonly Statement[]>>();

/** The statements of an identity that speak of an action, found once for all things. */
function speakingOf(identity: Identity, action: string): readonly Statement[] {
    const known = byAction.get(identity) ?? new Map<string, readonly Statement[]>();
    byAction.set(identity, known);
    const found = known.get(action) ?? identity.statements.filter((one) => actsOn(one, action));
    known.set(action, found);
    return found;
}

/** All policies that have a say. */
export function policiesFor(identity: Identity, thing: Thing): Policies {
    return {
        identity: identity.statements,
        resource: thing.own,
        resourceDecides: thing.kind.ownPolicyDecides ?? false,
        boundary: identity.boundary,
    };
}

/** The thing itself, and parts of it of which the identity's policies speak. */
export function partsOf({ arn, kind }: Thing, { statements }: Pick<Identity, "statements">): string[] {
    const begin = kind.partsBegin?.(arn);
    if (begin === undefined) return [arn];
    // Policies on logs often leave out what kind of part they mean.
    const loosely = begin.replace(/:log-stream:$/, ":");
    const spoken = statements
        .flatMap(({ resources }) => resources)
        .filter((one) => one.startsWith(loosely))
        .map((one) => one.replace(/[*?]/g, "x"));
    return [...new Set([arn, `${begin}x`, ...spoken])];
}

const contexts = new WeakMap<Identity, Context>();

/** What is known of each request of an identity of the program. */
export function contextOf(identity: Identity): Context {
    const known = contexts.get(identity) ?? contextFor(identity);
    contexts.set(identity, known);
    return known;
}

function contextFor({ arn, account, role }: Identity): Context {
    const tags = role.at("tags");
    return new Map([
        ["aws:principalarn", [arn]],
        ["aws:principalaccount", [account]],
        ["aws:resourceaccount", [account]],
        ["s3:resourceaccount", [account]],
        ["kms:calleraccount", [account]],
        ["aws:securetransport", ["true"]],
        ...tags
            .keys()
            .map((key): [string, string[]] => [
                `aws:principaltag/${key}`.toLowerCase(),
                [tags.named(key).text() ?? ""],
            ]),
    ]);
}
