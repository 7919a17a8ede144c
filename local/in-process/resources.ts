import type { Properties } from "../store/value.ts";

/** Where in the code that runs a resource is constructed. */
export interface Site {
    readonly file: string;
    readonly line: number;
    readonly column: number;
}

/** A former name of a resource: its URN, or what of it was different. An empty parent is the stack. */
export type FormerName =
    | { readonly urn: string }
    | { readonly type?: string; readonly name?: string; readonly parent?: string };

/** A resource that the program, or a component outside it, wants to have. */
export interface Wanted {
    readonly type: string;
    readonly name: string;
    readonly parent: string;
    /** False for components. */
    readonly custom: boolean;
    readonly inputs: Properties;
    readonly protect?: boolean | undefined;
    /** Reference of the explicit provider, URN and id; empty for the default one. */
    readonly providerReference: string;
    /** References by package: what the children of a component use. */
    readonly providers: Readonly<Record<string, string>>;
    /** Version of the SDK that the class of the resource is of. */
    readonly version: string;
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    readonly additionalSecretOutputs: readonly string[];
    /** Inputs, as paths, that are left as they are in the cloud. */
    readonly ignoreChanges: readonly string[];
    /** Whether it stays in the cloud when the program no longer has it. */
    readonly retainOnDelete: boolean;
    /** What it was called before. */
    readonly aliases: readonly FormerName[];
    readonly site?: Site | undefined;
}

/** A resource as the engine knows it after it was registered. */
export interface Known extends Omit<Wanted, "inputs"> {
    readonly urn: string;
    /** Empty where a preview cannot tell it, and for components. */
    id: string;
    /** As the provider's Check left them. */
    inputs: Properties;
    outputs: Properties;
    /** URN of the provider that manages it. */
    provider?: string;
}

/** A resource without anything special about it. */
export const PLAIN = {
    providerReference: "",
    providers: {},
    version: "",
    propertyDependencies: {},
    additionalSecretOutputs: [],
    ignoreChanges: [],
    retainOnDelete: false,
    aliases: [],
} as const;
