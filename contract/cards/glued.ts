/** What a card number may be glued to: digits that say a time, a counter, a length, or the rest of a magnetic stripe. */

type Values = ArrayLike<number>;

/** Digits of a date. */
export const DAY = 8;
/** Years in which cards of today expire. */
const [FIRST_EXPIRY, LAST_EXPIRY] = [20, 49];
/** First two digits of seconds, milliseconds and microseconds since 1970, from 2017 to 2033. */
const [FIRST_EPOCH, LAST_EPOCH] = [15, 19];

/** Whether the digits from one place to another are a date, a time of some precision, a card's expiry, or all zeros. */
export function isTimeOrZeros(values: Values, from: number, to: number): boolean {
    const length = to - from;
    if (length < 1 || length > 17) return false;
    if (isZeros(values, from, to)) return true;
    const first = two(values, from);
    const third = two(values, from + 4);
    const second = two(values, from + 2);
    if (length === 4) return isDay(second, 1);
    if (length === 7) return isDay(second, 1) || (isDay(first, 1) && isExpiryYear(second));
    if (length === 6 && isCentury(first) && isDay(third, 1)) return true;
    if (length === 6 && isCentury(second) && isDay(first, 1)) return true;
    if (length === 6 || length === 12) return isDay(second, third) || isDay(second, first);
    const isYearFirst = isCentury(first) && isDay(third, two(values, from + 6));
    if (length === 8) return isYearFirst || (isCentury(third) && isDay(second, first));
    if (length === 10 || length === 13 || length === 16) return first >= FIRST_EPOCH && first <= LAST_EPOCH;
    return (length === 14 || length === 17) && isYearFirst;
}

/** Whether they begin as what follows the number on track 2: expiry, service code, and whatever the issuer likes. */
export function isRestOfTrack(values: Values, from: number, to: number): boolean {
    if (to - from < 7 || !isExpiryYear(two(values, from)) || !isDay(two(values, from + 2), 1)) return false;
    const [interchange = 0, authorisation = 0, services = 0] = [values[from + 4], values[from + 5], values[from + 6]];
    return [1, 2, 5, 6, 7].includes(interchange) && [0, 2, 4].includes(authorisation) && services <= 7;
}

/** Whether they are a number that is padded with two zeros or more. */
export function isCounter(values: Values, from: number, to: number): boolean {
    return to - from > 2 && isZeros(values, from, from + 2);
}

/** Whether they say how long the number is, as messages of ISO 8583 do. */
export function isLengthOf(values: Values, from: number, to: number, length: number): boolean {
    return to - from === 2 && two(values, from) === length;
}

export function isZeros(values: Values, from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (values[at] !== 0) return false;
    return true;
}

function two(values: Values, at: number): number {
    return (values[at] ?? 0) * 10 + (values[at + 1] ?? 0);
}

function isDay(month: number, day: number): boolean {
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function isExpiryYear(year: number): boolean {
    return year >= FIRST_EXPIRY && year <= LAST_EXPIRY;
}

function isCentury(century: number): boolean {
    return century === 19 || century === 20;
}
