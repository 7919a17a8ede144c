import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";

/** A resource as the program registered it, with the options that a test cares about. */
export interface Created {
    type: string;
    name: string;
    inputs: Record<string, unknown>;
}

const resources: Created[] = [];

/** Records what a component creates, without a cloud. Call it in `beforeEach`. */
export async function recordResources(): Promise<void> {
    resources.length = 0;
    await pulumi.runtime.setMocks(
        {
            newResource: ({ type, name, inputs }) => {
                resources.push({ type, name, inputs });
                return { id: `${name}-id`, state: { ...inputs, ...outputsOf(type, name, inputs) } };
            },
            call: ({ inputs }) => inputs,
        },
        "compliance-platform",
        "test",
    );
}

/** What a cloud would answer; short on purpose, so that a test can name it. */
function outputsOf(type: string, name: string, inputs: Record<string, unknown>): Record<string, unknown> {
    return {
        arn: `arn:${name}`,
        name: inputs.name ?? name,
        ...(type === "aws:s3/bucket:Bucket" && { bucket: name }),
        ...(type === "aws:sqs/queue:Queue" && { url: `https://queues/${name}` }),
        ...(type === "aws:kms/key:Key" && { keyId: createHash("md5").update(name).digest("hex") }),
    };
}

/** Waits until every resource created so far, exposed or not, has been registered. */
export function allRegistered(): Promise<void> {
    return pulumi.runtime.disconnect();
}

/** Everything created so far, components included. */
export function everything(): readonly Created[] {
    return resources;
}

/** Inputs of the one resource with this type and name; a component and its main child often share a name. */
export function created(type: string, name: string): Record<string, unknown> {
    const [found, ...others] = resources.filter((resource) => resource.type === type && resource.name === name);
    if (!found || others.length > 0) throw new Error(`not exactly one ${type} named ${name}`);
    return found.inputs;
}

/** Names of all resources of a type, in order. */
export function namesOf(type: string): string[] {
    return resources
        .filter((resource) => resource.type === type)
        .map(({ name }) => name)
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
