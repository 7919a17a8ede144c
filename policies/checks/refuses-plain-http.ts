import type { Value } from "../core/value.ts";
import { conditionKeys, principals, statements } from "./policy-document.ts";

/** Whether a policy denies everybody every request without TLS. `action` is what the denial must cover at least. */
export function refusesPlainHttp(policy: Value, action: string): boolean {
    return statements(policy).some(
        (statement) =>
            statement.at("Effect").text() === "Deny" &&
            principals(statement).some(({ kind, names }) => kind === "AWS" && names.includes("*")) &&
            statement
                .at("Action")
                .texts()
                .some((one) => covers(one, action)) &&
            withoutTls(statement),
    );
}

/** The denial must depend on TLS alone, since every further condition leaves a way around it. */
function withoutTls(statement: Value): boolean {
    const condition = statement.at("Condition");
    const secure = ["Bool", "BoolIfExists"].flatMap((operator) =>
        condition
            .at(operator)
            .keys()
            .filter((key) => key.toLowerCase() === "aws:securetransport")
            .map((key) => condition.at(operator).named(key).flag()),
    );
    return secure.length === 1 && secure[0] === false && conditionKeys(statement).length === 1;
}

function covers(given: string, wanted: string): boolean {
    const [one, other] = [given.toLowerCase(), wanted.toLowerCase()];
    return one === "*" || one === other || one === `${other.split(":")[0]}:*`;
}
