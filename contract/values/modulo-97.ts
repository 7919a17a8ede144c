const [NINE, ZERO, CAPITAL_A] = [0x39, 0x30, 0x41];
/** Times a hundred it is still a small integer of the engine's, which is what makes this fast. */
const LARGE = 1_000_000;

/** What an account number leaves by 97 (ISO 7064): its letters as 10 to 35, its first four characters behind the others. */
export function modulo97(account: string): number {
    const { length } = account;
    let remainder = 0;
    for (let index = 4; index < length + 4; index++) {
        const code = account.charCodeAt(index < length ? index : index - length);
        remainder = code <= NINE ? remainder * 10 + code - ZERO : remainder * 100 + code - CAPITAL_A + 10;
        if (remainder > LARGE) remainder %= 97;
    }
    return remainder % 97;
}
