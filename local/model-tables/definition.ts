/** A definition of one value as the clouds publish them, brought to one form. */
export interface Definition {
    readonly kind: "text" | "number" | "flag" | "list" | "map" | "object" | "any";
    readonly whole?: boolean;
    readonly oneOf?: readonly (string | number | boolean)[];
    readonly pattern?: string;
    readonly shortest?: number;
    readonly longest?: number;
    readonly least?: number;
    readonly most?: number;
    readonly fewest?: number;
    readonly mostItems?: number;
    readonly unique?: boolean;
    /** Read only when they are asked for, since definitions may hold themselves. */
    readonly items?: () => Definition;
    readonly keys?: () => Definition;
    readonly properties?: Readonly<Record<string, () => Definition>>;
    /** Other names of properties, which clients of the API have for them. */
    readonly aliases?: Readonly<Record<string, string>>;
    readonly required?: readonly string[];
    readonly needs?: Readonly<Record<string, readonly string[]>>;
    readonly excludes?: Readonly<Record<string, readonly string[]>>;
    readonly exactlyOne?: readonly (readonly string[])[];
    readonly atLeastOne?: readonly (readonly string[])[];
    /** Of the variants that a property tells apart. */
    readonly variant?: (value: string) => Definition | undefined;
}
