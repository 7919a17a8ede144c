import assert from "node:assert/strict";
import type { ResourceRecord } from "../../policies/core/resource.ts";
import type { Rule } from "../../policies/core/rule.ts";
import { evaluate } from "../../policies/evaluate.ts";
import { ExceptionRegister } from "../../policies/exceptions/register.ts";
import { type Finding, formatFinding } from "../../policies/finding.ts";
import { compile } from "../../policies/pack/compile.ts";
import { analyse } from "./policy-server.ts";

/** Stands for a value that is only known after the update, as the engine marks it. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A resource of a test; what is left out does not matter to the rule. */
export interface Given {
    type: string;
    name?: string;
    /** Name of the Pulumi stack. Default: prod. */
    stack?: string;
    /** Type of the component around it. */
    parent?: string;
    props?: Record<string, unknown>;
    protect?: boolean;
    provider?: Record<string, unknown>;
    /** Names of the resources that a property was made from. */
    madeFrom?: Record<string, string>;
}

export const noExceptions = () => new ExceptionRegister({ exceptions: [], faults: [] }, "2026-01-01");

/**
 * What a rule finds, once through the policy SDK's server and once in process, which must agree. The first resource is
 * the subject: its findings read `property: what is wrong`, those of others start with their name.
 */
export async function runRule(rule: Rule, given: readonly Given[]): Promise<string[]> {
    const records = given.map((one) => record(one, given));
    const { findings } = evaluate(records, { rules: [rule], exceptions: noExceptions() });
    const policies = compile([rule], { phase: () => "update", exceptions: noExceptions() });
    const served = (await analyse(policies, records)).map(({ urn, message }) => [urn, message.split("\n").at(-1)]);
    assert.deepEqual(
        served,
        findings.map((finding) => [finding.urn, formatFinding(finding)]),
        "the pack and the evaluator disagree",
    );
    return findings.map((finding) => shortly(finding, records));
}

function shortly(finding: Finding, [subject, ...others]: readonly ResourceRecord[]): string {
    const name = others.find(({ urn }) => urn === finding.urn && urn !== subject?.urn)?.name;
    const what = finding.message.replace(/\. Fix: .*$/s, "");
    const said = finding.status === "inconclusive" ? `${finding.property} is unknown` : `${finding.property}: ${what}`;
    return name === undefined ? said : `${name} ${said}`;
}

/** The whole resource for what a test gives of it. */
export function record(given: Given, all: readonly Given[] = []): ResourceRecord {
    const { type, name = "it", props = {}, protect = false, provider, madeFrom = {} } = given;
    const dependencies = Object.entries(madeFrom).map(([property, source]) => {
        const found = all.find((candidate) => candidate !== given && (candidate.name ?? "it") === source);
        return [property, [found ? urnOf(found) : `unknown:${source}`]];
    });
    return {
        urn: urnOf(given),
        type,
        name,
        props,
        opts: { protect },
        propertyDependencies: Object.fromEntries(dependencies),
        ...(provider && { provider: { type: `pulumi:providers:${type.split(":")[0]}`, props: provider } }),
    };
}

function urnOf({ type, name = "it", stack = "prod", parent }: Given): string {
    return `urn:pulumi:${stack}::compliance-platform::${parent ? `${parent}$` : ""}${type}::${name}`;
}
