import type { Value } from "../../core/value.ts";
import { coversAction, fits } from "./pattern.ts";
import { conditionKeys, principals, statements } from "./policy-document.ts";

/** What a denial of plain HTTP must cover at least: an action, all of a service's as `s3:*`, of a thing and of its parts. */
export interface Covered {
    action: string;
    /** ARNs; those that are not known yet are left out. */
    resources: readonly Value[];
}

/** Whether a policy denies everybody every request without TLS. */
export function refusesPlainHttp(policy: Value, { action, resources }: Covered): boolean {
    const refusing = statements(policy).filter(
        (statement) =>
            statement.at("Effect").text() === "Deny" &&
            principals(statement).some(({ kind, names }) => kind === "AWS" && names.includes("*")) &&
            statement
                .at("Action")
                .texts()
                .some((one) => coversAction(one, action)) &&
            withoutTls(statement),
    );
    // A queue and a topic have a policy each; there AWS takes a statement without a resource for all of it.
    const all = refusing.flatMap((statement) => {
        const named = statement.at("Resource");
        return named.isAbsent() && statement.at("NotResource").isAbsent() ? ["*"] : named.texts();
    });
    return all.length > 0 && resources.every((arn) => covered(arn, all));
}

function covered(arn: Value, patterns: readonly string[]): boolean {
    if (!arn.isKnown()) return true;
    const text = arn.text();
    return text === undefined || patterns.some((pattern) => fits(pattern, text));
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
