import * as z from "zod/mini";
import { GROUP, oneOf, reason } from "./fields.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Entries of one kind; each says why it is trusted, so that a review can weigh it. */
function each(pattern: RegExp, error: string) {
    const id = z.string({ error }).check(z.regex(pattern, { error }));
    return z.array(z.strictObject({ id, reason: reason() }, { error: "{ id, reason }" }), {
        error: "a list of { id, reason }",
    });
}

const account = "the 12 digits of an AWS account";

/**
 * Whom an environment trusts. `Pulumi.<stack>.yaml` says who and where; the guardrails hold the program to what stands
 * here, and whatever stands in neither list is foreign.
 */
export const trusted = z.strictObject(
    {
        /** AWS accounts that are ours: their identities may be let in. The platform's own comes first. */
        accounts: each(/^\d{12}$/, account),
        /** Accounts of others from which something is taken and to which nothing is given. */
        suppliers: z.array(
            z.strictObject(
                {
                    id: z.string({ error: account }).check(z.regex(/^\d{12}$/, { error: account })),
                    /** A role that a function may assume there, or an image that is run here. */
                    gives: oneOf(["role", "image"]),
                    reason: reason(),
                },
                { error: "{ id, gives, reason }" },
            ),
            { error: "a list of { id, gives, reason }" },
        ),
        /** Organisations of AWS, all of whose accounts are ours. */
        organisations: each(/^o-[a-z0-9]{10,32}$/, "the id of an organisation such as o-a1b2c3d4e5"),
        /** Tenants of Entra. */
        tenants: each(GUID, "a GUID in small letters"),
        /** Subscriptions of Azure. */
        subscriptions: each(GUID, "a GUID in small letters"),
        /** Who may vouch for identities, beside the tenants and the accounts themselves: the address of an OIDC issuer. */
        issuers: each(/^https:\/\/[\w.-]+(\/[\w.-]+)*\/?$/, "the https address of an issuer"),
        /** Repositories whose pipelines may act here, as GitHub's tokens name them. */
        repositories: each(
            /^[A-Za-z0-9][\w-]*(@\d+)?\/[\w.-]+(@\d+)?$/,
            "owner and repository, such as bank@1234/platform@5678 or bank/platform",
        ),
        /** Regions of AWS and locations of Azure in which something may be. */
        regions: each(/^([a-z]{2}(-[a-z]+)+-\d|[a-z]+\d?)$/, "a region such as eu-west-1 or westeurope"),
        /** Hosts, outside what the program itself makes, that data may go to or come from. */
        hosts: each(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "the name of a host in small letters"),
    },
    { error: GROUP },
);

export type Trusted = z.infer<typeof trusted>;
