import type { Definition } from "./definition.ts";

/** By path in the SDK's names, such as `ttl.attributeName`, what the definition calls it; `null` where it has no such thing. */
export type Names = Readonly<Record<string, string | null>>;

/** What a definition calls a property, beneath the definition of the path before it. */
export function nameIn(definition: Definition | undefined, names: Names, path: readonly string[]): string | undefined {
    const given = names[path.join(".")];
    if (given !== undefined) return given ?? undefined;
    const own = path.at(-1) ?? "";
    const inside = definition?.kind === "list" ? definition.items?.() : definition;
    const known = Object.keys(inside?.properties ?? {});
    const alias = inside?.aliases?.[own];
    if (alias !== undefined && !known.includes(own)) return alias;
    return guesses(own)
        .map((guess) => known.find((one) => one.toLowerCase() === guess.toLowerCase()))
        .find((one) => one !== undefined);
}

/** The SDK writes lists in the plural, and units behind numbers. */
function guesses(name: string): string[] {
    return [
        name,
        `${name}s`,
        name.replace(/ies$/, "y"),
        name.replace(/s$/, ""),
        name.replace(/(InSeconds|Seconds|InMinutes|InDays|Days)$/, ""),
        `${name}Document`,
        `${name}Configuration`,
        `${name}Specification`,
    ];
}
