import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Definition } from "./definition.ts";
import { type Formats, formatsOf } from "./formats.ts";
import { patternForJavaScript } from "./pattern.ts";

/** What of JSON Schema, and of cfn-lint's words beside it, is read. */
interface Schema {
    readonly $ref?: string;
    readonly type?: string | readonly string[];
    readonly enum?: readonly (string | number | boolean)[];
    readonly const?: string;
    readonly pattern?: string;
    readonly format?: string;
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly minItems?: number;
    readonly maxItems?: number;
    readonly uniqueItems?: boolean;
    readonly items?: Schema;
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly patternProperties?: Readonly<Record<string, Schema>>;
    readonly required?: readonly string[];
    readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
    readonly dependentExcluded?: Readonly<Record<string, readonly string[]>>;
    readonly requiredXor?: readonly string[];
    readonly requiredOr?: readonly string[];
    readonly definitions?: Readonly<Record<string, Schema>>;
}

/** The schemas of CloudFormation's registry, as cfn-lint has them. */
export class CloudFormation {
    private readonly folder: string;
    private readonly files: Readonly<Record<string, string>>;
    private readonly formats: Formats;

    constructor(packages: string) {
        this.folder = join(packages, "cfnlint", "data", "schemas");
        // One region of those in which the platform may be; a type has one schema wherever it is the same.
        this.files = JSON.parse(readFileSync(join(this.folder, "providers", "eu-west-1.json"), "utf8"));
        this.formats = formatsOf(join(packages, "cfnlint", "rules", "formats"));
    }

    /** Day of the schemas. */
    get date(): string {
        const { schema_date } = JSON.parse(readFileSync(join(this.folder, "version.json"), "utf8"));
        return String(schema_date).slice(0, 10);
    }

    definitionOf(type: string): Definition {
        const file = this.files[type];
        if (file === undefined) throw new Error(`CloudFormation has no ${type}`);
        const schema: Schema = JSON.parse(readFileSync(join(this.folder, "resources", `${file}.json`), "utf8"));
        return read(schema, { schema, formats: this.formats });
    }
}

interface Root {
    readonly schema: Schema;
    readonly formats: Formats;
}

function read(given: Schema, root: Root): Definition {
    const schema = resolved(given, root.schema);
    const pattern = schema.pattern ?? root.formats[schema.format ?? ""];
    const inside = (one: Schema) => () => read(one, root);
    const [anyKey] = Object.entries(schema.patternProperties ?? {});
    return {
        kind: kindOf(schema),
        whole: [schema.type].flat().includes("integer"),
        ...(schema.enum && { oneOf: schema.enum }),
        ...(pattern !== undefined && { pattern: patternForJavaScript(pattern) }),
        ...limit("shortest", schema.minLength),
        ...limit("longest", schema.maxLength),
        ...limit("least", schema.minimum),
        ...limit("most", schema.maximum),
        ...limit("fewest", schema.minItems),
        ...limit("mostItems", schema.maxItems),
        ...limit("unique", schema.uniqueItems || undefined),
        ...(schema.items && { items: inside(schema.items) }),
        ...(anyKey && {
            items: inside(anyKey[1]),
            keys: () => ({ kind: "text", pattern: patternForJavaScript(anyKey[0]) }),
        }),
        ...(schema.properties && {
            properties: Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, inside(one)])),
        }),
        ...(schema.required && { required: schema.required }),
        ...(schema.dependentRequired && { needs: schema.dependentRequired }),
        ...(schema.dependentExcluded && { excludes: schema.dependentExcluded }),
        ...(schema.requiredXor && { exactlyOne: [schema.requiredXor] }),
        ...(schema.requiredOr && { atLeastOne: [schema.requiredOr] }),
    };
}

function limit<K extends string, T>(name: K, value: T | undefined): Partial<Record<K, T>> {
    return value === undefined ? {} : ({ [name]: value } as Record<K, T>);
}

function resolved(schema: Schema, root: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    const steps = schema.$ref.replace("#/", "").split("/");
    const found = steps.reduce<unknown>((here, step) => (here as Record<string, unknown>)[step], root) as Schema;
    return resolved({ ...found, ...(schema.enum && { enum: schema.enum }) }, root);
}

function kindOf(schema: Schema): Definition["kind"] {
    if (schema.properties) return "object";
    if (schema.patternProperties) return "map";
    const [kind] = [schema.type ?? []].flat();
    const kinds: Record<string, Definition["kind"]> = {
        string: "text",
        integer: "number",
        number: "number",
        boolean: "flag",
        array: "list",
        object: "map",
    };
    return kinds[kind ?? ""] ?? "any";
}
