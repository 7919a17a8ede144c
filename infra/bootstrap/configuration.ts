import { Config, RunError } from "@pulumi/pulumi";
import * as z from "zod/mini";
import { faultsIn, tell } from "../../stacks/fault.ts";
import { settingsOf } from "../../stacks/settings-of.ts";
import type { EnvironmentTags } from "../tags.ts";
import type { DeliveryIdentitiesArgs } from "./delivery-identities.ts";
import type { DeliveryRolesArgs } from "./delivery-roles.ts";
import type { StateBackendArgs } from "./state-backend.ts";

/** The project whose state is kept and whose pipelines act; a test compares it with `Pulumi.yaml`. */
export const PROJECT = "compliance-platform";

/** A state that a bad update wrote over is noticed within weeks; auditors ask for a year. */
const OLDER_VERSION_DAYS = 400;

const matching = (pattern: RegExp, error: string) => z.string({ error }).check(z.regex(pattern, { error }));
const account = "a list of exactly one AWS account, 12 digits in quotes";
const guid = matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "a GUID in small letters");
const group = (error: string) => matching(/^[\w().-]{0,89}[\w()-]$/, error);
const groups = "a list of names of resource groups, which may be empty";

const StackConfiguration = z.strictObject({
    "aws:region": matching(/^[a-z]{2}(-[a-z]+)+-\d$/, "an AWS region such as eu-west-1"),
    "aws:allowedAccountIds": z.tuple([matching(/^\d{12}$/, account)], { error: account }),
    "azure-native:location": matching(/^[a-z]+\d?$/, "an Azure location such as westeurope"),
    "azure-native:tenantId": guid,
    "azure-native:subscriptionId": guid,
    "compliance-platform-bootstrap:repository": matching(
        /^[A-Za-z0-9][A-Za-z0-9-]{0,38}(@\d+\/[\w.-]{1,100}@\d+|\/[\w.-]{1,100})$/,
        "owner and repository as GitHub's tokens name them, such as bank@1234/platform@5678, or bank/platform",
    ),
    "compliance-platform-bootstrap:branch": matching(/^[\w.-]+(\/[\w.-]+)*$/, "the name of a branch, such as main"),
    "compliance-platform-bootstrap:ownsGithubProvider": z.boolean({ error: "true or false" }),
    "compliance-platform-bootstrap:identityGroup": group("the name of a resource group on Azure"),
    "compliance-platform-bootstrap:resourceGroups": z.array(group(groups), { error: groups }),
});

/** What exists before a stack, and for whom. */
export interface BootstrapConfiguration {
    state: StateBackendArgs;
    roles: Omit<DeliveryRolesArgs, "state">;
    identities: DeliveryIdentitiesArgs;
}

/** From the stack's file here and its settings; all faults of the file come together. */
export function bootstrapConfiguration(stack: string): BootstrapConfiguration {
    const { tags: own, retention } = settingsOf(stack);
    const written = Object.fromEntries(Object.keys(StackConfiguration.shape).map((key) => [key, read(key)]));
    const faults = faultsIn(StackConfiguration, written).map(tell);
    if (faults.length > 0) throw new RunError([`In infra/bootstrap/Pulumi.${stack}.yaml:`, ...faults].join("\n  "));
    const checked = StackConfiguration.parse(written);

    const [accountId] = checked["aws:allowedAccountIds"];
    const region = checked["aws:region"];
    const tags: EnvironmentTags = { environment: stack, ...own };
    const pipelines = {
        repository: checked["compliance-platform-bootstrap:repository"],
        branch: checked["compliance-platform-bootstrap:branch"],
        environment: stack,
        tags,
    };
    return {
        state: {
            accountId,
            region,
            olderVersionDays: OLDER_VERSION_DAYS,
            accessLogDays: retention.accessLogDays,
            tags,
        },
        roles: {
            ...pipelines,
            accountId,
            region,
            regions: [region],
            project: PROJECT,
            ownsProvider: checked["compliance-platform-bootstrap:ownsGithubProvider"],
        },
        identities: {
            ...pipelines,
            location: checked["azure-native:location"],
            subscriptionId: checked["azure-native:subscriptionId"],
            identityGroup: checked["compliance-platform-bootstrap:identityGroup"],
            resourceGroups: checked["compliance-platform-bootstrap:resourceGroups"],
        },
    };
}

/** Pulumi hands everything over as text; lists and flags are JSON. */
function read(key: string): unknown {
    const [namespace = "", name = ""] = key.split(":");
    const text = new Config(namespace).get(name);
    if (text === undefined || !/^(\[|\{|(true|false)$)/.test(text)) return text;
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}
