import { Logger } from "@aws-lambda-powertools/logger";
import { masked as maskedText } from "./card-guard.ts";

/** A function's logger. Whatever is logged, errors of others too, it writes without card numbers. */
export function loggerOf(serviceName: string): Logger {
    return new Logger({ serviceName, jsonReplacerFn: (_, value) => masked(value) });
}

function masked(value: unknown): unknown {
    if (typeof value === "string") return maskedText(value);
    if (typeof value !== "number" || !Number.isInteger(value)) return value;
    const text = maskedText(String(value));
    return text === String(value) ? value : text;
}
