const SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** Whether the text is an IBAN with the right check digits (ISO 13616, modulo 97). */
export function isIban(text: string): boolean {
    if (!SHAPE.test(text)) return false;
    let remainder = 0;
    for (const character of text.slice(4) + text.slice(0, 4)) {
        const value = Number.parseInt(character, 36);
        remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder === 1;
}
