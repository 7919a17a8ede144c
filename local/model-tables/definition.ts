import type { Shape } from "../providers/models/shape.ts";

/** What a value, or how many of them, may be: the same in both forms. */
type Limits = Pick<
    Shape,
    | ("oneOf" | "pattern" | "shortest" | "longest" | "least" | "most" | "whole")
    | ("fewest" | "mostItems" | "unique")
    | ("required" | "needs" | "excludes" | "exactlyOne" | "atLeastOne")
>;

/** A definition of one value as the clouds publish them, brought to one form. */
export interface Definition extends Limits {
    readonly kind: "text" | "number" | "flag" | "list" | "map" | "object" | "any";
    /** Read only when they are asked for, since definitions may hold themselves. */
    readonly items?: () => Definition;
    readonly keys?: () => Definition;
    readonly properties?: Readonly<Record<string, () => Definition>>;
    /** Other names of properties, which clients of the API have for them. */
    readonly aliases?: Readonly<Record<string, string>>;
    /** Of the variants that a property tells apart. */
    readonly variant?: (value: string) => Definition | undefined;
}
