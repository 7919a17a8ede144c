import { trustedBy } from "../../../stacks/trusted-by.ts";

/** Whom a stack trusts. What is in no list is foreign. */
export interface Ours {
    readonly accounts: ReadonlySet<string>;
    /** The platform's own account, the first of the list. */
    readonly account: string | undefined;
    /** What an account of others gives, by the account. */
    readonly suppliers: ReadonlyMap<string, "role" | "image">;
    readonly organisations: ReadonlySet<string>;
    readonly tenants: ReadonlySet<string>;
    readonly subscriptions: ReadonlySet<string>;
    readonly issuers: ReadonlySet<string>;
    readonly repositories: ReadonlySet<string>;
    readonly regions: ReadonlySet<string>;
    readonly hosts: ReadonlySet<string>;
}

const known = new Map<string, Ours | undefined>();

/** From the settings of the stack; nothing for a stack without settings, of which `stack-known` tells. */
export function oursOf({ stack }: { stack: string }): Ours | undefined {
    if (!known.has(stack)) known.set(stack, read(stack));
    return known.get(stack);
}

function read(stack: string): Ours | undefined {
    const trusted = trustedBy(stack);
    if (trusted === undefined) return undefined;
    const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
    const tenants = ids(trusted.tenants);
    return {
        accounts: ids(trusted.accounts),
        account: trusted.accounts[0]?.id,
        suppliers: new Map(trusted.suppliers.map(({ id, gives }) => [id, gives])),
        organisations: ids(trusted.organisations),
        tenants,
        subscriptions: ids(trusted.subscriptions),
        // A tenant vouches for its own identities.
        issuers: new Set([...ids(trusted.issuers), ...[...tenants].map((id) => `https://sts.windows.net/${id}/`)]),
        repositories: ids(trusted.repositories),
        regions: ids(trusted.regions),
        hosts: ids(trusted.hosts),
    };
}

/** Where whom we trust is written down, for the fix of a rule. */
export const TRUSTED = "trusted of stacks/<stack>.ts";
