/** Every second digit counts twice, and of two digits their sum. */
const DOUBLED = Uint8Array.from([0, 2, 4, 6, 8, 1, 3, 5, 7, 9]);
const ZERO = 0x30;

/** Whether `length` digits, the last of which is a check digit, pass the check of ISO/IEC 7812-1. */
export function passesLuhn(digits: ArrayLike<number>, from: number, length: number): boolean {
    let sum = 0;
    let index = from + length - 1;
    for (; index > from; index -= 2) sum += (digits[index] ?? 0) + (DOUBLED[digits[index - 1] ?? 0] ?? 0);
    if (index === from) sum += digits[index] ?? 0;
    return sum % 10 === 0;
}

/** The same of a text that is digits and nothing else. */
export function textPassesLuhn(digits: string): boolean {
    let sum = 0;
    let index = digits.length - 1;
    for (; index > 0; index -= 2) {
        sum += digits.charCodeAt(index) - ZERO + (DOUBLED[digits.charCodeAt(index - 1) - ZERO] ?? 0);
    }
    if (index === 0) sum += digits.charCodeAt(0) - ZERO;
    return sum % 10 === 0;
}
