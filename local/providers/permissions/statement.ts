import { isObject, type Value } from "../../store/value.ts";

/** A statement of a policy, as far as it is one. */
export interface Statement {
    readonly Effect?: Value;
    readonly Principal?: Value;
    readonly NotPrincipal?: Value;
    readonly Action?: Value;
    readonly NotAction?: Value;
    readonly Resource?: Value;
    readonly NotResource?: Value;
    readonly Condition?: Value;
    readonly Sid?: Value;
}

/** Statements of a policy that is JSON text or an object; undefined when it is neither, or has no statements. */
export function statementsOf(policy: Value): Statement[] | undefined {
    const document = documentOf(policy);
    if (!isObject(document)) return undefined;
    const statements = [document.Statement ?? []].flat();
    return statements.every(isObject) && statements.length > 0 ? (statements as Statement[]) : undefined;
}

/** A policy that is JSON text or an object, as an object; null for a text that is no JSON. */
export function documentOf(policy: Value): Value {
    return typeof policy === "string" ? parsed(policy) : policy;
}

function parsed(text: string): Value {
    try {
        return JSON.parse(text);
    } catch {
        return null;
    }
}

/** One text or a list of them. */
export function texts(value: Value | undefined): string[] {
    return [value ?? []].flat().filter((one) => typeof one === "string");
}
