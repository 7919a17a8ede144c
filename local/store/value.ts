/** A property value as the engine sends it: JSON, in which secrets, unknowns, assets and references are marked. */
export type Value = null | boolean | number | string | Value[] | Properties;
export type Properties = { [key: string]: Value };

export function isObject(value: Value | undefined): value is Properties {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
