import * as pulumi from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks.js";
import type { Configuration } from "../../infra/configuration.ts";
import { Platform } from "../../infra/platform.ts";
import { Callbacks } from "../../local/in-process/callbacks.ts";
import type { ResourceRecord } from "../../policies/core/resource.ts";
import { settingsOf } from "../../stacks/settings-of.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { theBundle, theConfiguration } from "./infra-parts.ts";
import { networkAnswer } from "./network-answers.ts";
import { type Placed, placedAsTrusted } from "./placed-as-trusted.ts";
import "./quick-promises.ts";

interface RegisterRequest {
    getType(): string;
    getName(): string;
    getProtect(): boolean;
    getPropertydependenciesMap(): { forEach(note: (on: { getUrnsList(): string[] }, property: string) => void): void };
}

/** Who signs the account's tokens. */
const ISSUER = "https://11111111-1111-4111-8111-111111111111.tokens.sts.global.api.aws";

/** Settings of the default providers, which the rules about places read. */
const PROVIDERS: Record<string, Record<string, unknown>> = {
    aws: { region: "eu-west-1" },
    "azure-native": { location: "westeurope" },
};

const made = new Map<string, Promise<readonly ResourceRecord[]>>();

/**
 * Every resource of the whole program for a stack, or a variant of it, as the guardrails see it, without an engine. Made once
 * in a process, which takes a second, and read-only.
 */
export function programRecords(
    stack: string,
    changes: Partial<Configuration> = {},
): Promise<readonly ResourceRecord[]> {
    const key = JSON.stringify([stack, changes]);
    const known = made.get(key) ?? makeRecords(stack, changes).then(deepFreeze);
    made.set(key, known);
    return known;
}

async function makeRecords(stack: string, changes: Partial<Configuration>): Promise<ResourceRecord[]> {
    const records: ResourceRecord[] = [];
    const requests = new Map<string, RegisterRequest>();
    const placed = placedAsTrusted(stack);
    const answers = {
        newResource: ({ type, name, inputs }: pulumi.runtime.MockResourceArgs) => {
            const id = idOf(type, name, placed);
            const state = {
                ...identity(type, name, placed),
                ...networkAnswer(type, name),
                ...inputs,
                // What Azure says of an identity, beside what was asked for it.
                ...(type === FACTORY && { identity: { ...inputs.identity, principalId: `principal-of-${name}` } }),
            };
            const request = requests.get(`${type} ${name}`);
            const dependencies: Record<string, string[]> = {};
            request?.getPropertydependenciesMap().forEach((on, property) => {
                dependencies[property] = on.getUrnsList();
            });
            const providerProps = PROVIDERS[type.split(":")[0] ?? ""];
            records.push({
                urn: `urn:pulumi:${stack}::compliance-platform::${type}::${name}`,
                type,
                name,
                props: inputs,
                outputs: { ...state, id },
                opts: { protect: request?.getProtect() ?? false },
                ...(providerProps && { provider: { type: "pulumi:providers:any", props: providerProps } }),
                propertyDependencies: dependencies,
            });
            if (type === "awsx:ec2:Vpc") records.push(networkRecord(stack, name, state));
            return { id, state };
        },
        call: ({ inputs }: pulumi.runtime.MockCallArgs) => inputs,
    };
    await pulumi.runtime.setMocks(answers, "compliance-platform", stack);
    Callbacks.install();
    const monitor: unknown = pulumi.runtime.getMonitor();
    if (!(monitor instanceof MockMonitor)) throw new Error("the mocks are not in place");
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request: RegisterRequest, callback) => {
        requests.set(`${request.getType()} ${request.getName()}`, request);
        return register(request, callback);
    };
    const configuration = theConfiguration({
        environment: stack,
        settings: changes.settings ?? settingsOf(stack),
        ...placed.configuration,
        ...changes,
    });
    new Platform("platform", configuration, theBundle);
    await pulumi.runtime.disconnect();
    return records.map(plain);
}

/** The network that `awsx` would make. */
function networkRecord(stack: string, name: string, { vpcId, tags }: Record<string, unknown>): ResourceRecord {
    const type = "aws:ec2/vpc:Vpc";
    const urn = `urn:pulumi:${stack}::compliance-platform::awsx:ec2:Vpc$${type}::${name}`;
    return { urn, type, name, props: { tags }, outputs: { id: vpcId, tags } };
}

const FACTORY = "azure-native:datafactory:Factory";

/** Ids of Azure say where a resource lies, which some rules read. */
function idOf(type: string, name: string, { subscriptionId }: Placed): string {
    const path = type.split(":");
    if (path[0] !== "azure-native") return `${path.at(-1)}/${name}`;
    return `/subscriptions/${subscriptionId}/resourceGroups/it/providers/${path.slice(1).join("/")}/${name}`;
}

/** Names as AWS makes them, so that resources find each other by value. */
function identity(type: string, name: string, { accountId }: Placed): Record<string, string> {
    const service = type.split(":")[1]?.split("/")[0] ?? "";
    const role = `arn:aws:iam::${accountId}:role/${name}`;
    const arn =
        type === "aws:iam/role:Role"
            ? role
            : `arn:aws:${service}:eu-west-1:${accountId}:${type.split(":").at(-1)}/${name}`;
    return {
        name,
        bucket: name,
        arn,
        url: `https://sqs.eu-west-1.amazonaws.com/${accountId}/${name}`,
        keyId: `key-of-${name}`,
        principalId: `principal-of-${name}`,
        clientId: `client-of-${name}`,
        issuerIdentifier: ISSUER,
        apiEndpoint: `https://${name}.execute-api.eu-west-1.amazonaws.com`,
        executionArn: `arn:aws:execute-api:eu-west-1:${accountId}:${name}`,
    };
}

/** Assets are classes, which cannot be copied and mean nothing to a rule. */
function plain(record: ResourceRecord): ResourceRecord {
    return JSON.parse(JSON.stringify(record));
}
