import { isObject, type Properties } from "../../store/value.ts";
import type { Failure } from "../checks/check.ts";
import { pattern } from "../checks/common.ts";
import type { Cloud } from "../cloud.ts";
import type { ProviderPackage } from "../session.ts";
import { awsTypes } from "../types/aws/index.ts";
import { awsInvokes } from "./aws-invokes.ts";

/** Used when the configuration names none: the account of AWS's own examples, and AWS's default region. */
const FALLBACK_ACCOUNT = "123456789012";
const FALLBACK_REGION = "us-east-1";

const checks = [
    pattern("region", /^[a-z]{2}(-[a-z]+)+-\d$/, "an AWS region such as eu-west-1"),
    pattern("allowedAccountIds[*]", /^\d{12}$/, "an account id of 12 digits"),
];

export const aws: ProviderPackage = {
    name: "aws",
    types: awsTypes,
    invokes: awsInvokes,
    checkConfig: (config): Failure[] => checks.flatMap((check) => check(config)),
    cloud: (config): Cloud => {
        const region = text(config.region) ?? FALLBACK_REGION;
        const accounts = config.allowedAccountIds;
        return {
            accountId: (Array.isArray(accounts) ? text(accounts[0]) : undefined) ?? FALLBACK_ACCOUNT,
            region,
            ...partitionOf(region),
            defaultTags: defaultTags(config),
            subscriptionId: "",
            tenantId: "",
            location: undefined,
        };
    },
};

function partitionOf(region: string): Pick<Cloud, "partition" | "dnsSuffix"> {
    if (region.startsWith("cn-")) return { partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" };
    if (region.startsWith("us-gov-")) return { partition: "aws-us-gov", dnsSuffix: "amazonaws.com" };
    return { partition: "aws", dnsSuffix: "amazonaws.com" };
}

function defaultTags({ defaultTags: given }: Properties): Properties {
    return isObject(given) && isObject(given.tags) ? given.tags : {};
}

function text(value: unknown): string | undefined {
    return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
