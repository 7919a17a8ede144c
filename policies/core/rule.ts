import type { ControlId } from "../frameworks/index.ts";
import type { Graph } from "./graph.ts";
import type { Judge } from "./judge.ts";
import type { Resource } from "./resource.ts";

export type Severity = "low" | "medium" | "high" | "critical";

interface RuleText {
    /** Unique, in kebab-case; also the name of the file. */
    name: string;
    /** What goes wrong without the rule, in one sentence. */
    why: string;
    severity: Severity;
    /** Controls of the frameworks that the rule serves. */
    controls: readonly ControlId[];
    /** What to change, in one sentence without its full stop. */
    fix: string;
    /** Type tokens of the resources the rule judges, or a predicate over them. */
    types: readonly string[] | ((type: string) => boolean);
}

/** Judges one resource by its own inputs, before it is created or changed. */
export interface ResourceRule extends RuleText {
    scope: "resource";
    check(resource: Resource, judge: Judge): void;
}

/** Judges one resource by what surrounds it, when the whole graph is known. */
export interface StackRule extends RuleText {
    scope: "stack";
    check(resource: Resource, judge: Judge, graph: Graph): void;
}

export type Rule = ResourceRule | StackRule;

/** Whether the rule judges resources of this canonical type. */
export function appliesTo(rule: Rule, type: string): boolean {
    return typeof rule.types === "function" ? rule.types(type) : rule.types.includes(type);
}
