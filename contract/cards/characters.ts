/** What one character is for a number: digits as `0` to `9`, `L` for a letter, which ends a number, ` ` for the rest. */
type Form = string;

/** Digits that Unicode gives no decimal value and no compatibility form: negative and double circles, tags. */
const CIRCLED: readonly { first: number; value: number; count: number }[] = [
    { first: 0x2776, value: 1, count: 9 },
    { first: 0x2780, value: 1, count: 9 },
    { first: 0x278a, value: 1, count: 9 },
    { first: 0x24f5, value: 1, count: 9 },
    { first: 0x24ff, value: 0, count: 1 },
    { first: 0x1f10b, value: 0, count: 1 },
    { first: 0x1f10c, value: 0, count: 1 },
    { first: 0xe0030, value: 0, count: 10 },
];
/** Letters that nobody sees. */
const UNSEEN = new Set([0x115f, 0x1160, 0x3164, 0xffa0]);
const REMEMBERED = 4096;
const forms = new Map<number, Form>();

/** The form of a character outside of ASCII, by its compatibility form (NFKC). */
export function formOf(codePoint: number): Form {
    const known = forms.get(codePoint);
    if (known !== undefined) return known;
    const form = formFor(codePoint);
    if (forms.size >= REMEMBERED) forms.clear();
    forms.set(codePoint, form);
    return form;
}

function formFor(codePoint: number): Form {
    if (UNSEEN.has(codePoint)) return " ";
    const circled = CIRCLED.find(({ first, count }) => codePoint >= first && codePoint < first + count);
    if (circled !== undefined) return String(circled.value + codePoint - circled.first);
    // Half of a surrogate pair has no form.
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) return " ";
    return Array.from(String.fromCodePoint(codePoint).normalize("NFKC"), formOfOne).join("");
}

function formOfOne(character: string): Form {
    if (/^[0-9]$/.test(character)) return character;
    if (/^\p{Nd}$/u.test(character)) return String(decimalValue(character.codePointAt(0) ?? 0));
    // Letters of alphabets. Marks such as the long vowel of Katakana, and scripts of syllables, stand in for dashes.
    return /^[\p{Lu}\p{Ll}\p{Lt}]$/u.test(character) ? "L" : " ";
}

/** Unicode keeps the ten digits of a script in one run that begins with zero. */
function decimalValue(codePoint: number): number {
    let value = 0;
    while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(codePoint - value - 1))) value++;
    return value;
}
