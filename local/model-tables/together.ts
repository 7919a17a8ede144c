import type { Shape } from "../providers/models/shape.ts";
import type { Definition } from "./definition.ts";

/** Rules over several properties, as far as the SDK has each of them. */
export function together(
    shape: Shape,
    definition: Definition,
    known: ReadonlyMap<string, string>,
    filled: readonly string[],
    path: readonly string[],
): Partial<Shape> {
    const byProvider = (name: string) => filled.includes([...path, name].join("."));
    const all = (names: readonly string[]): string[] | undefined => {
        const own = names.flatMap((name) => known.get(name) ?? []);
        return own.length === names.length ? own : undefined;
    };
    const by = (rules: Definition["needs"]) =>
        Object.entries(rules ?? {}).flatMap(([name, others]) => {
            const own = known.get(name);
            const rest = others.flatMap((one) => known.get(one) ?? []);
            return own === undefined || rest.length === 0 ? [] : [[own, rest] as const];
        });
    const sets = (rules: Definition["exactlyOne"]) => (rules ?? []).flatMap((names) => [all(names) ?? []]);
    const asked = (definition.required ?? []).flatMap((one) => known.get(one) ?? []).filter((one) => !byProvider(one));
    const required = [...new Set([...(shape.required ?? []), ...asked])];
    return withoutEmpty({
        required,
        needs: Object.fromEntries(by(definition.needs)),
        excludes: Object.fromEntries(by(definition.excludes)),
        exactlyOne: sets(definition.exactlyOne).filter(({ length }) => length > 0),
        atLeastOne: sets(definition.atLeastOne).filter(({ length }) => length > 0),
    });
}

/** Without what would say nothing. */
export function withoutEmpty<T extends object>(value: T): T {
    const empty = (one: unknown) =>
        one === undefined || (typeof one === "object" && Object.keys(one ?? {}).length === 0);
    return Object.fromEntries(Object.entries(value).filter(([, one]) => !empty(one))) as T;
}
