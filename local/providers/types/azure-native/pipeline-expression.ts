/**
 * Why Data Factory reads no such expression: brackets and quotes that do not close.
 * https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions
 */
export function expressionFault(text: string): string | undefined {
    // A text with computed parts is `a @{b} c`; a whole computed value is `@b`.
    const parts =
        text.startsWith("@") && !text.startsWith("@@") && !text.startsWith("@{") ? [text.slice(1)] : inside(text);
    if (parts === undefined) return `has a part that begins with @{ and does not end, in ${text.slice(0, 60)}`;
    return parts.map(bracketFault).find((fault) => fault !== undefined);
}

/** What stands in `@{…}`; undefined when one of them does not end. */
function inside(text: string): string[] | undefined {
    const parts: string[] = [];
    for (let from = text.indexOf("@{"); from !== -1; from = text.indexOf("@{", from + 2)) {
        const to = text.indexOf("}", from);
        if (to === -1) return undefined;
        parts.push(text.slice(from + 2, to));
    }
    return parts;
}

function bracketFault(expression: string): string | undefined {
    // A quote inside a text is written twice.
    const code = expression.replace(/'(?:[^']|'')*'/g, "''");
    if (code.replaceAll("''", "").includes("'")) return `has a text without an end in ${expression.slice(0, 60)}`;
    const open: string[] = [];
    for (const one of code) {
        if (one === "(" || one === "[") open.push(one);
        else if (one === ")" || one === "]") {
            if (open.pop() !== (one === ")" ? "(" : "["))
                return `closes a bracket that is not open in ${expression.slice(0, 60)}`;
        }
    }
    return open.length === 0 ? undefined : `does not close ${open.at(-1)} in ${expression.slice(0, 60)}`;
}
