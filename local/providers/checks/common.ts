import { expand, formatPath, parsePath } from "../../store/paths.ts";
import { type Check, each } from "./check.ts";
import { show } from "./show.ts";

/** Each of these paths must have a value. A path below an absent object is not asked for. */
export function required(...paths: readonly string[]): Check {
    return (inputs) =>
        paths.flatMap((path) =>
            expand(inputs, parsePath(path))
                .filter(({ value }) => value === undefined || value === null)
                .map(({ path: place }) => ({ property: formatPath(place), reason: "is required" })),
        );
}

/** A whole number within both limits. */
export function range(path: string, least: number, most: number, unit = ""): Check {
    const limits = `must be a whole number from ${least} to ${most}${unit === "" ? "" : ` ${unit}`}`;
    return each(path, (value) => {
        const number = typeof value === "string" ? Number(value) : value;
        const fits = typeof number === "number" && Number.isInteger(number) && number >= least && number <= most;
        return fits ? undefined : `${limits}, got ${show(value)}`;
    });
}

export function oneOf(path: string, allowed: readonly (string | number)[]): Check {
    return each(path, (value) =>
        allowed.some((choice) => choice === value)
            ? undefined
            : `must be one of ${allowed.join(", ")}, got ${show(value)}`,
    );
}

/** `says` completes "must be …". */
export function pattern(path: string, matches: RegExp, says: string): Check {
    return each(path, (value) =>
        typeof value === "string" && matches.test(value) ? undefined : `must be ${says}, got ${show(value)}`,
    );
}

export function longest(path: string, characters: number): Check {
    return each(path, (value) =>
        typeof value === "string" && value.length > characters
            ? `must have at most ${characters} characters, has ${value.length}`
            : undefined,
    );
}

export function mostItems(path: string, most: number): Check {
    return each(path, (value) =>
        Array.isArray(value) && value.length > most
            ? `must have at most ${most} items, has ${value.length}`
            : undefined,
    );
}

/** Must be a JSON object, as text or as properties. */
export function jsonObject(path: string): Check {
    return each(path, (value) => {
        if (typeof value !== "string") return undefined;
        try {
            const parsed: unknown = JSON.parse(value);
            if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return undefined;
        } catch {
            // Told below, like every other text that is not an object.
        }
        return "is not a JSON object";
    });
}
