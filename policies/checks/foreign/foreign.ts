import type { Ours } from "./ours.ts";

/** Most texts name nobody; this tells them quickly from those that may. */
const MAY_NAME = /\d{12}|subscriptions\/|windows\.net\/|microsoftonline\.com\//i;
/** Documents in which twelve digits alone are an account, as a principal or in a condition. */
const POLICY_FIELD = /policy(document)?$/i;
const QUOTED_ACCOUNT = /"(\d{12})"/g;
/** A security group of another account stands behind the account. */
const GROUP_OF_ACCOUNT = /^(\d{12})\/sg-/;

const ARN = /arn:aws[\w-]*:([\w-]+):[\w-]*:(\d{12}):([^\s"'\\,]*)/g;
const QUEUE_URL = /\bqueue\.amazonaws\.com\/(\d{12})\/|\bsqs\.[\w-]+\.amazonaws\.com(?:\.cn)?\/(\d{12})\//g;
const IMAGE = /\b(\d{12})\.dkr\.ecr[\w.-]*\./g;
const SUBSCRIPTION = /\/subscriptions\/([^/\s"'\\,]+)/gi;
const TENANT = /\b(?:sts\.windows\.net|login\.microsoftonline\.com)\/([\w.-]+)/gi;
/** Fields that name the image of a container. */
const IMAGE_FIELD = /^image(Uri)?$/i;
const IN_A_REGISTRY_OF_AWS = /^\d{12}\.dkr\.ecr[\w.-]*\.amazonaws\.com(\.cn)?\//;
/** Names of properties whose whole value is an account, a tenant or a subscription. */
const ACCOUNT_FIELD = /account|catalog|owner|principal|registry/i;
const TENANT_FIELD = /tenant_?id$/i;
const SUBSCRIPTION_FIELD = /subscription_?id$/i;

/** The first thing that a text names and that nobody of ours owns, as a sentence begun by the property. */
export function foreignIn(text: string, field: string, ours: Ours): string | undefined {
    if (TENANT_FIELD.test(field)) return ours.tenants.has(text.toLowerCase()) ? undefined : tenant(text);
    if (SUBSCRIPTION_FIELD.test(field))
        return ours.subscriptions.has(text.toLowerCase()) ? undefined : subscription(text);
    if (IMAGE_FIELD.test(field) && !IN_A_REGISTRY_OF_AWS.test(text))
        return "is an image of a registry that is none of ours";
    if (!MAY_NAME.test(text)) return undefined;
    if (/^\d{12}$/.test(text)) {
        return ACCOUNT_FIELD.test(field) && !ours.accounts.has(text) ? `is the account ${text}, ${FOREIGN}` : undefined;
    }
    const owner = GROUP_OF_ACCOUNT.exec(text)?.[1];
    if (owner !== undefined && !ours.accounts.has(owner)) return `names a group of the account ${owner}, ${FOREIGN}`;
    if (POLICY_FIELD.test(field)) {
        for (const [, account = ""] of text.matchAll(QUOTED_ACCOUNT)) {
            if (!ours.accounts.has(account)) return `names the account ${account}, ${FOREIGN}`;
        }
    }
    for (const [, service = "", account = "", rest = ""] of text.matchAll(ARN)) {
        if (ours.accounts.has(account) || given(ours, account, service, rest)) continue;
        return `names ${service} of the account ${account}, ${FOREIGN}`;
    }
    for (const [, one, other] of text.matchAll(QUEUE_URL)) {
        const account = one ?? other ?? "";
        if (!ours.accounts.has(account)) return `names a queue of the account ${account}, ${FOREIGN}`;
    }
    for (const [, account = ""] of text.matchAll(IMAGE)) {
        if (ours.accounts.has(account) || ours.suppliers.get(account) === "image") continue;
        return `names an image of the account ${account}, ${FOREIGN}`;
    }
    for (const [, id = ""] of text.matchAll(SUBSCRIPTION)) {
        if (!ours.subscriptions.has(id.toLowerCase())) return subscription(id);
    }
    for (const [, id = ""] of text.matchAll(TENANT)) {
        if (!ours.tenants.has(id.toLowerCase())) return tenant(id);
    }
    return undefined;
}

const FOREIGN = "which is none of ours";

/** A supplier's role may be assumed and its image run, nothing else of it used. */
function given(ours: Ours, account: string, service: string, rest: string): boolean {
    const gives = ours.suppliers.get(account);
    if (gives === "role") return service === "iam" && /^role\/[^*?]+$/.test(rest);
    return gives === "image" && service === "ecr" && /^repository\/[^*?]+$/.test(rest);
}

function tenant(id: string): string {
    return `names the tenant ${id}, ${FOREIGN}`;
}

function subscription(id: string): string {
    return `names the subscription ${id}, ${FOREIGN}`;
}
