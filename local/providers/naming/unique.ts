import { createHash } from "node:crypto";

/**
 * Digits that look random and are the same in each run, so that a second preview sees no difference. A replacement has
 * another generation and with it other names, or it would collide with what it replaces.
 */
export function uniqueHex(urn: string, generation: number, purpose: string, length: number): string {
    const seed = [urn, ...(purpose === "" ? [] : [purpose]), ...(generation === 0 ? [] : [String(generation)])];
    return createHash("sha256").update(seed.join("\n")).digest("hex").slice(0, length);
}

/** A UUID made of 32 digits: version 4, variant 1, since services check the form of an id. */
export function uuidFrom(hex: string): string {
    const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)];
    return parts.join("-");
}
