import { createHash } from "node:crypto";
import type { Version } from "./ports.ts";

/** A name that only we make is something else's. */
export class NameTakenError extends Error {
    override readonly name = "NameTakenError";

    constructor(what: string) {
        super(`the ${what} is there and is not of this version: delete it, or rename what it is for`);
    }
}

/** How much of the hash is in a name; with the longest endpoint and version, 63 characters are enough. */
const MARK = 8;

/** A name by the version and by all that is made under it: the same again is found, and a change is another one. */
export function nameOf(endpoint: string, { number }: Version, content: object): string {
    const mark = createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, MARK);
    return `${endpoint}-v${number}-${mark}`;
}

/** SageMaker has no error of its own for a name that is there already. */
export function unlessThere(error: unknown): undefined {
    if (isRefusal(error, /already exist/i)) return undefined;
    throw error;
}

/** Nor for an endpoint that is being changed. */
export function unlessBusy(error: unknown): undefined {
    if (error instanceof Error && error.name === "ResourceInUse") return undefined;
    if (isRefusal(error, /in-progress|updating/i)) return undefined;
    throw error;
}

function isRefusal(error: unknown, message: RegExp): boolean {
    return error instanceof Error && error.name === "ValidationException" && message.test(error.message);
}
