import { principals, statements } from "../checks/statements/policy-document.ts";
import type { Value } from "../core/value.ts";

/** One test of a condition: the operator without its prefixes and suffix. */
export interface Test {
    operator: string;
    /** In small letters, as AWS compares them. */
    key: string;
    values: readonly string[];
    ifExists: boolean;
    set: "all" | "any" | undefined;
}

/** A statement of a policy, ready to be asked many times. */
export interface Statement {
    effect: "Allow" | "Deny";
    actions: readonly string[];
    notActions: readonly string[];
    resources: readonly string[];
    notResources: readonly string[];
    principals: readonly { kind: string; names: readonly string[] }[];
    tests: readonly Test[];
}

/** The statements of a document; what is no document, or says neither Allow nor Deny, has none. */
export function readStatements(policy: Value): Statement[] {
    return statements(policy).flatMap((one) => {
        const effect = one.at("Effect").text();
        if (effect !== "Allow" && effect !== "Deny") return [];
        return [
            {
                effect,
                actions: one.at("Action").texts(),
                notActions: one.at("NotAction").texts(),
                resources: one.at("Resource").texts(),
                notResources: one.at("NotResource").texts(),
                principals: principals(one),
                tests: testsOf(one.at("Condition")),
            },
        ];
    });
}

const OPERATOR = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/i;

function testsOf(condition: Value): Test[] {
    return condition.keys().flatMap((written) => {
        const [, set, operator = "", ifExists] = OPERATOR.exec(written) ?? [];
        return condition
            .named(written)
            .keys()
            .map(
                (key): Test => ({
                    operator: operator.toLowerCase(),
                    key: key.toLowerCase(),
                    values: condition.named(written).named(key).items().map(asText),
                    ifExists: ifExists !== undefined,
                    set: set === undefined ? undefined : /all/i.test(set) ? "all" : "any",
                }),
            );
    });
}

/** Numbers and flags may be written without quotes. */
function asText(value: Value): string {
    return value.text() ?? value.flag()?.toString() ?? value.number()?.toString() ?? "";
}
