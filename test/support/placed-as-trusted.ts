import type { Configuration } from "../../infra/configuration.ts";
import { trustedBy } from "../../stacks/trusted-by.ts";
import { theConfiguration, theSources } from "./infra-parts.ts";

export interface Placed {
    accountId: string;
    subscriptionId: string;
    configuration: Pick<Configuration, "accountId" | "azure" | "sources">;
}

/** Where a stack is, by what its settings trust: the guardrails take everything else for foreign. */
export function placedAsTrusted(stack: string): Placed {
    const trusted = trustedBy(stack);
    const accountId = trusted?.accounts[0]?.id ?? "";
    const supplier = trusted?.suppliers.find(({ gives }) => gives === "role");
    const [host] = trusted?.hosts ?? [];
    const sources = theSources.flatMap((source): Configuration["sources"] => {
        if (source.kind === "https") return host ? [{ ...source, url: `https://${host.id}/latest.xml` }] : [];
        if (source.kind !== "s3") return [source];
        return supplier ? [{ ...source, roleArn: `arn:aws:iam::${supplier.id}:role/reader` }] : [];
    });
    const { azure } = theConfiguration();
    const issuer = trusted?.issuers.find(({ id }) => id.endsWith(".tokens.sts.global.api.aws"));
    return {
        accountId,
        subscriptionId: trusted?.subscriptions[0]?.id ?? "",
        configuration: {
            accountId,
            azure: { ...azure, tenantId: trusted?.tenants[0]?.id ?? "", ...(issuer && { awsIssuer: issuer.id }) },
            sources,
        },
    };
}
