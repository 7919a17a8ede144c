import type { LiveResource } from "./live-binding.ts";

/** The properties of a resource or of a part of one, as Pulumi names them. */
export type Inputs = Record<string, unknown>;

/** A property that must be there. */
export function text(resource: LiveResource, property: string): string {
    const value = resource.inputs[property] ?? resource.outputs[property];
    if (typeof value !== "string" || value === "") {
        throw new Error(
            `${resource.urn}: ${property} must be a text to make it in the local services, got ${show(value)}`,
        );
    }
    return value;
}

export function optionalText(inputs: Inputs, property: string): string | undefined {
    const value = inputs[property];
    return typeof value === "string" && value !== "" ? value : undefined;
}

/** Numbers of a Pulumi program may arrive as text. */
export function optionalNumber(inputs: Inputs, property: string): number | undefined {
    const value = inputs[property];
    return value === undefined || value === null || value === "" ? undefined : Number(value);
}

export function optionalFlag(inputs: Inputs, property: string): boolean | undefined {
    const value = inputs[property];
    return typeof value === "boolean" ? value : undefined;
}

/** A nested object; Pulumi gives some single ones as a list of one. */
export function part(inputs: Inputs, property: string): Inputs | undefined {
    const value = inputs[property];
    const one = Array.isArray(value) ? value[0] : value;
    return typeof one === "object" && one !== null ? (one as Inputs) : undefined;
}

export function parts(inputs: Inputs, property: string): Inputs[] {
    const value = inputs[property];
    return Array.isArray(value) ? (value as Inputs[]) : [];
}

export function texts(inputs: Inputs, property: string): string[] | undefined {
    const value = inputs[property];
    return Array.isArray(value) ? value.map(String) : undefined;
}

/** A map of texts, such as the environment of a function. */
export function textMap(inputs: Inputs, property: string): Record<string, string> {
    return Object.fromEntries(Object.entries(part(inputs, property) ?? {}).map(([key, value]) => [key, String(value)]));
}

function show(value: unknown): string {
    return value === undefined ? "nothing" : typeof value;
}
