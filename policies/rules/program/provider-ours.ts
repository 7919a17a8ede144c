import type { Ours } from "../../checks/foreign/ours.ts";
import { oursOf, TRUSTED } from "../../checks/foreign/ours.ts";
import type { Judge } from "../../core/judge.ts";
import type { Resource } from "../../core/resource.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

const AWS = "pulumi:providers:aws";
const AZURE = "pulumi:providers:azure-native";
const ENTRA = "pulumi:providers:azuread";

export const providerOurs: ResourceRule = {
    name: "provider-ours",
    scope: "resource",
    why: "A provider decides in whose account, tenant and subscription everything is made, and whether it is asked at all.",
    severity: "critical",
    controls: ["pci:6.5.3", "nist:CM-6", "sox:404-change-1", "iso:A.5.23", "iso:A.8.31"],
    fix: `Name exactly the account, tenant and subscription of the environment, as in ${TRUSTED}`,
    types: [AWS, AZURE, ENTRA],
    check(provider, judge) {
        const ours = oursOf(provider);
        if (ours) CHECKS[provider.type]?.(provider, judge, ours);
    },
};

const CHECKS: Record<string, (provider: Resource, judge: Judge, ours: Ours) => void> = {
    [AWS](provider, judge, ours) {
        judge(provider.at("allowedAccountIds"), (given) => {
            const ids = listed(given);
            if (ids.length !== 1) return `names ${ids.length} accounts, not the one of this environment`;
            return ids[0] === ours.account ? undefined : `is ${ids[0]}, not the account of this environment`;
        });
        judge(provider.at("region"), (region) => {
            const name = region.text();
            if (name === undefined) return "is not set: the environment of whoever runs it would decide";
            return ours.regions.has(name) ? undefined : `is ${name}, in which nothing of ours may be`;
        });
    },
    [AZURE](provider, judge, ours) {
        judge(provider.at("tenantId"), one("tenant", ours.tenants));
        judge(provider.at("subscriptionId"), one("subscription", ours.subscriptions));
        judge(provider.at("auxiliaryTenantIds"), (others) =>
            listed(others).length === 0 ? undefined : "lets tokens of other tenants in",
        );
    },
    [ENTRA](provider, judge, ours) {
        judge(provider.at("tenantId"), one("tenant", ours.tenants));
    },
};

/** The engine hands lists over as JSON. */
function listed(value: Value): string[] {
    const inJson = value.json();
    return inJson.isAbsent() ? value.texts() : inJson.texts();
}

function one(kind: string, ours: ReadonlySet<string>) {
    return (value: Value): string | undefined => {
        const id = value.text();
        if (id === undefined) return "is not set: the session of whoever runs it would decide";
        return ours.has(id.toLowerCase()) ? undefined : `is ${id}, no ${kind} of ours`;
    };
}
