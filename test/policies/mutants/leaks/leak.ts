import type { ResourceRecord } from "../../../../policies/core/resource.ts";
import { type Mutant, withValue } from "../mutant.ts";

/** A way to leak, lose or expose data that reads like a small change of the program. */
export interface Leak {
    what: string;
    type: string;
    /** The record that changes. Default: the first of the type. */
    name?: string;
    /** Where it changes; left out, a resource with the value as its inputs is new. */
    at?: string;
    /** The new value, or what it becomes of the old one. */
    to: unknown;
}

/** One more statement in a policy. */
export function more(statement: object): (policy: unknown) => string {
    return (policy) => {
        const document = JSON.parse(String(policy)) as { Statement: object | object[] };
        return JSON.stringify({ ...document, Statement: [document.Statement, statement].flat() });
    };
}

/** Each statement of a policy as the change makes it; nothing leaves it out. */
export function eachStatement(change: (statement: Statement) => object | undefined): (policy: unknown) => string {
    return (policy) => {
        const document = JSON.parse(String(policy)) as { Statement: Statement | Statement[] };
        return JSON.stringify({
            ...document,
            Statement: [document.Statement].flat().flatMap((one) => change(one) ?? []),
        });
    };
}

export type Statement = Record<string, unknown>;

export function leaked(leak: Leak, records: readonly ResourceRecord[]): Mutant {
    const { what, type, name, at, to } = leak;
    if (at === undefined) {
        const stack = (records[0]?.urn ?? "").split("::").slice(0, 2).join("::");
        const props = to as Record<string, unknown>;
        const changed = { urn: `${stack}::${type}::${name ?? "leak"}`, type, name: name ?? "leak", props };
        return { kind: "a leak that was written", type, name: changed.name, property: what, changed };
    }
    const of = records.find((record) => record.type === type && (name === undefined || record.name === name));
    if (of === undefined) throw new Error(`${what}: the program has no ${type} ${name ?? ""}`);
    const path = at.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    const before = path.reduce<unknown>(
        (holder, step) => (holder as Record<string | number, unknown>)?.[step],
        of.props,
    );
    const changed = withValue(of, path, typeof to === "function" ? to(before) : to);
    return { kind: "a leak that was written", type, name: of.name, property: what, of, changed };
}
