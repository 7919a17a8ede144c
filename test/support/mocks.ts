import * as pulumi from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks.js";
import { Callbacks } from "../../local/in-process/callbacks.ts";
import { networkAnswer } from "./network-answers.ts";
import "./quick-promises.ts";

/** A resource as the program registered it. */
export interface Created {
    type: string;
    name: string;
    inputs: Record<string, unknown>;
    /** Whether a destroy must leave it. */
    isProtected: boolean;
    /** Whether the cloud keeps it when the program no longer has it. */
    isRetained: boolean;
    /** Inputs that the program sets once and leaves to others afterwards. */
    ignores: string[];
    /** Type and name of the resources that must be there first. */
    dependsOn: string[];
}

const resources: Created[] = [];

/** Records what a component creates, without a cloud. Call it in `beforeEach`. */
export async function recordResources(): Promise<void> {
    resources.length = 0;
    await pulumi.runtime.setMocks(
        {
            newResource: ({ type, name, inputs }) => {
                resources.push({ type, name, inputs, ...optionsOf(type, name) });
                return { id: `${name}-id`, state: { ...inputs, ...answer(type, name, inputs) } };
            },
            call: ({ inputs }) => inputs,
        },
        "compliance-platform",
        "test",
    );
    Callbacks.install();
    noteRequests();
}

interface RegisterRequest {
    getType(): string;
    getName(): string;
    getProtect(): boolean;
    getRetainondelete(): boolean;
    getIgnorechangesList(): string[];
    getDependenciesList(): string[];
}

const requests: RegisterRequest[] = [];

/** Pulumi's mocks are told the inputs of a resource only; its options are in the request. */
function noteRequests(): void {
    requests.length = 0;
    const monitor: unknown = pulumi.runtime.getMonitor();
    if (!(monitor instanceof MockMonitor)) throw new Error("the mocks are not in place");
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request: RegisterRequest, callback) => {
        requests.push(request);
        return register(request, callback);
    };
}

function optionsOf(type: string, name: string): Pick<Created, "isProtected" | "isRetained" | "ignores" | "dependsOn"> {
    const request = requests.find((candidate) => candidate.getType() === type && candidate.getName() === name);
    const dependsOn = request?.getDependenciesList().map((urn) => urn.split("::").slice(2).join(" ")) ?? [];
    return {
        isProtected: request?.getProtect() ?? false,
        isRetained: request?.getRetainondelete() ?? false,
        ignores: request?.getIgnorechangesList() ?? [],
        dependsOn,
    };
}

/** What a cloud would answer; short on purpose, so that a test can name it. */
function answer(type: string, name: string, inputs: Record<string, unknown>): Record<string, unknown> {
    const named = { name: inputs.name ?? name, bucket: inputs.bucket ?? name };
    const [, service = ""] = /^aws:(\w+)/.exec(type) ?? [];
    const other = networkAnswer(type, name);
    return {
        ...other,
        ...named,
        arn: `arn:${service}:${name}`,
        url: `https://queues/${name}`,
        keyId: `key-of-${name}`,
        ...(type === "azure-native:datafactory:Factory" && { identity: { principalId: `principal-of-${name}` } }),
        ...(type.startsWith("azure-native:managedidentity:") && {
            principalId: `principal-of-${name}`,
            clientId: `client-of-${name}`,
        }),
        ...(type.startsWith("azuread:") && { clientId: `client-of-${name}` }),
        ...(type === "aws:iam/outboundWebIdentityFederation:OutboundWebIdentityFederation" && {
            issuerIdentifier: `https://${name}.tokens.sts.global.api.aws`,
        }),
        ...(type === "aws:apigatewayv2/api:Api" && {
            apiEndpoint: `https://${name}`,
            executionArn: `arn:execute:${name}`,
        }),
    };
}

/** Puts what was recorded before in the place of what is. */
export function recordedBefore(earlier: readonly Created[]): void {
    resources.splice(0, resources.length, ...earlier);
}

/** Waits until every resource created so far, exposed or not, has been registered. */
export function allRegistered(): Promise<void> {
    return pulumi.runtime.disconnect();
}

/** Everything created so far, components included. */
export function everything(): readonly Created[] {
    return resources;
}

/** The one resource with this type and name; a component and its main child often share a name. */
export function found(type: string, name: string): Created {
    const [first, ...others] = resources.filter((resource) => resource.type === type && resource.name === name);
    if (!first || others.length > 0) throw new Error(`not exactly one ${type} named ${name}`);
    return first;
}

/** Inputs of the one resource with this type and name. */
export function created(type: string, name: string): Record<string, unknown> {
    return found(type, name).inputs;
}

/** Names of all resources of a type, in order. */
export function namesOf(type: string): string[] {
    const ofType = resources.filter((resource) => resource.type === type);
    return ofType.map(({ name }) => name).sort();
}

/** What a destroy must leave: type and name of each. */
export function protectedResources(): string[] {
    return resources
        .filter(({ isProtected }) => isProtected)
        .map(({ type, name }) => `${type} ${name}`)
        .sort();
}

/** The statements of a policy that is a property of a resource. */
export function statements(type: string, name: string, property = "policy"): unknown[] {
    const policy = created(type, name)[property];
    if (typeof policy !== "string") throw new Error(`${type} named ${name} has no ${property}`);
    return JSON.parse(policy).Statement;
}

/** The plain value of an output, or of anything that contains outputs. */
export function value<T>(input: T): Promise<pulumi.Unwrap<T>> {
    return new Promise((resolve) => void pulumi.output(input).apply(resolve));
}
