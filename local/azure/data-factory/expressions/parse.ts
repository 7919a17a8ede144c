/** An expression of Data Factory, as far as our pipelines use its language. */
export type Expression =
    | { readonly kind: "value"; readonly value: string | number | boolean | null }
    | { readonly kind: "call"; readonly name: string; readonly given: readonly Expression[] }
    | { readonly kind: "member"; readonly of: Expression; readonly name: string; readonly optional: boolean };

const TOKEN = /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>-?\d+(?:\.\d+)?)|(?<name>[A-Za-z_]\w*)|(?<mark>\?\.|[().,]))/y;
const CONSTANTS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** Reads what follows the `@`; says where it does not understand. */
export function parse(source: string): Expression {
    let at = 0;
    let token = next();
    const whole = expression();
    if (token !== undefined) throw fault(`nothing more, but there is ${token.text}`);
    return whole;

    function next(): { kind: string; text: string } | undefined {
        if (source.slice(at).trim() === "") return undefined;
        TOKEN.lastIndex = at;
        const found = TOKEN.exec(source);
        if (found === null) throw fault("a name, a text, a number or a mark");
        at = TOKEN.lastIndex;
        const [kind = "", text = ""] =
            Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
        return { kind, text };
    }

    function expression(): Expression {
        let read = start();
        while (token?.text === "." || token?.text === "?.") {
            const optional = token.text === "?.";
            token = next();
            read = { kind: "member", of: read, name: take("name"), optional };
        }
        return read;
    }

    function start(): Expression {
        if (token?.kind === "text") return { kind: "value", value: take("text").slice(1, -1).replaceAll("''", "'") };
        if (token?.kind === "number") return { kind: "value", value: Number(take("number")) };
        const name = take("name");
        if (Object.hasOwn(CONSTANTS, name)) return { kind: "value", value: CONSTANTS[name] ?? null };
        take("mark", "(");
        const given: Expression[] = [];
        while (token?.text !== ")") {
            if (given.length > 0) take("mark", ",");
            given.push(expression());
        }
        take("mark", ")");
        return { kind: "call", name, given };
    }

    function take(kind: string, text?: string): string {
        if (token?.kind !== kind || (text !== undefined && token.text !== text)) throw fault(text ?? `a ${kind}`);
        const taken = token.text;
        token = next();
        return taken;
    }

    function fault(expected: string): Error {
        return new SyntaxError(`the expression @${source} should have ${expected} before its place ${at + 1}`);
    }
}
