/** A character, any text (`*`), any one character (`?`), or a part that the reference leaves open (`${Name}`). */
type Token = { readonly letter: string } | { readonly any: true } | { readonly one: true } | { readonly open: RegExp };

/** Parts of a name that may hold a slash: paths, and names that their service takes slashes in. */
const WITH_SLASHES = /Path|^(ObjectName|LogGroupName|LogStreamName|SecretId|Alias|ModelPackageName|OidcProviderName)$/;

/** Whether some resource is both what a policy names and of the form that the reference gives for a type. */
export function canName(resource: string, form: string): boolean {
    return form.split(", ").some((one) => meet(tokensOf(resource), tokensOf(one)));
}

/** The forms of the reference come again and again. */
const read = new Map<string, Token[]>();

function tokensOf(text: string): Token[] {
    const known = read.get(text);
    if (known !== undefined) return known;
    const tokens = parsed(text);
    read.set(text, tokens);
    return tokens;
}

function parsed(text: string): Token[] {
    const parts = text.match(/\$\{[^}]*\}|[\s\S]/g) ?? [];
    return parts.map((part) => {
        if (part === "*") return { any: true };
        if (part === "?") return { one: true };
        if (!part.startsWith("${")) return { letter: part };
        const name = part.slice(2, -1);
        // A variable of IAM, such as ${aws:userid}, stands for any text.
        if (name.includes(":")) return { any: true };
        return { open: WITH_SLASHES.test(name) ? /[^:]/ : /[^:/]/ };
    });
}

/** Whether two patterns have a text in common. */
function meet(left: readonly Token[], right: readonly Token[]): boolean {
    const known = new Map<number, boolean>();
    const from = (i: number, j: number): boolean => {
        const place = i * (right.length + 1) + j;
        const before = known.get(place);
        if (before !== undefined) return before;
        const found = look(i, j);
        known.set(place, found);
        return found;
    };
    const look = (i: number, j: number): boolean => {
        // Mostly the two are alike letter by letter for a long way.
        while (true) {
            const a = left[i];
            const b = right[j];
            if (a === undefined || b === undefined || !("letter" in a) || !("letter" in b)) break;
            if (a.letter !== b.letter) return false;
            i += 1;
            j += 1;
        }
        const [a, b] = [left[i], right[j]];
        if (a === undefined && b === undefined) return true;
        if (a !== undefined && "any" in a) return from(i + 1, j) || (b !== undefined && from(i, j + 1));
        if (b !== undefined && "any" in b) return from(i, j + 1) || (a !== undefined && from(i + 1, j));
        if (a === undefined || b === undefined || !sameLetter(a, b)) return false;
        if (from(i + 1, j + 1)) return true;
        // An open part takes as many characters as it needs.
        return ("open" in a && from(i, j + 1)) || ("open" in b && from(i + 1, j));
    };
    return from(0, 0);
}

function sameLetter(a: Token, b: Token): boolean {
    if ("letter" in a && "letter" in b) return a.letter === b.letter;
    if ("letter" in a && "open" in b) return b.open.test(a.letter);
    if ("open" in a && "letter" in b) return a.open.test(b.letter);
    return true;
}
