import * as z from "zod/mini";

/** What a group of settings must be. */
export const GROUP = "a group of settings";

// Each message completes the sentence "it must be …", so it names the unit and the limits.

/** A whole number of something between two limits, both included. */
export function whole(unit: string, least: number, most: number) {
    const error = `a whole number of ${unit} from ${least} to ${most}`;
    return z.int({ error }).check(z.gte(least, { error }), z.lte(most, { error }));
}

/** A number between two limits, both included. */
export function between(unit: string, least: number, most: number) {
    const error = `a ${unit} from ${least} to ${most}`;
    return z.number({ error }).check(z.gte(least, { error }), z.lte(most, { error }));
}

/** A decision with two outcomes. */
export function yesOrNo() {
    return z.boolean({ error: "one of true, false" });
}

/** One value of a short list. */
export function oneOf<const Choices extends readonly [string, ...string[]]>(choices: Choices) {
    return z.enum(choices, { error: `one of ${choices.join(", ")}` });
}

/** One number of a short list, because the cloud takes no other. */
export function oneNumberOf<const Choices extends readonly [number, ...number[]]>(unit: string, choices: Choices) {
    return z.literal([...choices], { error: `a number of ${unit} among ${choices.join(", ")}` });
}

/** Text that AWS and Azure both accept as the value of a tag. */
export function tagValue() {
    const error = "1 to 64 letters, digits, spaces or any of . : / = + - @ _";
    return z.string({ error }).check(z.regex(/^[A-Za-z0-9 .:/=+@_-]{1,64}$/, { error }));
}

/** A sentence a reviewer can judge. */
export function reason() {
    const error = "a reason of 10 to 200 characters";
    return z.string({ error }).check(z.minLength(10, { error }), z.maxLength(200, { error }));
}
