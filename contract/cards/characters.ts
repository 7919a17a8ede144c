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
    const circled = CIRCLED.find(({ first, count }) => codePoint >= first && codePoint < first + count);
    if (circled !== undefined) return String(circled.value + codePoint - circled.first);
    return Array.from(String.fromCodePoint(codePoint).normalize("NFKC"), formOfOne).join("");
}

function formOfOne(character: string): Form {
    if (/[0-9]/.test(character)) return character;
    if (/\p{Nd}/u.test(character)) return String(decimalValue(character.codePointAt(0) ?? 0));
    // Letters of alphabets. Marks such as the long vowel of Katakana, scripts of syllables, letters that nobody sees and
    // half of a surrogate pair stand in for dashes.
    return /[\p{Lu}\p{Ll}\p{Lt}]/u.test(character) ? "L" : " ";
}

/** Unicode keeps the ten digits of a script in one run that begins with zero; such runs may follow each other. */
function decimalValue(codePoint: number): number {
    let before = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - before - 1))) before++;
    return before % 10;
}
