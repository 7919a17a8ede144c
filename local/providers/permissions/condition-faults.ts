import { isObject } from "../../store/value.ts";
import type { Fault, Meant } from "./meant-actions.ts";
import { operandFaults } from "./operand-faults.ts";
import { globalKeys } from "./reference.ts";
import type { Statement } from "./statement.ts";

const OPERATOR =
    /^(ForAnyValue:|ForAllValues:)?((String|Arn)(Not)?(Equals|Like)|String(Not)?EqualsIgnoreCase|(Numeric|Date)((Not)?Equals|(Less|Greater)Than(Equals)?)|Bool|BinaryEquals|(Not)?IpAddress)(IfExists)?$|^Null$/;

/**
 * Keys that a service sends with the calls of another one. Lambda marks what the code of a function asks for:
 * https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
 */
const SENT_BY_OTHERS = ["lambda:sourcefunctionarn"];

/** What is wrong with the conditions of a statement: AWS would let a condition pass never, or always. */
export function conditionFaults(statement: Statement, meant: readonly Meant[]): Fault[] {
    const { Condition } = statement;
    if (Condition === undefined) return [];
    if (!isObject(Condition)) return [{ path: ["Condition"], reason: "must be an object of operators" }];
    return Object.entries(Condition).flatMap(([operator, keys]): Fault[] => {
        const path = ["Condition", operator];
        if (!OPERATOR.test(operator)) return [{ path, reason: "is no operator of conditions that IAM has" }];
        if (!isObject(keys)) return [{ path, reason: "must be an object of condition keys" }];
        return Object.entries(keys).flatMap(([key, given]) => [
            ...keyFaults(statement, key, meant, [...path, key]),
            ...operandFaults(operator, given, [...path, key]),
        ]);
    });
}

function keyFaults(statement: Statement, key: string, meant: readonly Meant[], path: string[]): Fault[] {
    const name = key.toLowerCase();
    if (name.startsWith("aws:")) {
        return matchesOne(name, globalKeys()) || meant.some((one) => sends(one, name))
            ? []
            : [{ path, reason: "is no condition key that AWS has" }];
    }
    if (SENT_BY_OTHERS.includes(name) || ofTokens(statement).some((host) => name.startsWith(`${host}:`))) return [];
    // Actions that a wildcard stands for are many: it is enough that one of them sends the key.
    const without = meant.filter((one) => !sends(one, name));
    const wrong = without.filter(({ byWildcard }) => !byWildcard);
    const first = wrong[0] ?? (without.length === meant.length ? without[0] : undefined);
    if (first === undefined) return [];
    const { action, service } = first;
    const known = [...new Set(keysOf(first))].filter((one) => one.startsWith(`${service}:`));
    const has = known.length === 0 ? "none of its service" : known.sort().join(", ");
    return [{ path, reason: `is not sent with ${service}:${action.name}, which sends ${has}` }];
}

function sends(meant: Meant, name: string): boolean {
    return matchesOne(name, keysOf(meant));
}

function keysOf({ action, types }: Meant): string[] {
    const needed = action.resourceTypes.flatMap(({ conditionKeys }) => conditionKeys);
    return [...action.conditionKeys, ...needed, ...types.flatMap(({ conditionKeys }) => conditionKeys)];
}

/** A key may end in a name that is the caller's, such as that of a tag. */
function matchesOne(name: string, keys: readonly string[]): boolean {
    return keys.some((key) => {
        const [before = ""] = key.toLowerCase().split(/\$\{|(?<=\/)tag-key$/);
        return before.length === key.length ? name === before : name.startsWith(before) && name.length > before.length;
    });
}

/** Whose tokens a trust takes: their claims are keys, behind the issuer's host and path. */
function ofTokens({ Principal }: Statement): string[] {
    const federated = isObject(Principal) ? Principal.Federated : undefined;
    return [federated ?? []].flat().flatMap((one) => {
        const [, host] = typeof one === "string" ? (one.split(":oidc-provider/") as [string, string?]) : [];
        return host === undefined ? [] : [host.toLowerCase()];
    });
}
