import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Definition } from "./definition.ts";

/** How the clients of Azure's Resource Manager say what a value is: generated from Azure's published definitions. */
interface Mapper {
    readonly serializedName?: string;
    readonly required?: boolean;
    readonly readOnly?: boolean;
    readonly constraints?: Readonly<Record<string, number | boolean | RegExp>>;
    readonly type: {
        readonly name: string;
        readonly className?: string;
        readonly allowedValues?: readonly (string | number)[];
        readonly element?: Mapper;
        readonly value?: Mapper;
        readonly uberParent?: string;
        readonly modelProperties?: Readonly<Record<string, Mapper>>;
    };
}

type Mappers = Readonly<Record<string, Mapper>>;

const PLACES = ["dist/esm/models/mappers.js", "dist-esm/src/models/mappers.js"];

/** The mappers of an installed client, such as `@azure/arm-datafactory`. */
export async function mappersOf(packages: string, name: string): Promise<Mappers> {
    const folder = join(packages, "node_modules", name);
    const place = PLACES.map((one) => join(folder, one)).find((one) => existsSync(one));
    if (place === undefined) throw new Error(`${name} has no mappers: take an older version of it`);
    // Some of the packages are no modules although this file is one.
    const module = place.replace(/\.js$/, ".mjs");
    copyFileSync(place, module);
    return import(pathToFileURL(module).href);
}

/** What Azure's definition of a class says. */
export function classOf(mappers: Mappers, name: string): Definition {
    const mapper = mappers[name];
    if (mapper === undefined) throw new Error(`there is no ${name}`);
    return read(mapper, mappers);
}

const KINDS: Readonly<Record<string, Definition["kind"]>> = {
    Boolean: "flag",
    Composite: "object",
    Dictionary: "map",
    Enum: "text",
    Number: "number",
    Sequence: "list",
    String: "text",
    Uuid: "text",
};

function read({ type, constraints = {} }: Mapper, mappers: Mappers): Definition {
    const declared = type.className === undefined ? undefined : mappers[type.className];
    const properties = Object.entries(declared?.type.modelProperties ?? type.modelProperties ?? {});
    const named = properties.filter(([, { readOnly }]) => !readOnly);
    const writable = named.map(([, one]) => one);
    const inside = type.element ?? type.value;
    const { className } = type;
    return {
        kind: KINDS[type.name] ?? "any",
        ...(type.allowedValues && { oneOf: type.allowedValues }),
        ...(constraints.Pattern instanceof RegExp && { pattern: constraints.Pattern.source }),
        ...limit("shortest", constraints.MinLength),
        ...limit("longest", constraints.MaxLength),
        ...limit("least", constraints.InclusiveMinimum),
        ...limit("most", constraints.InclusiveMaximum),
        ...limit("fewest", constraints.MinItems),
        ...limit("mostItems", constraints.MaxItems),
        ...(constraints.UniqueItems === true && { unique: true }),
        ...(inside && { items: () => read(inside, mappers) }),
        ...(properties.length > 0 && {
            properties: Object.fromEntries(writable.map((one) => [nameOf(one), () => read(one, mappers)])),
            aliases: Object.fromEntries(named.map(([name, one]) => [name, nameOf(one)])),
            required: writable.filter(({ required }) => required).map(nameOf),
        }),
        ...(className !== undefined && { variant: (value: string) => variantOf(mappers, className, value) }),
    };
}

/** Pulumi leaves out what Azure's API has around the properties of a kind of thing: `properties.`, `typeProperties.`. */
function nameOf({ serializedName = "" }: Mapper): string {
    return serializedName.replaceAll("\\.", "\u0000").split(".").at(-1)?.replaceAll("\u0000", ".") ?? "";
}

function variantOf(mappers: Mappers, base: string, value: string): Definition | undefined {
    const found = Object.values(mappers).find(
        ({ serializedName, type }) => serializedName === value && isKindOf(mappers, type.className, base),
    );
    return found && read(found, mappers);
}

function isKindOf(mappers: Mappers, name: string | undefined, base: string): boolean {
    if (name === undefined) return false;
    return name === base || isKindOf(mappers, mappers[name]?.type.uberParent, base);
}

function limit(name: string, value: unknown): Partial<Definition> {
    return typeof value === "number" ? { [name]: value } : {};
}
