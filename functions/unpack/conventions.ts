import * as z from "zod/mini";
import type { WallClock } from "../../contract/values/time.ts";
import { wallClock } from "../../contract/values/wall-clock.ts";

export type DecimalMark = "." | ",";

/** What a source means where its files could mean two things. What is absent is not known, and never guessed. */
export interface Conventions {
    /** Sign before the decimals; the other one groups thousands. */
    decimalMark?: DecimalMark | undefined;
    /** The clock of the place whose time the files write without an offset. */
    clock?: WallClock | undefined;
}

/** The conventions of the file with this landing key. */
export type ConventionsOf = (landingKey: string) => Conventions;

export const NO_CONVENTIONS: Conventions = {};

/** The configured conventions are not what they must be. */
export class ConventionsError extends Error {
    override readonly name = "ConventionsError";
}

const Configured = z.array(
    z.strictObject({
        /** Begin of the landing keys of one source. */
        prefix: z.string(),
        decimalMark: z.optional(z.enum([".", ","])),
        /** Name in the IANA database, such as `Europe/Berlin`. */
        timeZone: z.optional(z.string()),
    }),
);

/** Of several that fit a key, the longest prefix holds. */
export function conventionsOf(text: string): ConventionsOf {
    const configured = parsed(text)
        .sort((one, other) => other.prefix.length - one.prefix.length)
        .map(({ prefix, decimalMark, timeZone }) => ({
            prefix,
            conventions: { decimalMark, clock: timeZone === undefined ? undefined : wallClock(timeZone) },
        }));
    return (key) => configured.find(({ prefix }) => key.startsWith(prefix))?.conventions ?? NO_CONVENTIONS;
}

function parsed(text: string): z.infer<typeof Configured> {
    try {
        return Configured.parse(JSON.parse(text));
    } catch (cause) {
        throw new ConventionsError("environment variable CONVENTIONS must be a JSON list of conventions", { cause });
    }
}
