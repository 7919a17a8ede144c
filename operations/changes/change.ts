import type { Planned } from "../baselines/planned.ts";

export type Operation = "create" | "update" | "replace" | "delete" | "same";

export interface PropertyChange {
    /** Such as `rules[0].expiration.days`. */
    readonly path: string;
    readonly kind: "add" | "delete" | "update";
    /** Whether this very property takes a new resource. */
    readonly replaces: boolean;
    /** As it may be shown: never a secret. */
    readonly before?: unknown;
    readonly after?: unknown;
}

/** What becomes of one resource. */
export interface Change {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly operation: Operation;
    readonly properties: readonly PropertyChange[];
    readonly before?: Stood;
    readonly after?: Stood;
}

/** A resource at one time, with all that is said of what happens to it. Secrets in it are hidden. */
export interface Stood extends Planned {
    /** Stays in the cloud when the program no longer has it. */
    readonly retainOnDelete?: boolean;
    /** URNs of the resources that its properties were made from, where that is known. */
    readonly dependencies?: readonly string[];
}

/** All resources of a stack before and after. */
export interface Changes {
    readonly changes: readonly Change[];
    /** Absent when there is nothing to compare with. */
    readonly before?: readonly Stood[];
    readonly after: readonly Stood[];
}
