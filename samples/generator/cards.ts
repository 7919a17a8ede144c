import type { Random, Weighted } from "./random.ts";

/** Ranges that card networks and payment processors publish for testing; no bank issues real cards in them. */
const ranges: Weighted<{ prefix: string; length: number }> = [
    [{ prefix: "40000000", length: 16 }, 46],
    [{ prefix: "55555555", length: 16 }, 34],
    [{ prefix: "22230031", length: 16 }, 8],
    [{ prefix: "37828224", length: 15 }, 6],
    [{ prefix: "60111111", length: 16 }, 3],
    [{ prefix: "30569309", length: 14 }, 3],
];

/** A synthetic card number whose check digit is right. */
export function cardNumber(random: Random): string {
    const { prefix, length } = random.weighted(ranges);
    const body = prefix + random.digits(length - prefix.length - 1);
    return body + luhnDigit(body);
}

/** The same number with a check digit that is wrong. */
export function brokenCardNumber(number: string): string {
    return number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10);
}

/** The digit that makes `body` followed by it pass the Luhn check (ISO/IEC 7812-1). */
export function luhnDigit(body: string): number {
    let sum = 0;
    for (let i = 0; i < body.length; i++) {
        const digit = Number(body[body.length - 1 - i]);
        const doubled = i % 2 === 0 ? digit * 2 : digit;
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return (10 - (sum % 10)) % 10;
}
