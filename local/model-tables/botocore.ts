import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Definition } from "./definition.ts";
import { patternForJavaScript } from "./pattern.ts";

/** A shape of an AWS API, as far as it is read. */
interface ApiShape {
    readonly type: string;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly min?: number;
    readonly max?: number;
    readonly member?: { readonly shape: string };
    readonly key?: { readonly shape: string };
    readonly value?: { readonly shape: string };
    readonly members?: Readonly<Record<string, { readonly shape: string }>>;
    readonly required?: readonly string[];
}

type Api = Readonly<Record<string, ApiShape>>;

/** The inputs of an operation of an AWS API; for what CloudFormation has no type. */
export function requestOf(packages: string, service: string, operation: string): Definition {
    const folder = join(packages, "botocore", "data", service);
    const version = readdirSync(folder).sort().at(-1) ?? "";
    const api = JSON.parse(gunzipSync(readFileSync(join(folder, version, "service-2.json.gz"))).toString());
    const input = api.operations[operation]?.input?.shape;
    if (input === undefined) throw new Error(`the API of ${service} has no ${operation}`);
    return read(input, api.shapes);
}

const KINDS: Readonly<Record<string, Definition["kind"]>> = {
    string: "text",
    integer: "number",
    long: "number",
    double: "number",
    float: "number",
    boolean: "flag",
    list: "list",
    map: "map",
    structure: "object",
};

function read(name: string, api: Api): Definition {
    const shape = api[name];
    const kind = KINDS[shape?.type ?? ""] ?? "any";
    if (shape === undefined) return { kind };
    const { min, max } = shape;
    const [least, most] = ({ text: ["shortest", "longest"], number: ["least", "most"] } as const)[
        kind as "text" | "number"
    ] ?? ["fewest", "mostItems"];
    const inside = shape.member ?? shape.value;
    return {
        kind,
        whole: shape.type === "integer" || shape.type === "long",
        ...(shape.enum && { oneOf: shape.enum }),
        ...(shape.pattern !== undefined && { pattern: patternForJavaScript(`^(?:${shape.pattern})$`) }),
        ...(min !== undefined && { [least]: min }),
        ...(max !== undefined && { [most]: max }),
        ...(inside && { items: () => read(inside.shape, api) }),
        ...(shape.key && { keys: () => read(shape.key?.shape ?? "", api) }),
        ...(shape.members && {
            properties: Object.fromEntries(
                Object.entries(shape.members).map(([one, { shape: of }]) => [one, () => read(of, api)]),
            ),
        }),
        ...(shape.required && { required: shape.required }),
    };
}
