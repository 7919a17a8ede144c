import { RESOURCE_REFERENCE, SIGNATURE } from "../../store/signatures.ts";
import type { Properties } from "../../store/value.ts";

/** A resource that the engine knows. */
export interface Registered {
    readonly urn: string;
    /** Unknown in a preview that cannot tell; empty for a component. */
    readonly id: string;
    readonly version: string;
}

export interface Child {
    readonly type: string;
    readonly name: string;
    readonly inputs: Properties;
    readonly parent: Registered;
    /** Inputs that are made of other resources. */
    readonly madeFrom?: Readonly<Record<string, readonly Registered[]>>;
    readonly dependsOn?: readonly Registered[];
}

/** Registers what a component is made of, on behalf of the provider that builds it. */
export interface Registrar {
    /** The component itself, with the options that the program gave it. */
    component(inputs: Properties): Promise<Registered>;
    child(child: Child): Promise<Registered>;
    invoke(token: string, args: Properties): Promise<Properties>;
    finish(component: Registered, outputs: Properties): Promise<void>;
}

/** A resource as an output: the program's SDK makes an object of its class from it, or the id. */
export function reference({ urn, id, version }: Registered): Properties {
    return { [SIGNATURE]: RESOURCE_REFERENCE, urn, id, packageVersion: version };
}
