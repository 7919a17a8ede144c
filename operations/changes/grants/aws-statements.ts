import { statementsOf } from "../../baselines/statements.ts";
import { EVERYBODY } from "./covers.ts";
import type { Grant } from "./grant.ts";

type Statement = Record<string, unknown>;

export interface StatementsArgs {
    readonly document: unknown;
    readonly urn: string;
    /** Who is meant where a statement names nobody. */
    readonly principal: string;
    /** What is meant where a statement names nothing, as the trust of a role does. */
    readonly resource: string;
    readonly isLimit?: boolean;
}

/** What a policy document allows and denies, one grant for each principal, action and resource. */
export function grantsIn({ document, urn, principal, resource, isLimit }: StatementsArgs): Grant[] {
    return (statementsOf(document) ?? []).flatMap((statement) => {
        const conditions = conditionsOf(statement.Condition);
        const effect = statement.Effect === "Deny" ? "Deny" : "Allow";
        const who = principalsOf(statement) ?? [principal];
        return who.flatMap((one) =>
            named(statement, "Action", "*").flatMap((action) =>
                named(statement, "Resource", resource).map((on): Grant => {
                    return {
                        effect,
                        principal: one,
                        action,
                        resource: on,
                        conditions,
                        urn,
                        ...(isLimit && { isLimit }),
                    };
                }),
            ),
        );
    });
}

/** The policy document in a property, whether it is text or not. */
export function documentIn(value: unknown): unknown {
    if (typeof value !== "string") return value;
    if (!/^\s*\{/.test(value)) return undefined;
    try {
        return JSON.parse(value);
    } catch {
        return undefined;
    }
}

/** `NotAction` and its like are kept in words: only the same words cover them. */
function named(statement: Statement, property: "Action" | "Resource", fallback: string): string[] {
    const not = texts(statement[`Not${property}`]);
    if (not.length > 0) return [`all but ${not.join(", ")}`];
    const given = texts(statement[property]);
    return given.length > 0 ? given : [fallback];
}

function principalsOf(statement: Statement): string[] | undefined {
    const { Principal: given, NotPrincipal: not } = statement;
    if (not !== undefined) return [`everybody but ${texts(Object.values(Object(not))).join(", ")}`];
    if (given === undefined) return undefined;
    if (typeof given === "string") return [principalNamed("AWS", given)];
    return Object.entries(Object(given)).flatMap(([kind, who]) => texts(who).map((one) => principalNamed(kind, one)));
}

/** `${Role::screen.arn}` is the role itself; an account is one however it is written. */
export function principalNamed(kind: string, text: string): string {
    if (text === "*") return EVERYBODY;
    const [, own] = /^\$\{(.+)\.\w+\}$/.exec(text) ?? [];
    if (own !== undefined) return own;
    const [, account] = /^(?:arn:aws[\w-]*:iam::)?(\d{12})(?::root)?$/.exec(text) ?? [];
    if (account !== undefined) return `account ${account}`;
    return kind === "AWS" ? text : `${kind.toLowerCase()} ${text}`;
}

function conditionsOf(condition: unknown): Map<string, readonly string[]> {
    const tests = Object.entries(Object(condition ?? {})).flatMap(([operator, keys]) =>
        Object.entries(Object(keys)).map(([key, value]): [string, string[]] => [
            `${key.toLowerCase()} ${operator}`,
            texts(value).sort(),
        ]),
    );
    return new Map(tests.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function texts(value: unknown): string[] {
    return [value].flat(2).flatMap((one) => (one === undefined || one === null ? [] : [String(one)]));
}
