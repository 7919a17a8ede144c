import { labelOf } from "../../baselines/planned.ts";
import type { Stood } from "../change.ts";
import type { Named, NamedResources } from "../named.ts";
import type { Danger, Severity } from "./danger.ts";

interface Opening {
    /** Last part of the type token. */
    readonly type: string;
    readonly severity: Severity;
    readonly what: string;
    readonly isOpen: (inputs: Named) => boolean;
}

const anywhere = (value: unknown) => [value].flat().some((cidr) => cidr === "0.0.0.0/0" || cidr === "::/0");

/** What makes a resource reachable from where it was not. */
const OPENINGS: readonly Opening[] = [
    ...["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].map(
        (property): Opening => ({
            type: "BucketPublicAccessBlock",
            severity: "critical",
            what: `no longer blocks public access (${property})`,
            isOpen: (inputs) => inputs[property] !== true,
        }),
    ),
    {
        type: "SecurityGroupIngressRule",
        severity: "critical",
        what: "lets in connections from anywhere",
        isOpen: ({ cidrIpv4, cidrIpv6 }) => anywhere([cidrIpv4, cidrIpv6]),
    },
    {
        type: "SecurityGroupEgressRule",
        severity: "high",
        what: "lets connections out to anywhere",
        isOpen: ({ cidrIpv4, cidrIpv6 }) => anywhere([cidrIpv4, cidrIpv6]),
    },
    {
        type: "SecurityGroup",
        severity: "critical",
        what: "lets in connections from anywhere",
        isOpen: ({ ingress }) =>
            [ingress].flat().some((rule) => anywhere([Object(rule).cidrBlocks, Object(rule).ipv6CidrBlocks].flat())),
    },
    {
        type: "Route",
        severity: "high",
        what: "leads out to the internet",
        isOpen: ({ destinationCidrBlock, gatewayId, natGatewayId }) =>
            anywhere(destinationCidrBlock) && (gatewayId ?? natGatewayId) !== undefined,
    },
    {
        type: "Route",
        severity: "critical",
        what: "answers calls without a token",
        isOpen: ({ routeKey, authorizationType }) =>
            routeKey !== undefined && (authorizationType === undefined || authorizationType === "NONE"),
    },
    {
        type: "FunctionUrl",
        severity: "critical",
        what: "answers anybody on the internet",
        isOpen: ({ authorizationType }) => authorizationType === "NONE",
    },
    {
        type: "Workgroup",
        severity: "critical",
        what: "is reachable from the internet",
        isOpen: ({ publiclyAccessible }) => publiclyAccessible === true,
    },
    {
        type: "Subnet",
        severity: "high",
        what: "gives what starts in it a public address",
        isOpen: ({ mapPublicIpOnLaunch }) => mapPublicIpOnLaunch === true,
    },
    {
        type: "StorageAccount",
        severity: "critical",
        what: "may show blobs to anybody",
        isOpen: ({ allowBlobPublicAccess }) => allowBlobPublicAccess !== false,
    },
    {
        type: "StorageAccount",
        severity: "high",
        what: "opens with a shared key",
        isOpen: ({ allowSharedKeyAccess }) => allowSharedKeyAccess !== false,
    },
    {
        type: "StorageAccount",
        severity: "critical",
        what: "is reachable from every network",
        isOpen: ({ networkRuleSet, publicNetworkAccess }) =>
            publicNetworkAccess !== "Disabled" && Object(networkRuleSet).defaultAction !== "Deny",
    },
    {
        type: "BlobContainer",
        severity: "critical",
        what: "shows its blobs to anybody",
        isOpen: ({ publicAccess }) => publicAccess !== undefined && publicAccess !== "None",
    },
    {
        type: "Factory",
        severity: "critical",
        what: "is reachable from every network",
        isOpen: ({ publicNetworkAccess }) => publicNetworkAccess !== "Disabled",
    },
    {
        type: "Workspace",
        severity: "high",
        what: "takes in and answers from every network",
        isOpen: ({ publicNetworkAccessForQuery }) => publicNetworkAccessForQuery === "Enabled",
    },
];

/** Everything of a stack that is open, by what tells it apart. */
export function openings(resources: readonly Stood[], named: NamedResources): Map<string, Danger> {
    const found = new Map<string, Danger>();
    const note = (resource: Stood, severity: Severity, what: string) => {
        found.set(`${resource.urn} ${what}`, { severity, urn: resource.urn, resource: labelOf(resource), what });
    };
    const blocked = new Set<unknown>();
    for (const resource of resources) {
        const type = resource.type.split(":").at(-1);
        const inputs = named.inputsOf(resource);
        if (type === "BucketPublicAccessBlock") blocked.add(reference(inputs.bucket));
        for (const opening of OPENINGS) {
            if (opening.type === type && opening.isOpen(inputs)) note(resource, opening.severity, opening.what);
        }
    }
    for (const resource of resources) {
        if (resource.type === "aws:s3/bucket:Bucket" && !blocked.has(labelOf(resource))) {
            note(resource, "critical", "has nothing that blocks public access");
        }
    }
    return found;
}

function reference(value: unknown): unknown {
    return typeof value === "string" ? value.replace(/^\$\{(.+)\.\w+\}$/, "$1") : value;
}
