import type { Value } from "../../core/value.ts";
import type { Ours } from "../foreign/ours.ts";

/** Operators that ask for one of the values; with `IfExists` or `ForAllValues` a request without the key passes. */
const ASKING = /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike)$/i;

const ACCOUNT = /^(aws:principalaccount|aws:sourceaccount|aws:sourceowner|kms:calleraccount)$/;
const ORGANISATION = /^aws:(principal|source)orgid$/;
const ORGANISATION_PATH = /^aws:(principal|source)orgpaths$/;
const ARN = /^(aws:principalarn|aws:sourcearn|lambda:sourcefunctionarn|kms:encryptioncontext:aws:[\w:-]*arn)$/;
const NETWORK = /^aws:(sourcevpc|sourcevpce)$/;
/** Text that KMS compares with what its caller says; whoever knows it passes, but a service says only its own. */
const ENCRYPTION_CONTEXT = /^kms:encryptioncontext:.+/;

/** One key of a condition that asks for a value, with the values. */
export interface Asked {
    key: string;
    values: string[];
}

/** What the conditions of a statement ask for, all of it at once; denials of values and optional ones ask for nothing. */
export function askedBy(statement: Value): Asked[] {
    const condition = statement.at("Condition");
    return condition
        .keys()
        .filter((operator) => ASKING.test(operator))
        .flatMap((operator) =>
            condition
                .named(operator)
                .keys()
                .map((key) => ({ key: key.toLowerCase(), values: condition.named(operator).named(key).texts() })),
        );
}

/** Whether only callers whom the bank knows fulfil the conditions of a statement, whatever its principal says. */
export function letsInOnlyOurs(statement: Value, ours: Ours | undefined): boolean {
    return askedBy(statement).some(
        ({ key, values }) => values.length > 0 && values.every((one) => isOurs(key, one, ours)),
    );
}

/** Whether a service may act for us only, by the conditions of the statement. */
export function actsForOursOnly(statement: Value, ours: Ours | undefined): boolean {
    return askedBy(statement).some(
        ({ key, values }) =>
            values.length > 0 &&
            values.every((one) => isOurs(key, one, ours) || (ENCRYPTION_CONTEXT.test(key) && !/[*?]/.test(one))),
    );
}

function isOurs(key: string, value: string, ours: Ours | undefined): boolean {
    if (ACCOUNT.test(key)) return ours?.accounts.has(value) ?? /^\d{12}$/.test(value);
    if (ORGANISATION.test(key)) return ours?.organisations.has(value) ?? /^o-\w+$/.test(value);
    if (ORGANISATION_PATH.test(key)) return isOrganisation(value.split("/")[0] ?? "", ours);
    if (ARN.test(key)) return isArnOfOurs(value, ours);
    return NETWORK.test(key) && /^vpce?-\w+$/.test(value);
}

function isOrganisation(id: string, ours: Ours | undefined): boolean {
    return ours?.organisations.has(id) ?? /^o-\w+$/.test(id);
}

/** An ARN says whose it is by its account; that of a bucket does not, so it needs an account beside it. */
function isArnOfOurs(arn: string, ours: Ours | undefined): boolean {
    const account = /^arn:aws[\w-]*:[\w-]+:[^:]*:(\d{12}):/.exec(arn)?.[1];
    return account !== undefined && (ours?.accounts.has(account) ?? true);
}
