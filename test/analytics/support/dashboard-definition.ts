import { dashboardDefinition } from "../../../analytics/dashboard/definition.ts";

export const definition = dashboardDefinition((name) => `arn:${name}`);

/** Every object within, however deep. */
export function* within(value: unknown): Generator<Record<string, unknown>> {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value)) yield value as Record<string, unknown>;
    for (const member of Object.values(value)) yield* within(member);
}

/** What has this name, anywhere within. */
export function everyIn<T>(key: string, value: unknown): T[] {
    return [...within(value)].flatMap((one) => (one[key] === undefined ? [] : [one[key] as T]));
}
