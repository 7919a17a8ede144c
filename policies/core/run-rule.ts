import { Graph } from "./graph.ts";
import { tellingWhenHeld } from "./held-to-production.ts";
import { type Verdict, verdicts } from "./judge.ts";
import { Resource, type ResourceRecord } from "./resource.ts";
import { appliesTo, type ResourceRule, type StackRule } from "./rule.ts";

export interface Judged {
    resource: Resource;
    verdicts: Verdict[];
}

/** Judges one resource, or nothing when the rule is not about its type. */
export function judgeResource(rule: ResourceRule, resource: Resource): Judged | undefined {
    if (!appliesTo(rule, resource.type)) return undefined;
    return { resource, verdicts: tellingWhenHeld(() => verdicts((judge) => rule.check(resource, judge))) };
}

/** A resource by its inputs, as resource rules judge it. */
export function resourceOf(record: ResourceRecord): Resource {
    return new Resource(record, "resource");
}

/** The graph that stack rules judge. Build it once for all of them. */
export function graphOf(records: readonly ResourceRecord[]): Graph {
    return new Graph(records.map((record) => new Resource(record, "stack")));
}

/** Judges each resource in the graph that the rule is about. */
export function judgeStack(rule: StackRule, graph: Graph): Judged[] {
    return graph.resources
        .filter(({ type }) => appliesTo(rule, type))
        .map((resource) => ({
            resource,
            verdicts: tellingWhenHeld(() => verdicts((judge) => rule.check(resource, judge, graph))),
        }));
}
