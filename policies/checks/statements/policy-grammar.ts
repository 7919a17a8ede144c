import type { Value } from "../../core/value.ts";

/** Longer than any policy of AWS may be: that of a key takes 32 KiB, all others less. */
const LONGEST = 32_768;

const IN_DOCUMENT = ["Version", "Id", "Statement"];
const IN_STATEMENT = [
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
];
const KINDS = ["AWS", "Service", "Federated", "CanonicalUser"];
const OPERATOR =
    /^(For(All|Any)Values:)?(String(Not)?(Equals|EqualsIgnoreCase|Like)|Numeric(Not)?Equals|(Numeric|Date)(Less|Greater)Than(Equals)?|Date(Not)?Equals|Bool|BinaryEquals|(Not)?IpAddress|Arn(Not)?(Equals|Like)|Null)(IfExists)?$/i;

/** What keeps a policy from being read as AWS reads it; then nobody knows what it allows. */
export function misreads(policy: Value): string | undefined {
    if (policy.isAbsent()) return undefined;
    if ((policy.text()?.length ?? 0) > LONGEST) return `is longer than ${LONGEST} characters`;
    const document = policy.json();
    if (document.isAbsent()) return "is no JSON object";
    const other = document.keys().find((key) => !IN_DOCUMENT.includes(key));
    if (other !== undefined) return `has ${other}, which no policy has`;
    for (const statement of document.at("Statement").items()) {
        const fault = inStatement(statement);
        if (fault !== undefined) return `has in ${statement.path.replace(/^.*\.(Statement)/, "$1")} ${fault}`;
    }
    // `{}` says nothing; a list has no statement either, but was meant to have some.
    return document.items().length === 1 && document.items()[0] === document ? undefined : "is no JSON object";
}

function inStatement(statement: Value): string | undefined {
    const keys = statement.keys();
    if (keys.length === 0) return "no statement";
    const other = keys.find((key) => !IN_STATEMENT.includes(key));
    if (other !== undefined) return `${other}, which no statement has`;
    if (!["Allow", "Deny"].includes(statement.at("Effect").text() ?? ""))
        return "an Effect that is neither Allow nor Deny";
    for (const key of ["Action", "NotAction", "Resource", "NotResource"]) {
        const given = statement.at(key);
        if (!given.isAbsent() && !areTexts(given)) return `${/^[AEIOU]/.test(key) ? "an" : "a"} ${key} that is no text`;
    }
    for (const key of ["Principal", "NotPrincipal"]) {
        if (!isPrincipal(statement.at(key))) return `a ${key} that names nobody`;
    }
    return inCondition(statement.at("Condition"));
}

function areTexts(value: Value): boolean {
    const items = value.items();
    return items.length > 0 && items.every((item) => item.text() !== undefined);
}

function isPrincipal(value: Value): boolean {
    if (value.isAbsent() || value.text() !== undefined) return true;
    const kinds = value.keys();
    return kinds.length > 0 && kinds.every((kind) => KINDS.includes(kind) && areTexts(value.named(kind)));
}

function inCondition(condition: Value): string | undefined {
    if (condition.isAbsent()) return undefined;
    if (condition.items()[0] !== condition || isScalar(condition)) return "a Condition that is no object";
    for (const operator of condition.keys()) {
        if (!OPERATOR.test(operator)) return `a Condition with ${operator}, which is no operator`;
        const asked = condition.named(operator);
        const keys = asked.keys();
        if (keys.length === 0 || !keys.every((key) => areScalars(asked.named(key))))
            return `a Condition whose ${operator} compares nothing`;
    }
    return undefined;
}

function areScalars(value: Value): boolean {
    const items = value.items();
    return items.length > 0 && items.every(isScalar);
}

function isScalar(value: Value): boolean {
    return value.text() !== undefined || value.number() !== undefined || value.flag() !== undefined;
}
