import type { Program } from "./program.ts";

/** A limit of a cloud, and how much of it a stack takes. */
export interface Quota {
    readonly cloud: "AWS" | "Azure";
    /** Such as `Lambda`. */
    readonly of: string;
    /** As the cloud calls it, which is also how it is found where it has no code. */
    readonly name: string;
    /** Where it can be asked: what Service Quotas calls the service, and the quota where its code is published. */
    readonly asked?: { readonly service: string; readonly code?: string };
    /** What every account has; undefined where that differs by account and instance. */
    readonly standard?: number;
    /** What a new account may have at first, where that is less. */
    readonly atFirst?: number;
    /** What the number is made of. */
    readonly because: string;
    /** Where the limit is published. */
    readonly source: string;
}

/** A limit with what a stack takes of it. */
export interface Need extends Quota {
    readonly needed: number;
    /** Whether it limits what works at the same time, or how many there are. */
    readonly kind: "capacity" | "number";
}

/** How often a type is there. */
export const countOf = ({ resources }: Program, type: string, fits = (_: Record<string, unknown>) => true): number =>
    resources.filter((one) => one.type === type && fits(one.inputs)).length;
