import type * as z from "zod/mini";

/** Values of one field of the settings: others that its schema takes, and some that it refuses. */
export interface FieldValues {
    path: string[];
    valid: unknown[];
    invalid: unknown[];
}

/** Texts to try where a pattern decides. A new kind of text needs a sample here. */
const TEXTS = [
    "another-team",
    "2031-07-01",
    "a reason that a reviewer can judge",
    "cron(0 5 * * ? *)",
    "05:00",
    "ml.m5.xlarge",
    "https://other.bank.example/",
    "eu-west-1",
    "333333333333",
    "33333333-3333-4333-8333-333333333333",
    "o-a1b2c3d4e5",
    "bank/another",
    "other.bank.example",
];

interface Definition {
    type: string;
    shape?: Record<string, z.ZodMiniType>;
    options?: z.ZodMiniType[];
    innerType?: z.ZodMiniType;
    element?: z.ZodMiniType;
    entries?: Record<string, string | number>;
    values?: unknown[];
    checks?: { _zod: { def: { check: string; value?: number } } }[];
}

const definitionOf = (schema: z.ZodMiniType) => schema._zod.def as unknown as Definition;

/** Every field of a schema of settings, with values to try. Groups are walked, and a choice of groups by its options. */
export function fieldValues(schema: z.ZodMiniType, path: string[] = []): FieldValues[] {
    const { type, shape, innerType } = definitionOf(schema);
    if (innerType) return fieldValues(innerType, path);
    if (type !== "object") return [{ path, valid: validValues(schema, path), invalid: invalidValues(schema) }];
    return Object.entries(shape ?? {}).flatMap(([key, field]) => fieldValues(field, [...path, key]));
}

function validValues(schema: z.ZodMiniType, path: string[]): unknown[] {
    const { type, options = [], entries = {}, values = [], element } = definitionOf(schema);
    if (type === "union") return options.map((option) => aGroup(option, path));
    if (type === "array" && element && definitionOf(element).type === "object") return [[aGroup(element, path)]];
    if (type === "array" && element) return [validValues(element, path).slice(0, 1)];
    const tried: Record<string, unknown[]> = {
        boolean: [true, false],
        enum: Object.values(entries),
        literal: values,
        string: TEXTS,
        int: numbers(schema),
        number: numbers(schema),
    };
    const valid = (tried[type] ?? []).filter((value) => schema.safeParse(value).success);
    if (valid.length === 0) throw new Error(`${path.join(".")}: no value to try for a ${type}; add one to TEXTS`);
    return valid;
}

/** One value of a choice: the group with its first valid values. */
function aGroup(schema: z.ZodMiniType, path: string[]): unknown {
    const { type, shape = {} } = definitionOf(schema);
    if (type !== "object") return validValues(schema, path)[0];
    return Object.fromEntries(
        Object.entries(shape).map(([key, field]) => [key, validValues(field, [...path, key]).at(-1)]),
    );
}

function numbers(schema: z.ZodMiniType): number[] {
    const { least, most } = limits(schema);
    return [least, most, least + 1, Math.round((least + most) / 2)];
}

function limits(schema: z.ZodMiniType): { least: number; most: number } {
    const checks = definitionOf(schema).checks?.map(({ _zod: { def } }) => def) ?? [];
    const limit = (check: string) => checks.findLast((one) => one.check === check)?.value;
    return { least: limit("greater_than") ?? 0, most: limit("less_than") ?? 1_000_000 };
}

function invalidValues(schema: z.ZodMiniType): unknown[] {
    const { least, most } = limits(schema);
    const tried = [least - 1, most + 1, least + 0.5, "", "x".repeat(300), "\n", null, { other: 1 }, []];
    return tried.filter((value) => !schema.safeParse(value).success);
}
