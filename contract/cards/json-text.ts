import { containsCardNumber, maskCardNumbers } from "../values/card-number.ts";
import { HAS_ESCAPES } from "./escapes.ts";
import { isPlainlyFreeJson } from "./quick-look.ts";
import { SURE } from "./windows.ts";
import { integerDigits } from "./written-otherwise.ts";

const NON_ASCII = /[\u0080-\uffff]/;
const NUMBER = /[-+.0-9eE]/;

/**
 * Whether a name, text or number of a JSON text holds a card number. Each is looked at by itself and as it reads, not as
 * it is written: neither an escape nor an exponent hides one, and what stands in two values is not one number.
 */
export function jsonHoldsCardNumber(json: string): boolean {
    if (!NON_ASCII.test(json) && !HAS_ESCAPES.test(json) && isPlainlyFreeJson(json, SURE.counted)) return false;
    let holds = false;
    eachValue(json, (value) => {
        holds ||= containsCardNumber(value);
        return undefined;
    });
    return holds;
}

/** The JSON text with card numbers masked in its names, texts and numbers; one in a number makes it a text. */
export function maskJson(json: string, mask: (value: string) => string = maskCardNumbers): string {
    return eachValue(json, (value) => {
        const masked = mask(value);
        return masked === value ? undefined : JSON.stringify(masked);
    });
}

/** Puts in place of each name, text and number what `change` says of it, if it says something. */
function eachValue(json: string, change: (value: string) => string | undefined): string {
    let result = "";
    let copied = 0;
    for (let at = 0; at < json.length; ) {
        const end = endOfToken(json, at);
        if (end === at) {
            at++;
            continue;
        }
        const token = json.slice(at, end);
        const changed = change(token.startsWith('"') ? textOf(token) : integerDigits(token));
        if (changed !== undefined) {
            result += json.slice(copied, at) + changed;
            copied = end;
        }
        at = end;
    }
    return result + json.slice(copied);
}

function endOfToken(json: string, start: number): number {
    let at = start;
    if (json[at] === '"') {
        for (at++; at < json.length && json[at] !== '"'; at++) if (json[at] === "\\") at++;
        return Math.min(at + 1, json.length);
    }
    if (!/[-0-9]/.test(json[at] ?? "")) return start;
    while (at < json.length && NUMBER.test(json[at] ?? "")) at++;
    return at;
}

/** What is no JSON after all is taken as it stands. */
function textOf(quoted: string): string {
    if (!quoted.includes("\\")) return quoted.slice(1, quoted.endsWith('"') ? -1 : undefined);
    try {
        return String(JSON.parse(quoted));
    } catch {
        return quoted;
    }
}
