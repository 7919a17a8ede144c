import type { Difference } from "../compare/differences.ts";
import type { Held } from "../state/held.ts";

/** A version of the model in the registry. */
export interface ModelVersion {
    group: string;
    number: number;
}

/** A place where the platform itself changes what it provisioned, so that this is no drift. */
export interface OwnChange {
    /** What changes it. */
    readonly by: string;
    readonly why: string;
    /** Type of the resource. */
    readonly type: string;
    /** Whether the platform itself makes such a difference. */
    readonly expects: (difference: Difference, resource: Held) => boolean;
    /** The version of the model that must be approved for it, where it is about one. */
    readonly needs?: (difference: Difference) => ModelVersion | undefined;
}

/** Something that the platform makes beside what it provisioned, with the same tags. */
export interface OwnResource {
    readonly by: string;
    readonly why: string;
    /** Of its ARN or id. */
    readonly pattern: RegExp;
}
