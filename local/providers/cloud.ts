import type { Properties } from "../store/value.ts";

/** The imagined account and subscription, from the provider's configuration. */
export interface Cloud {
    readonly accountId: string;
    readonly region: string;
    readonly partition: string;
    /** End of AWS host names. */
    readonly dnsSuffix: string;
    /** Tags that the provider puts on every resource. */
    readonly defaultTags: Properties;
    readonly subscriptionId: string;
    readonly tenantId: string;
    readonly location: string | undefined;
}
