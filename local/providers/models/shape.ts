/** What a published model says of one value; made by `npm run models`, in the names of Pulumi's SDK. */
export interface Shape {
    /** `file` is an asset or an archive; `any` is what no model says more of. */
    readonly kind: "text" | "number" | "flag" | "list" | "map" | "object" | "variants" | "file" | "any";
    /** No published model of the cloud has this: only the SDK knows it. */
    readonly silent?: true;

    readonly oneOf?: readonly (string | number | boolean)[];
    readonly pattern?: string;
    readonly shortest?: number;
    readonly longest?: number;
    readonly least?: number;
    readonly most?: number;
    readonly whole?: boolean;
    /** Data Factory also takes an object that is computed when a pipeline runs. */
    readonly expression?: true;

    /** Of a list or a map: each of its values, and how many there may be. */
    readonly items?: Shape;
    readonly fewest?: number;
    readonly mostItems?: number;
    readonly unique?: boolean;
    /** Of a map: its keys. */
    readonly keys?: Shape;

    readonly properties?: Readonly<Record<string, Shape>>;
    readonly required?: readonly string[];
    /** Where the key is given, these must be too. */
    readonly needs?: Readonly<Record<string, readonly string[]>>;
    /** Where the key is given, these must not be. */
    readonly excludes?: Readonly<Record<string, readonly string[]>>;
    readonly exactlyOne?: readonly (readonly string[])[];
    readonly atLeastOne?: readonly (readonly string[])[];

    /** Of variants: the property that tells them apart, what each value of it means, and values that the table leaves out. */
    readonly by?: string;
    readonly variants?: Readonly<Record<string, Shape>>;
    readonly others?: readonly string[];
}

/** Shapes of the inputs of resources, by Pulumi's type. */
export type ShapeTable = Readonly<Record<string, Shape>>;
