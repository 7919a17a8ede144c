import type { Value } from "../../core/value.ts";
import type { Ours } from "../foreign/ours.ts";
import { letsInOnlyOurs } from "./narrowing.ts";
import { principals } from "./policy-document.ts";

const OF_ACCOUNT = /^(?:(\d{12})|arn:aws[\w-]*:(?:iam|sts)::(\d{12}):(.+))$/;

/** Whether a statement speaks of everybody, in whichever way that is written. */
export function namesEverybody(statement: Value): boolean {
    return principals(statement).some(({ kind, names }) => kind === "AWS" && names.some(isEverybody));
}

function isEverybody(name: string): boolean {
    return /^[*?]+$/.test(name) || /^arn:aws[\w-]*:(iam|sts)::[^:]*[*?]/.test(name);
}

/** The first identity that a statement lets in and that is none of ours, as the end of a sentence. */
export function foreignPrincipal(statement: Value, ours: Ours): string | undefined {
    if (letsInOnlyOurs(statement, ours)) return undefined;
    for (const { kind, names } of principals(statement)) {
        for (const name of names) {
            const what = foreignName(kind, name, ours);
            if (what !== undefined) return what;
        }
    }
    return undefined;
}

function foreignName(kind: string, name: string, ours: Ours): string | undefined {
    // Everybody, and services, have rules of their own.
    if (kind === "Service" || isEverybody(name)) return undefined;
    if (kind === "CanonicalUser") return `lets in ${name}, an id that does not say whose it is`;
    if (kind === "Federated") return foreignIssuer(name, ours);
    const [, plain, inArn] = OF_ACCOUNT.exec(name) ?? [];
    const account = plain ?? inArn;
    if (account === undefined) return `lets in ${name}, which does not say of which account it is`;
    return ours.accounts.has(account) ? undefined : `lets in ${name}, an account that is none of ours`;
}

/** Who vouches for a federated identity: a provider of the account, named by the address of its issuer. */
function foreignIssuer(name: string, ours: Ours): string | undefined {
    const [, account = "", issuer] = /^arn:aws[\w-]*:iam::(\d{12}):oidc-provider\/(.+)$/.exec(name) ?? [];
    if (issuer === undefined) return `lets in identities for which ${name} vouches, which is none of our issuers`;
    if (!ours.accounts.has(account)) return `lets in ${name}, an account that is none of ours`;
    return isIssuer(`https://${issuer}`, ours) ? undefined : `trusts ${issuer}, which is none of our issuers`;
}

/** Whether it is the address of an issuer whom we trust; the slash at its end is part of a name. */
export function isIssuer(address: string, ours: Ours): boolean {
    return ours.issuers.has(address);
}
