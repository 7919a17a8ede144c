import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** What our rows are made of. A `Set` becomes a DynamoDB string set; `undefined` fields are left out. */
export type Value =
    | string
    | number
    | boolean
    | ReadonlySet<string>
    | readonly Value[]
    | { readonly [field: string]: Value | undefined };

export type Item = Record<string, AttributeValue>;

export function toAttribute(value: Value): AttributeValue {
    if (typeof value === "string") return { S: value };
    if (typeof value === "number") return { N: String(value) };
    if (typeof value === "boolean") return { BOOL: value };
    if (value instanceof Set) return { SS: [...value] };
    if (Array.isArray(value)) return { L: value.map(toAttribute) };
    return { M: toItem(value as { readonly [field: string]: Value | undefined }) };
}

export function toItem(fields: object): Item {
    const entries = Object.entries(fields) as [string, Value | undefined][];
    return Object.fromEntries(
        entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, toAttribute(value)]])),
    );
}

function fromAttribute(attribute: AttributeValue): Value {
    if (attribute.S !== undefined) return attribute.S;
    if (attribute.N !== undefined) return Number(attribute.N);
    if (attribute.BOOL !== undefined) return attribute.BOOL;
    if (attribute.SS !== undefined) return new Set(attribute.SS);
    if (attribute.L !== undefined) return attribute.L.map(fromAttribute);
    if (attribute.M !== undefined) return fromItem(attribute.M);
    throw new TypeError(`unexpected attribute type ${Object.keys(attribute).join()}`);
}

export function fromItem(item: Item): Record<string, Value> {
    return Object.fromEntries(Object.entries(item).map(([name, attribute]) => [name, fromAttribute(attribute)]));
}
