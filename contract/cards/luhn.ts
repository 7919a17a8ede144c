/** Whether `length` digits, the last of which is a check digit, pass the check of ISO/IEC 7812-1. */
export function passesLuhn(digits: ArrayLike<number>, from: number, length: number): boolean {
    let sum = 0;
    for (let index = from + length - 1, double = false; index >= from; index--, double = !double) {
        const digit = digits[index] ?? 0;
        sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
    }
    return sum % 10 === 0;
}
